/** The checks of final-accounts and budget tables, in the order of their codes. */
import type { Check } from '../engine/check.ts'

export const accountsChecks: readonly Check[] = []
