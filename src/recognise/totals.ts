/** The line that closes the indicator block. */
import { filledCells, type Row } from './rows.ts'
import { mayHold, TRAIT } from './traits.ts'
import { isIndicatorBlock, isLevel1, isLevel2, isTotalLabel } from './vocabulary.ts'

/** 总分 / 合计 in front of numbers, and no level name beside it. */
export const isTotalRow = (row: Row): boolean => {
  if (!mayHold(row, TRAIT.total)) return false
  const cells = filledCells(row)
  const label = cells.find((cell) => cell.own && !isIndicatorBlock(cell.text))
  if (!label || !isTotalLabel(label.text)) return false
  return !cells.some((cell) => isLevel1(cell.text) || isLevel2(cell.text))
}
