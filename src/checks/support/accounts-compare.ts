/** Inequalities between cells of published tables: certain only when no values inside the printed intervals fulfil them. */
import type { Severity } from '../../domain/finding.ts'
import type { AccountCell } from '../../engine/accounts.ts'
import type { FindingDraft } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { amountInterval, baseValue } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { atCell, cellName, inputOf, isDoubtful, proven, shown, withDoubt, withDoubtEn } from './accounts.ts'

type Cells = readonly (AccountCell | undefined)[]

const told = (cells: Cells): readonly AccountCell[] => cells.filter((cell) => cell !== undefined)

/** Σ in 元 with what rounding allows; `undefined` when a cell cannot be read. */
const sumOf = (cells: readonly AccountCell[]): { value: Decimal; low: Decimal; high: Decimal } | undefined => {
  let sum = { value: Decimal.zero, low: Decimal.zero, high: Decimal.zero }
  for (const { amount, state } of cells) {
    if (!amount) return undefined
    // A blank is nothing at all, not something that was rounded to nothing: it widens no interval.
    if (state !== 'number') continue
    const { low, high } = amountInterval(amount)
    sum = { value: sum.value.add(baseValue(amount)), low: sum.low.add(low), high: sum.high.add(high) }
  }
  return sum
}

/** Half a unit of the right side's table: what a blank there may hide. */
const hidden = (cells: readonly AccountCell[]): Decimal => {
  let most = Decimal.zero
  for (const { amount, state } of cells) if (amount && state !== 'number') most = most.add(amountInterval(amount).high)
  return most
}

/** True when Σ left ≤ Σ right fails for certain. */
export const certainlyMore = (left: Cells, right: Cells): boolean => {
  const [a, b] = [sumOf(told(left)), sumOf(told(right))]
  if (!a || !b || told(left).length === 0 || told(right).length === 0) return false
  return a.value.compare(b.value) > 0 && a.low.compare(b.high.add(hidden(told(right)))) > 0
}

const sumText = (cells: readonly AccountCell[]): string => cells.map(shown).join(' + ')

export interface Excess {
  readonly left: Cells
  readonly right: Cells
  /** 基本支出 ≤ 支出决算表基本支出. */
  readonly formula: string
  readonly severity: Severity
}

/** A draft at the first cell of the left side. */
export const excessDraft = ({ left, right, formula, severity }: Excess): FindingDraft => {
  const [a, b] = [told(left), told(right)]
  const first = a[0]!
  const all = [...a, ...b]
  const own = proven(severity, all)
  const names = (cells: readonly AccountCell[]): string =>
    cells.map((cell) => `${cellName(cell)}${shown(cell)}`).join('、')
  return {
    ...atCell(first),
    severity: own,
    verdict: isDoubtful(all) && own === 'info' ? 'undecided' : 'outside',
    printed: sumText(a),
    expected: `≤ ${sumText(b)}`,
    message: withDoubt(all, `${names(a)}大于${names(b)}（${formula}）`),
    messageEn: withDoubtEn(all, `${sumText(a)} is more than ${sumText(b)}.`),
    proof: () =>
      proof({
        formula,
        filledIn: `${sumText(a)} ≤ ${sumText(b)}`,
        result: '不成立',
        verdict: 'outside',
        inputs: all.map(inputOf),
      }),
  }
}
