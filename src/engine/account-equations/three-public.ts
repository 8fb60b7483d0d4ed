/** “三公”经费, as one row of figures or as a list of items. */
import type { AccountCell, AccountTableView } from '../accounts.ts'
import { type Equation, judgeEquation } from '../equations.ts'
import { cellIn, EquationSheet } from './sheet.ts'
import { rowOf } from './totals.ts'

type Cells = Readonly<Record<string, AccountCell | undefined>>

const ITEMS = ['total', 'abroad', 'vehicles', 'purchase', 'running', 'reception', 'meeting', 'training'] as const

/** budgetVehicles → the column of the half; a list has one half for each of its columns. */
const halvesOf = (table: AccountTableView): readonly Cells[] => {
  const figures = table.entries.find(({ cells }) => cells.has('budgetTotal') || cells.has('finalTotal'))
  if (figures)
    return ['budget', 'final'].map((half) =>
      Object.fromEntries(
        ITEMS.map((item) => [item, figures.cells.get(`${half}${item[0]!.toUpperCase()}${item.slice(1)}`)]),
      ),
    )
  return ['initialBudget', 'fullYearBudget', 'lastYear', 'amount'].map((column) =>
    Object.fromEntries(ITEMS.map((item) => [item, cellIn(rowOf(table, item), column)])),
  )
}

const THREE = ['abroad', 'vehicles', 'reception'] as const

const totals = (halves: readonly Cells[], code: string, more: readonly string[]): readonly Equation[] => {
  const sheet = new EquationSheet()
  for (const half of halves) {
    const names = more.length > 0 ? '出国 + 公务用车 + 接待 + 会议费 + 培训费' : '出国 + 公务用车 + 接待'
    if (THREE.every((item) => half[item]))
      sheet.sum(
        code,
        `合计 = ${names}`,
        half.total,
        [...THREE, ...more].map((item) => half[item]),
      )
  }
  return sheet.equations
}

const broken = (equations: readonly Equation[]): number =>
  equations.filter((one) => judgeEquation(one)?.verdict === 'outside').length

export const addThreePublic = (
  sheet: EquationSheet,
  table: AccountTableView | undefined,
  totalCode: string,
  vehiclesCode: string,
): void => {
  if (!table) return
  const halves = halvesOf(table)
  const plain = totals(halves, totalCode, [])
  const withMore = totals(halves, totalCode, ['meeting', 'training'])
  // Shaanxi prints meetings and training beside; whether its total contains them is what the more halves agree with.
  sheet.equations.push(...(broken(withMore) < broken(plain) ? withMore : plain))
  for (const half of halves)
    if (half.purchase && half.running)
      sheet.sum(vehiclesCode, '公务用车购置及运行费 = 购置费 + 运行费', half.vehicles, [half.purchase, half.running])
}
