/** CM-005: amounts without 元 or 万元 anywhere in the fund block can be off by ten thousand. */
import { defineFormCheck } from '../../engine/check.ts'

const UNIT = /[万亿千]?元/u

export const moneyUnitDeclared = defineFormCheck({
  id: 'CM-005',
  title: '资金栏注明金额单位',
  titleEn: 'The fund block states its unit of money',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-all',
  basis: 'definition',
  cites: ['definition#one-unit'],
  rule: '资金栏的标题、列名或单元格写明元、万元或亿元',
  remedy: '在资金栏标题或列名中写明单位。',
  remedyEn: 'State the unit in the heading of the fund block or in its columns.',
  run({ form }, report) {
    const { funds } = form.record
    if (funds.unit !== '') return
    const rows = form.funds.total ? [form.funds.total, ...form.funds.sources] : form.funds.sources
    const amounts = rows.flatMap(({ columns }) => [columns.initialBudget, columns.fullYearBudget, columns.executed])
    const first = amounts.find((amount) => amount?.number?.isPositive())
    if (!first) return
    if (amounts.some((amount) => amount?.read.kind === 'number' && amount.read.suffix !== '')) return
    if (
      Object.values(funds.headers).some((cell) => UNIT.test(cell.printed)) ||
      rows.some(({ row }) => UNIT.test(row.label.printed))
    )
      return
    report({
      field: first.field,
      verdict: 'undecided',
      printed: first.cell.printed,
      expected: '元或万元',
      message: `资金栏没有注明金额单位，“${first.cell.printed}”是元还是万元无法确定。`,
      messageEn: 'The fund block states no unit of money; the amounts may be in 元 or in 万元.',
    })
  },
})
