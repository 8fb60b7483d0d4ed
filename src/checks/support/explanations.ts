/** Every place of a form where a cause can stand: deviations, measures, fund reasons, remarks, problems, conclusion. */

import type { Cell } from '../../domain/self-evaluation.ts'
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
  for (const fund of form.funds.rows) texts.push(textOf(fund.row.cells.reason).text)
  for (const key of MORE) texts.push(textOf(form.record.more[key]).text)
  return texts.filter((text) => text.length >= SHORTEST && !saysNone(text))
}

const explains = (cell: Cell | undefined): boolean => {
  if (cell === undefined || cell.printed.length < SHORTEST) return false
  const { text } = textOf(cell)
  return text.length >= SHORTEST && !saysNone(text)
}

/** Some cause is given in the form, or its completion text speaks of the money that was not spent. */
export const explainsExecution = ({ form, rows, goalActual }: FormFacts): boolean => {
  const { more } = form.record
  const { total, sources } = form.funds
  return (
    rows.some(({ view: { row } }) => explains(row.deviation) || explains(row.more.measures)) ||
    explains(total?.row.cells.reason) ||
    sources.some(({ row }) => explains(row.cells.reason)) ||
    MORE.some((key) => explains(more[key])) ||
    MONEY.test(goalActual.text)
  )
}
