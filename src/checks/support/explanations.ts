/** Every place of a form where a cause can stand: deviations, measures, fund reasons, remarks, problems, conclusion. */

import { anyOf } from '../../law/wordlists.ts'
import type { FormFacts } from './form-facts.ts'
import { saysNone, textOf } from './form-facts.ts'

const MONEY = new RegExp(anyOf('moneyWords'), 'u')
/** 无偏差 or 疫情 are too little to call an explanation of unspent money; a clause is enough. */
const SHORTEST = 4
const MORE = ['problems', 'measures', 'remarks', 'conclusion'] as const

/** All texts of the form that explain something, without those that say 无. */
export const explanations = ({ form, rows }: FormFacts): readonly string[] => {
  const texts = rows.flatMap(({ deviation, view }) => [deviation.text, textOf(view.row.more.measures).text])
  const { total, sources } = form.funds
  for (const fund of total ? [total, ...sources] : sources) texts.push(textOf(fund.row.cells.reason).text)
  for (const key of MORE) texts.push(textOf(form.record.more[key]).text)
  return texts.filter((text) => text.length >= SHORTEST && !saysNone(text))
}

/** Some cause is given in the form, or its completion text speaks of the money that was not spent. */
export const explainsExecution = (facts: FormFacts): boolean =>
  explanations(facts).length > 0 || MONEY.test(facts.goalActual.text)
