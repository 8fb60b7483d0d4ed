/**
 * Rows of which the reader was not sure under which columns their amounts stand: could they add up in another way? Text of a
 * PDF keeps the order of the amounts and loses the blanks between them.
 */
import { profileOf } from '../../engine/account-equations/rows.ts'
import type { AccountTableView } from '../../engine/accounts.ts'
import { type Amount, judgeSum } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import type { RowEquation } from '../../law/account-tables.ts'

const MOST_PLACEMENTS = 5000

/** n choose k, as long as it is small. */
const choices = (n: number, k: number): number => {
  let count = 1
  for (let i = 0; i < k; i++) count = (count * (n - i)) / (i + 1)
  return count
}

type Placed = ReadonlyMap<string, Amount>

const negative = ({ value, power }: Amount): Amount => ({ value: value.negate(), power })

const holds = ({ sum, parts }: RowEquation, roles: ReadonlySet<string>, placed: Placed): boolean => {
  const own = parts.filter((role) => roles.has(role))
  if (!sum.every((role) => roles.has(role)) || own.length === 0) return true
  const [first, ...more] = sum.map((role) => placed.get(role))
  const all = [...own.flatMap((role) => placed.get(role) ?? []), ...more.flatMap((one) => (one ? negative(one) : []))]
  const total = first ?? { value: Decimal.zero, power: all[0]?.power ?? 0 }
  return judgeSum(total, all).verdict !== 'outside'
}

/** True when the row's amounts, kept in their order, add up under some choice of columns, or when there are too many to try. */
export const mayAddUp = (table: AccountTableView, row: number): boolean => {
  const profile = profileOf(table)
  const side = table.record.side === '支出' ? profile?.expenditure : profile?.main
  const entry = table.entries.find((one) => one.row === row)
  if (!side || !entry || side.equations.length === 0) return true
  const cells = [...entry.cells.values()].sort((a, b) => a.column - b.column)
  const amounts = cells.flatMap(({ state, own }) => (state === 'number' && own ? [own] : []))
  const roles = cells.map(({ role }) => role)
  if (choices(roles.length, amounts.length) > MOST_PLACEMENTS) return true
  const known = new Set(roles)
  const fits = (next: number, from: number, placed: Placed): boolean => {
    if (next === amounts.length) return side.equations.every((equation) => holds(equation, known, placed))
    for (let i = from; i + amounts.length - next <= roles.length; i++)
      if (fits(next + 1, i + 1, new Map([...placed, [roles[i]!, amounts[next]!]]))) return true
    return false
  }
  return fits(0, 0, new Map())
}
