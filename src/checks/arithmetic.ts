/** Checks that compute: sums, ratios, scores, ranges, comparisons of numbers and dates. */
import type { Check } from '../engine/check.ts'

export const arithmeticChecks: readonly Check[] = []
