/** What a text says of its evaluated projects: how many, with how much money, whether they are all. */

import type { FundColumn } from '../../domain/self-evaluation.ts'
import type { BookletContext } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { type Amount, baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { NO_TOPIC } from '../../law/narrative-cells.ts'
import { type Figure, figure, isExact } from './narrative.ts'

export interface Coverage {
  /** 评价项目10个. */
  readonly count: Figure
  /** 自评项目35个 of 评价项目36个, where the text tells them apart. */
  readonly selfEvaluated: Figure | undefined
  /** 涉及金额301.47万元. */
  readonly amount: Figure | undefined
  /** 占部门项目总数的100%. */
  readonly isAll: boolean
}

const COUNTED = /项目$/u
const SELF = /自评/u
const PROJECT_UNIT = /^个$/u
const ALL = Decimal.hundred

const isCount = ({ mention, statement }: Figure): boolean =>
  (mention.kind === 'count' || mention.kind === 'bare') &&
  PROJECT_UNIT.test(mention.unit) &&
  statement.role === 'value' &&
  COUNTED.test(statement.subject.name)

/** The sentences under a heading about performance that count projects. */
export const coverageOf = ({ narrative }: BookletContext): readonly Coverage[] => {
  if (!narrative) return []
  const topics = topicsOf(narrative)
  const sentences = new Map<number, Figure[]>()
  const ownCount = new Map<number, Figure>()
  for (const { index, sentence, section } of narrative.statements) {
    if (topics[section] !== 'performance') continue
    const one = figure(narrative, index)
    if (!isExact(one)) continue
    sentences.set(sentence, [...(sentences.get(sentence) ?? []), one])
    if (isCount(one) && SELF.test(one.statement.subject.name)) ownCount.set(one.mention.paragraph, one)
  }
  return [...sentences.values()].flatMap((sentence) => {
    const count =
      sentence.find((one) => isCount(one) && !SELF.test(one.statement.subject.name)) ?? sentence.find(isCount)
    if (!count) return []
    return [
      {
        count,
        selfEvaluated: ownCount.get(count.mention.paragraph),
        amount: sentence.find(({ mention, statement }) => mention.kind === 'amount' && statement.role === 'value'),
        isAll: sentence.some(({ mention, statement }) => statement.role === 'share' && mention.value.equals(ALL)),
      },
    ]
  })
}

export interface FormTotal {
  readonly name: string
  /** In 元, exact as printed. */
  readonly value: Decimal
}

const COLUMNS: readonly (readonly [FundColumn, string])[] = [
  ['initialBudget', '年初预算数'],
  ['fullYearBudget', '全年预算数'],
  ['executed', '全年执行数'],
]

const sumOf = (amounts: readonly (Amount | undefined)[]): Decimal | undefined => {
  let sum = Decimal.zero
  for (const amount of amounts) {
    if (!amount) return undefined
    sum = sum.add(baseValue(amount))
  }
  return sum
}

/** Sums over all forms; a column that one of them leaves blank has none. */
export const formTotals = (forms: readonly FormView[]): readonly FormTotal[] =>
  COLUMNS.flatMap(([column, name]) => {
    const all = sumOf(forms.map((form) => form.funds.total?.columns[column]?.amount))
    const fiscal = sumOf(
      forms.map((form) => form.funds.sources.find(({ key }) => key === 'appropriation')?.columns[column]?.amount),
    )
    const own = all ? [{ name, value: all }] : []
    return fiscal && !all?.equals(fiscal) ? [...own, { name: `${name}（财政拨款）`, value: fiscal }] : own
  })

/** Amounts that the report of an evaluated project names: one of them may be the project without a form. */
export const reportedAmounts = ({ narrative }: BookletContext, without: Figure): readonly Figure[] => {
  if (!narrative) return []
  const topics = topicsOf(narrative)
  const seen = new Set<string>()
  return narrative.statements.flatMap(({ index, section }) => {
    const one = figure(narrative, index)
    const { kind, value, paragraph } = one.mention
    const topic = topics[section] ?? NO_TOPIC
    if (kind !== 'amount' || value.isZero() || paragraph === without.mention.paragraph) return []
    if (topic !== 'performance' && topic !== NO_TOPIC) return []
    const key = baseValue(one.amount).normalize().toString()
    if (seen.has(key)) return []
    seen.add(key)
    return [one]
  })
}
