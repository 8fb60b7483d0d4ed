/**
 * The year a form evaluates: its own, or the year that its rules were looked up for. A budget year is looked up on its last
 * day; rules of an unknown year are looked up on the first day of their pack, and then there is no year.
 */
import type { FormView } from '../../engine/form-view.ts'
import type { SelfEvaluationRules } from '../../law/self-evaluation-rules.ts'

const LAST_DAY = /^(\d{4})-12-31$/

/** 0 when neither the form nor the document around it says a year. */
export const yearOf = (form: FormView, rules: SelfEvaluationRules): number =>
  form.year > 0 ? form.year : Number(LAST_DAY.exec(rules.on)?.[1] ?? 0)
