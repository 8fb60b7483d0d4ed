/** The checks across several documents of one department, in the order of their codes. */
import type { Check } from '../engine/check.ts'

export const acrossChecks: readonly Check[] = []
