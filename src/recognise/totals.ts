/** The line that closes the indicator block. */
import { filledCells, type Row } from './rows.ts'
import { labelKey } from './text.ts'
import { isIndicatorBlock, isLevel1, isLevel2, vocabulary } from './vocabulary.ts'

/** 总分 / 合计 in front of numbers, and no level name beside it. */
export const isTotalRow = (row: Row): boolean => {
  const cells = filledCells(row)
  const label = cells.find((cell) => cell.own && !isIndicatorBlock(cell.text))
  if (!label || !vocabulary().totalLabels.has(labelKey(label.text.split(/[:：]/)[0]!))) return false
  return !cells.some((cell) => isLevel1(cell.text) || isLevel2(cell.text))
}
