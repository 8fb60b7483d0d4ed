/** The checks of monitoring forms, in the order of their codes. */
import type { Check } from '../engine/check.ts'

export const monitoringChecks: readonly Check[] = []
