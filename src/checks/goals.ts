/** The checks of goal declarations, in the order of their codes. */
import type { Check } from '../engine/check.ts'

export const goalChecks: readonly Check[] = []
