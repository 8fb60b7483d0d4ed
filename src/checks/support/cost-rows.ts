/** Cost indicators that state money: target, actual value, and whether they speak of the whole project. */
import type { Indicator } from '../../domain/self-evaluation.ts'
import { type FormView, type IndicatorView, oncePerForm } from '../../engine/form-view.ts'
import { indicatorAmount } from '../../engine/money.ts'
import type { Amount } from '../../engine/verdict.ts'

export interface CostRow {
  readonly indicator: IndicatorView
  readonly target: Amount | undefined
  readonly actual: Amount
}

const WHOLE_PROJECT =
  /预算(?:控制)?数|项目(?:总)?(?:成本|支出|经费|预算|投资)|总成本|总投资|总支出|预计资金|资金执行数|服务成本|成本控制|控制在预算|^成本$/
const PER_UNIT = /人均|每|单位|标准|平均|单价|\/|／|节约|节省|降低/

export const isWholeProject = ({ row }: IndicatorView): boolean =>
  WHOLE_PROJECT.test(row.level3.printed) && !PER_UNIT.test(row.level3.printed)

const isCost = ({ level1, level2 }: Indicator): boolean =>
  level2.printed.includes('成本') || level1.printed.includes('成本')

/** A bound (不超过3.5万) or a unit price is no amount spent. */
const readCostRow = (form: FormView, indicator: IndicatorView): CostRow | undefined => {
  const { row, weight, target, actual } = indicator
  if (!weight.number?.isPositive() || PER_UNIT.test(row.level3.printed)) return undefined
  if (actual.kind !== 'number' || actual.operator !== undefined) return undefined
  const amount = indicatorAmount(form, actual, true)
  if (!amount) return undefined
  const limit = target.kind === 'number' ? indicatorAmount(form, target, true) : undefined
  return { indicator, actual: amount, target: limit }
}

/** Three checks ask for them; they are read once per form. */
export const costRows = oncePerForm((form): readonly CostRow[] => {
  const rows: CostRow[] = []
  for (const indicator of form.indicators) {
    const row = isCost(indicator.row) ? readCostRow(form, indicator) : undefined
    if (row) rows.push(row)
  }
  return rows
})
