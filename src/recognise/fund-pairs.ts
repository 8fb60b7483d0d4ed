/** The fund block of forms that print each amount behind its own label: 预算数：| 120 | 到位数：| 120 | 执行数：| 114.6 | 95.5%. */
import type { Cell, FundRow } from '../domain/self-evaluation.ts'
import { toCell } from './columns.ts'
import { AMOUNT, addSource, type FundBlock, fundRowKey } from './funds.ts'
import { filledCells, type Row, type RowCell } from './rows.ts'
import { narrow } from './text.ts'
import { mayHold, TRAIT } from './traits.ts'
import { vocabulary } from './vocabulary.ts'

interface Pair {
  readonly label: RowCell
  readonly amount: RowCell
}

const isAmount = (cell: RowCell): boolean => AMOUNT.test(narrow(cell.text))

const pairsOf = (row: Row): readonly Pair[] => {
  const cells = filledCells(row).filter((cell) => cell.own)
  return cells.flatMap((label, i) => {
    const amount = cells[i + 1]
    return amount && isAmount(amount) && !isAmount(label) ? [{ label, amount }] : []
  })
}

const rateOf = (row: Row): Cell | undefined => {
  const cell = filledCells(row).find(({ text, own }) => own && /^[\d.]+[%％]$/.test(narrow(text)))
  return cell && toCell(cell)
}

const cellsOf = (row: Row, budget: Pair, executed: Pair): FundRow['cells'] => {
  const rate = rateOf(row)
  return {
    fullYearBudget: toCell(budget.amount),
    executed: toCell(executed.amount),
    ...(rate ? { rate } : {}),
  }
}

/** Takes the first row of such a block, which is the total; false when the row is none. */
export const startPairs = (block: FundBlock, row: Row): boolean => {
  if (block.header || row.kind === 'paragraph' || !mayHold(row, TRAIT.fundColumn)) return false
  const pairs = pairsOf(row)
  const labelled = (field: 'fullYearBudget' | 'executed'): Pair | undefined =>
    pairs.find(({ label }) => vocabulary().fundColumns(label.text)[0] === field)
  const budget = labelled('fullYearBudget')
  const executed = labelled('executed')
  if (!budget || !executed) return false
  const column = (field: 'fullYearBudget' | 'executed', { label }: Pair) => {
    const start = row.cells.indexOf(label)
    return { field, cell: toCell(label), start, end: start + 1, index: start }
  }
  block.isPairs = true
  block.header = {
    columns: [column('fullYearBudget', budget), column('executed', executed)],
    kind: row.kind,
    cellCount: row.cells.length,
  }
  block.rows.total = { label: toCell(budget.label), cells: cellsOf(row, budget, executed) }
  return true
}

/** 其中：财政资金 | 100 | 其中：财政资金 | 100 | 其中：财政资金 | 94.6: budget first, what was spent last. */
export const addPairRow = (block: FundBlock, row: Row): boolean => {
  const pairs = pairsOf(row)
  const [budget] = pairs
  const executed = pairs.at(-1)
  if (!budget || !executed || budget === executed) return false
  const key = fundRowKey(budget.label.text, new Set(Object.keys(block.rows)))
  if (!key) return false
  addSource(block, key, { label: toCell(budget.label), cells: cellsOf(row, budget, executed) })
  return true
}
