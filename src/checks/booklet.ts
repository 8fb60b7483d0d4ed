/** The checks of relations inside one document: text, tables, sheets and forms, in the order of their codes. */
import type { Check } from '../engine/check.ts'

export const bookletChecks: readonly Check[] = []
