import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft, type Report } from '../../engine/check.ts'
import { fundRowName } from '../../engine/drafts.ts'
import type { FormView, NumberField } from '../../engine/form-view.ts'
import { fundAmount } from '../../engine/money.ts'
import { working } from '../../engine/proof.ts'
import { SLIP_TOLERANCE } from '../../engine/proposals.ts'
import { type Amount, baseValue } from '../../engine/verdict.ts'
import { costRows } from '../support/cost-rows.ts'

const SHIFTS = [4, -4, 8, -8] as const

/** Digits in front of the point of the amount in 元: amounts of one size need no closer look. */
const size = ({ value, power }: Amount): number => {
  const units = value.units < 0 ? -value.units : value.units
  let digits = 1
  for (let limit = 10; units >= limit; limit *= 10) digits += 1
  return digits - value.scale + power
}
const FEWEST_PLACES_APART = 3

/** a ≈ b × 10^k within a thousandth: one amount in 元, the other in 万元. */
const slipPower = (a: Amount, b: Amount): number | undefined => {
  if (Math.abs(size(a) - size(b)) < FEWEST_PLACES_APART) return undefined
  const x = baseValue(a).abs()
  const y = baseValue(b).abs()
  if (x.isZero() || y.isZero()) return undefined
  return SHIFTS.find((power) => {
    const scaled = y.shift(power)
    return x.subtract(scaled).abs().compare(scaled.multiply(SLIP_TOLERANCE)) <= 0
  })
}

/** Other decimal shifts count only when all digits agree: 12.5 and 125 may be two amounts, 109.9728 and 10.99728 are not. */
const SMALL_SHIFTS = [1, -1, 2, -2, 3, -3] as const
const FEWEST_DIGITS = 5
const digitShift = (a: Amount, b: Amount): number | undefined => {
  if (size(a) === size(b)) return undefined
  const x = baseValue(a).abs().normalize()
  if (String(x.units).replace(/(?<!0)0+$/, '').length < FEWEST_DIGITS) return undefined
  return SMALL_SHIFTS.find((power) => baseValue(b).abs().shift(power).equals(x))
}

const slipDraft = (
  form: FormView,
  at: { field: string; printed: string },
  other: NumberField,
  power: number,
  name: string,
): FindingDraft => ({
  field: at.field,
  also: [other.field],
  verdict: 'outside',
  printed: at.printed,
  expected: other.cell.printed,
  message: `${name}${at.printed}与${other.cell.printed}数字相同而相差10的${Math.abs(power)}次方，疑为元、万元混用或小数点错位`,
  messageEn: `${at.printed} and ${other.cell.printed} are one number 10^${Math.abs(power)} apart: a unit or decimal slip.`,
  proof: working(
    form,
    {
      formula: 'x ÷ y ≈ 10ᵏ',
      filledIn: `${at.printed} ÷ ${other.cell.printed} ≈ 10^${power}`,
      result: `k = ${power}`,
      verdict: 'outside',
    },
    [
      ['金额', at.field],
      ['同一金额', other.field],
    ],
  ),
})

const COLUMNS = ['initialBudget', 'fullYearBudget', 'executed'] as const

/** Amounts of one row that should be of one size: budget against spending, total against its sources. */
const fundSlips = (form: FormView, report: Report): void => {
  const { total, rows } = form.funds
  const base = total?.columns.fullYearBudget ?? total?.columns.initialBudget
  const budget = fundAmount(base)
  if (!total || !base || !budget || budget.value.isZero()) return
  const usual = size(budget)
  for (const row of rows) {
    for (const column of COLUMNS) {
      const field = row.columns[column]
      if (!field?.number || field === base || field.number === base.number) continue
      const amount = fundAmount(field)
      if (!amount || amount.value.isZero() || size(amount) === usual) continue
      const power = slipPower(amount, budget) ?? (row === total ? digitShift(amount, budget) : undefined)
      if (power !== undefined)
        report(slipDraft(form, { field: field.field, printed: field.cell.printed }, base, power, fundRowName(row)))
    }
  }
}

/** 项目总成本 950000万元 beside an execution of 95万元. */
const costSlips = (form: FormView, report: Report): void => {
  const executed = form.funds.total?.columns.executed
  const spent = fundAmount(executed)
  const rows = executed && spent && !spent.value.isZero() ? costRows(form) : []
  if (rows.length !== 1 || !executed || !spent) return
  const { indicator, actual } = rows[0]!
  const power = slipPower(actual, spent)
  const at = { field: indicatorField(indicator.index, 'actual'), printed: indicator.row.actual.printed }
  if (power !== undefined) report(slipDraft(form, at, executed, power, '成本指标完成值'))
}

export const oneUnit = defineFormCheck({
  id: 'CM-006',
  title: '同一金额没有单位错位',
  titleEn: 'One amount is not printed in two units',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#one-unit'],
  rule: '同一金额两处之比不等于10的±4、±8次方（允许千分之一），数字全同时也不等于10的±1、±2、±3次方',
  remedy: '核对金额单位（元、万元），统一为表头所注单位',
  remedyEn: 'Bring both amounts to the unit in the header.',
  run({ form }, report) {
    fundSlips(form, report)
    costSlips(form, report)
  },
})
