import type { NoteBook } from '../notes.ts'
import { columnName } from './address.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { SheetScan } from './sheet-scan.ts'

/** Notes what a person does not see of a sheet that was read: hidden rows and columns, broken formulas, cut merges. */
export function noteSheet(notes: NoteBook, sheet: string, scan: SheetScan, found: SheetGrid | undefined): void {
  if (found === undefined) return
  const { used, cutMerges } = found
  const rows = scan.hiddenRows.filter((row) => row >= used.row && row <= used.lastRow)
  if (rows.length > 0) {
    const message = `工作表“${sheet}”第 ${ranges(rows, '、', ' 等')} 行被隐藏，内容仍已读取`
    const messageEn = `Rows ${ranges(rows, ', ', ' and more')} of sheet "${sheet}" are hidden; they were read all the same`
    notes.add('hidden-row', message, messageEn, { sheet, row: rows[0]! + 1 })
  }
  for (const { first, last } of scan.hiddenColumns) {
    if (first > used.lastColumn || last < used.column) continue
    const end = Math.min(last, used.lastColumn)
    const name = first === end ? columnName(first) : `${columnName(first)}–${columnName(end)}`
    notes.add(
      'hidden-column',
      `工作表“${sheet}”第 ${name} 列被隐藏，内容仍已读取`,
      `Columns ${name} of sheet "${sheet}" are hidden; they were read all the same`,
      { sheet, column: first + 1 },
    )
  }
  for (const { row, column, text } of scan.errors) {
    const cell = `${columnName(column)}${row + 1}`
    notes.add(
      'formula-error',
      `${sheet}!${cell} 的公式出错：${text}`,
      `The formula in ${sheet}!${cell} fails: ${text}`,
      {
        sheet,
        row: row + 1,
        column: column + 1,
        cell,
      },
    )
  }
  if (cutMerges > 0)
    notes.add(
      'limit',
      `工作表“${sheet}”有 ${cutMerges} 个合并区域过大，只读到有内容处为止`,
      `Sheet "${sheet}" has ${cutMerges} merged areas that are too large; they were read as far as there is content`,
      { sheet },
    )
}

/** `3–5、8` for 0-based numbers in rising order. */
function ranges(numbers: readonly number[], separator: string, more: string): string {
  const parts: string[] = []
  for (let index = 0; index < numbers.length; ) {
    let end = index
    while (numbers[end + 1] === numbers[end]! + 1) end += 1
    const first = numbers[index]! + 1
    parts.push(end === index ? `${first}` : `${first}–${numbers[end]! + 1}`)
    index = end + 1
  }
  return parts.length > 20 ? parts.slice(0, 20).join(separator) + more : parts.join(separator)
}
