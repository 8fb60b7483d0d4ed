/** SE-145: a total row with a budget says what was spent. The total was spent from some source; a column whose every source is blank does not say which. */
import { defineFormCheck } from '../../engine/check.ts'
import { amountOf } from '../support/fund-amounts.ts'

const COLUMNS = [
  ['initialBudget', '年初预算数'],
  ['fullYearBudget', '全年预算数'],
  ['executed', '全年执行数'],
] as const

export const sourceAmountGiven = defineFormCheck({
  id: 'SE-145',
  title: '执行数和各资金来源的金额已填',
  titleEn: 'The amount spent and the amounts of the sources are given',
  kind: 'P',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#form-fields', 'definition#form-arithmetic'],
  rule: '有预算数的填执行数；资金总额有数的一栏，至少有一个来源有数',
  remedy: '补填各来源的金额，使其合计等于总额。',
  remedyEn: 'Give the amounts of the sources; they add up to the total.',
  run({ form }, report) {
    const { total, sources } = form.funds
    if (!total) return
    const { executed, fullYearBudget } = total.columns
    if (executed?.read.kind === 'blank' && amountOf(fullYearBudget)?.isPositive())
      report({
        field: executed.field,
        verdict: 'outside',
        printed: '',
        expected: '全年执行数',
        message: `全年预算数为${fullYearBudget!.cell.printed}，全年执行数没有填写。`,
        messageEn: `The budget is ${fullYearBudget!.cell.printed}; the amount spent is blank.`,
      })
    if (sources.length === 0) return
    for (const [column, name] of COLUMNS) {
      const first = sources[0]!.columns[column]
      if (!first || !sources.every(({ columns }) => columns[column]?.read.kind === 'blank')) continue
      if (!amountOf(total.columns[column])?.isPositive()) continue
      report({
        field: first.field,
        also: [total.columns[column]!.field],
        verdict: 'outside',
        printed: '',
        expected: `合计${total.columns[column]!.cell.printed}`,
        message: `${name}总额为${total.columns[column]!.cell.printed}，各资金来源都空白。`,
        messageEn: `The total of ${name} is ${total.columns[column]!.cell.printed}; every source is blank.`,
      })
    }
  },
})
