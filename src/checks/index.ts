/** The explicit list of all checks. A check that is not in it does not exist (test/health). */
import type { Check } from '../engine/check.ts'
import { accountsChecks } from './accounts.ts'
import { acrossChecks } from './across.ts'
import { arithmeticChecks } from './arithmetic.ts'
import { assessmentChecks } from './assessment.ts'
import { bookletChecks } from './booklet.ts'
import { goalChecks } from './goals.ts'
import { monitoringChecks } from './monitoring.ts'
import { narrativeChecks } from './narrative.ts'
import { textChecks } from './text.ts'

export const allChecks: readonly Check[] = [
  ...accountsChecks,
  ...acrossChecks,
  ...arithmeticChecks,
  ...assessmentChecks,
  ...bookletChecks,
  ...goalChecks,
  ...monitoringChecks,
  ...narrativeChecks,
  ...textChecks,
].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** The check behind a public code, or `undefined`. */
export const findCheck = (id: string): Check | undefined => allChecks.find((check) => check.id === id)
