import { indicatorField } from '../../domain/field-address.ts'
import type { Severity } from '../../domain/finding.ts'
import { defineFormCheck, type FindingDraft, type FormContext } from '../../engine/check.ts'
import { type Spending, spendingOf } from '../../engine/execution.ts'
import { fundAmount, inUnit, sameAmount } from '../../engine/money.ts'
import { proof } from '../../engine/proof.ts'
import { type Amount, baseValue, judgeSum, maySame } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { type CostRow, costRows, isWholeProject } from '../support/cost-rows.ts'

const sumOf = (amounts: readonly Amount[]): Decimal =>
  amounts.reduce((sum, amount) => sum.add(baseValue(amount)), Decimal.zero)

/** The rows cover the whole project: their targets add up to the budget, or the one row says so by its name. */
const coversProject = (rows: readonly CostRow[], spending: Spending): boolean => {
  const targets = rows.flatMap(({ target }) => (target ? [target] : []))
  if (targets.length === rows.length && judgeSum(spending.budget, targets).verdict !== 'outside') return true
  return rows.length === 1 && isWholeProject(rows[0]!.indicator)
}

/** 35.48 亿元 is what one source spent, not the project: explained, but no cost of the whole. */
const sourceWithAmount = ({ form }: FormContext, amount: Amount): string | undefined =>
  form.funds.sources.find(({ columns }) => {
    const executed = fundAmount(columns.executed)
    return executed?.value.isPositive() === true && maySame(executed, amount)
  })?.row.label.printed

const draft = (
  rows: readonly CostRow[],
  spending: Spending,
  source: string | undefined,
  severity: Severity,
): FindingDraft => {
  const judged = judgeSum(
    spending.executed,
    rows.map(({ actual }) => actual),
  )
  const isRounding = judged.verdict === 'rounding-only'
  const power = spending.executed.power
  const total = inUnit(sumOf(rows.map(({ actual }) => actual)), power)
  const terms = rows.map(({ indicator }) => indicator.row.actual.printed).join(' + ')
  const fields = rows.map(({ indicator }) => indicatorField(indicator.index, 'actual'))
  const printed = spending.executedField.cell.printed
  const why = isRounding ? '，差异在舍入范围内' : source === undefined ? '' : `，只等于${source}的执行数`
  return {
    field: fields[0]!,
    also: [...fields.slice(1), spending.executedField.field],
    severity: isRounding || source !== undefined ? 'info' : severity,
    verdict: judged.verdict,
    printed: terms,
    expected: printed,
    message: `成本指标完成值${rows.length > 1 ? `之和${total}` : rows[0]!.indicator.row.actual.printed}与全年执行数${printed}不等${why}`,
    messageEn: `The cost indicators come to ${terms}, the executed amount is ${printed}${isRounding ? ' (rounding)' : ''}.`,
    proof: () =>
      proof({
        formula: 'Σ 成本指标完成值 = 全年执行数',
        filledIn: `${terms} = ${printed}`,
        result: total,
        interval: { low: judged.interval.low.shift(-power), high: judged.interval.high.shift(-power) },
        verdict: judged.verdict,
        inputs: [
          ...rows.map(({ indicator: { row } }, i) => ({
            name: '成本指标完成值',
            printed: row.actual.printed,
            field: fields[i]!,
            position: row.actual.at,
          })),
          {
            name: '全年执行数',
            printed,
            field: spending.executedField.field,
            position: spending.executedField.cell.at,
          },
        ],
      }),
  }
}

/** rules.md 0.2 row 5: the cost said another amount than the fund block of the same form. */
export const costEqualsSpending = defineFormCheck({
  id: 'SE-071',
  title: '成本指标完成值与全年执行数一致',
  titleEn: 'Cost indicators agree with the executed amount',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#cost-within-budget'],
  rule: '成本指标覆盖整个项目时：Σ 成本指标完成值 = 全年执行数（按印刷数的舍入区间）',
  remedy: '核对成本指标的口径和执行数，或说明差异',
  remedyEn: 'Check the scope of the cost indicators and the executed amount, or explain.',
  run(context, report) {
    const { form, rules } = context
    const rows = costRows(form)
    if (rows.length === 0) return
    const spending = spendingOf(form, form.funds.total, rules)
    if (!spending) return
    if (
      rows.length === 1
        ? sameAmount(rows[0]!.actual, spending.executed)
        : sumOf(rows.map(({ actual }) => actual)).equals(baseValue(spending.executed))
    )
      return
    const [first] = rows
    if (rows.length === 1 && maySame(first!.actual, spending.executed)) return
    if (!coversProject(rows, spending)) return
    const source = rows.length === 1 ? sourceWithAmount(context, first!.actual) : undefined
    report(draft(rows, spending, source, 'warning'))
  },
})
