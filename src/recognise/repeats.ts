/**
 * Tables whose merged cells were taken apart so that each place they covered got their text: 项目名称 | 项目名称 | 甲 | 甲 | 甲.
 * The repeats are blanked, as in the tables that leave those places empty. Numbers are left alone (18 | 18 | 18 are three
 * amounts), and so are the rows of indicators (完成 | 完成 is a target and what became of it).
 */
import { fundHeader, indicatorHeader } from './columns.ts'
import { isProjectNameLabel } from './head.ts'
import { filledCells, type Row, type RowCell } from './rows.ts'
import { labelKey, narrow } from './text.ts'
import { isTotalRow } from './totals.ts'
import { isIndicatorBlock, vocabulary } from './vocabulary.ts'

const VALUE = /^[\d.,%‰—–\-－/]*$/
const isWords = (text: string): boolean => text.length > 1 && !VALUE.test(narrow(text))

const isLabel = (text: string): boolean => {
  const { head, more, goals, goalBlock, fundBlock, fundRows, totalLabels, indicatorBlock } = vocabulary()
  const key = labelKey(text)
  if ([goalBlock, fundBlock, indicatorBlock, totalLabels].some((names) => names.has(key))) return true
  return [head, more, goals, fundRows].some((lookup) => lookup(text).length > 0)
}

const LONGEST_PAIR = 3

/** A label printed twice side by side, or a text three times, is no form: no cell but a merged one looks like that. */
const showsRepeats = (row: Row): boolean => {
  let run = 1
  for (let i = 1; i < row.cells.length; i++) {
    const { text, own } = row.cells[i]!
    run = own && text === row.cells[i - 1]!.text && isWords(text) ? run + 1 : 1
    if (run === 2 && isLabel(text)) return true
    if (run > LONGEST_PAIR && text.length > LONGEST_PAIR) return true
  }
  return false
}

const isSpanned = (row: Row): boolean => row.cells.some((cell) => cell.span > 1 || !cell.own)

/** Where the right-hand goal begins: the same text on both sides is then two texts. */
const goalEdge = (row: Row): number => {
  const at = row.cells.findIndex((cell) => vocabulary().goals(cell.text)[0] === 'actual')
  return row.cells.slice(0, Math.max(at, 0)).some((cell) => vocabulary().goals(cell.text)[0] === 'expected') ? at : -1
}

const withoutRepeats = (row: Row, goalsEdge: number): Row => {
  const texts = new Set(filledCells(row).map((cell) => cell.text))
  const isOneText = [...texts].filter((text) => !isLabel(text)).length === 1
  const edge = isOneText ? goalsEdge : -1
  const isRepeat = (cell: RowCell, i: number): boolean =>
    i > 0 && i !== edge && cell.text === row.cells[i - 1]!.text && isWords(cell.text)
  return { ...row, cells: row.cells.map((cell, i) => (isRepeat(cell, i) ? { ...cell, text: '' } : cell)) }
}

/** A section row (一、产出指标) or a page number in every place of the row. */
const isOneText = (row: Row): boolean => {
  const filled = filledCells(row).filter((cell) => !isIndicatorBlock(cell.text))
  return filled.length > LONGEST_PAIR && filled.every((cell) => cell.text === filled[0]!.text)
}

const onlyFirst = (row: Row): Row => {
  const first = filledCells(row).find((cell) => !isIndicatorBlock(cell.text))
  return { ...row, cells: row.cells.map((cell) => (cell === first ? cell : { ...cell, text: '' })) }
}

/** Rows of one table. Which of them list indicators is told by the header above them. */
const cleaned = (rows: readonly Row[]): readonly Row[] => {
  let isIndicators = false
  let edge = -1
  return rows.map((row) => {
    if (indicatorHeader(row)) isIndicators = true
    else if (isIndicators) {
      const first = filledCells(row)[0]
      const isFoot = isTotalRow(row) || (first !== undefined && vocabulary().more(first.text).length > 0)
      const isNext = first !== undefined && vocabulary().head(first.text).length > 0
      if (isNext) isIndicators = false
      else if (!isFoot) return isOneText(row) ? onlyFirst(row) : row
    }
    const found = goalEdge(row)
    if (found >= 0) edge = found
    return withoutRepeats(row, edge)
  })
}

/** Scored sheets name two levels alike (满意度 | 满意度) and mean it. */
const isOfForm = (row: Row): boolean =>
  indicatorHeader(row) !== undefined ||
  fundHeader(row) !== undefined ||
  row.cells.some((cell) => isProjectNameLabel(cell.text))

/** The rows of a document, those of tables with repeated texts without the repeats. */
export const mendRepeats = (rows: readonly Row[]): readonly Row[] => {
  const out: Row[] = []
  for (let from = 0; from < rows.length; ) {
    let to = from + 1
    while (to < rows.length && rows[to]!.block === rows[from]!.block) to += 1
    const table = rows.slice(from, to)
    const isRepeating =
      table[0]!.kind !== 'paragraph' && !table.some(isSpanned) && table.some(showsRepeats) && table.some(isOfForm)
    for (const row of isRepeating ? cleaned(table) : table) out.push(row)
    from = to
  }
  return out
}
