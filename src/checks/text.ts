/** Checks on wording, dictionaries, formats, dates and required cells. */
import type { Check } from '../engine/check.ts'

export const textChecks: readonly Check[] = []
