import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { type NoteBook, noteBook } from '../notes.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { readRelationships } from '../zip/package.ts'
import { columnName, parseAddress } from './address.ts'
import { type SheetGrid, sheetGrid } from './sheet-grid.ts'
import { type SheetContext, type SheetScan, scanSheet } from './sheet-scan.ts'
import { scanStrings } from './strings.ts'
import { readCellFormats } from './styles.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

/**
 * Reads an .xlsx: each visible sheet becomes one grid of its used range, cells as printed by their number formats.
 * Hidden sheets are named in a note and not read; hidden rows and columns are read, and named. Throws AppError.
 */
export function readXlsx(archive: ZipArchive, file: string, limits: ReaderLimits): SourceDocument {
  const workbook = readWorkbook(archive, limits)
  const notes = noteBook(limits.notes)
  const context = sheetContext(archive, workbook, limits)
  const blocks: Grid[] = []
  for (const sheet of workbook.sheets) {
    if (sheet.isHidden) {
      notes.add('hidden-sheet', `工作表“${sheet.name}”被隐藏，未读取`, { sheet: sheet.name })
      continue
    }
    if (sheet.part === undefined || !archive.has(sheet.part)) continue
    const scan = scanSheet(archive, sheet.part, context, limits)
    const found = sheetGrid(scan, sheet.name, blocks.length + 1, context, limits)
    if (found) blocks.push(found.grid)
    noteSheet(notes, sheet.name, scan, found)
    noteComments(notes, archive, sheet.name, sheet.part, limits)
  }
  noteExternalLinks(notes, archive, workbook, limits)
  const sheets = workbook.sheets.map((each) => each.name)
  return { file, format: 'xlsx', sheets, blocks, notes: notes.list() }
}

function sheetContext(archive: ZipArchive, workbook: Workbook, limits: ReaderLimits): SheetContext {
  const partOf = (type: string): string | undefined =>
    workbook.relationships.find((each) => each.type === type && !each.isExternal)?.target
  const strings: string[] = []
  const stringsPart = partOf('sharedStrings')
  if (stringsPart) {
    scanStrings(archive, stringsPart, 's:si', limits, (text) => {
      if (strings.length >= limits.strings) throw limitExceeded(archive.where, '字符串数', `${limits.strings} 个`)
      strings.push(text)
    })
  }
  const formats = readCellFormats(archive, partOf('styles'), workbook.is1904, limits)
  const { cells, formulaCharacters } = limits
  return { where: archive.where, strings, formats, budget: { cells, formulaCharacters } }
}

function noteSheet(notes: NoteBook, sheet: string, scan: SheetScan, found: SheetGrid | undefined): void {
  if (found === undefined) return
  const { used, cutMerges } = found
  const rows = scan.hiddenRows.filter((row) => row >= used.row && row <= used.lastRow)
  if (rows.length > 0) {
    const message = `工作表“${sheet}”第 ${ranges(rows)} 行被隐藏，内容仍已读取`
    notes.add('hidden-row', message, { sheet, row: rows[0]! + 1 })
  }
  for (const { first, last } of scan.hiddenColumns) {
    if (first > used.lastColumn || last < used.column) continue
    const end = Math.min(last, used.lastColumn)
    const name = first === end ? columnName(first) : `${columnName(first)}–${columnName(end)}`
    notes.add('hidden-column', `工作表“${sheet}”第 ${name} 列被隐藏，内容仍已读取`, { sheet, column: first + 1 })
  }
  for (const { row, column, text } of scan.errors) {
    const cell = `${columnName(column)}${row + 1}`
    notes.add('formula-error', `${sheet}!${cell} 的公式出错：${text}`, {
      sheet,
      row: row + 1,
      column: column + 1,
      cell,
    })
  }
  if (cutMerges > 0) notes.add('limit', `工作表“${sheet}”有 ${cutMerges} 个合并区域过大，只读到有内容处为止`, { sheet })
}

/** `3–5、8` for 0-based numbers in rising order. */
function ranges(numbers: readonly number[]): string {
  const parts: string[] = []
  for (let index = 0; index < numbers.length; ) {
    let end = index
    while (numbers[end + 1] === numbers[end]! + 1) end += 1
    const first = numbers[index]! + 1
    parts.push(end === index ? `${first}` : `${first}–${numbers[end]! + 1}`)
    index = end + 1
  }
  return parts.length > 20 ? `${parts.slice(0, 20).join('、')} 等` : parts.join('、')
}

function noteComments(notes: NoteBook, archive: ZipArchive, sheet: string, part: string, limits: ReaderLimits): void {
  for (const each of readRelationships(archive, part, limits)) {
    if (each.type !== 'comments' || each.isExternal) continue
    scanStrings(archive, each.target, 's:comment', limits, (text, ref) => {
      const place = parseAddress(ref)
      const at = place ? { sheet, row: place.row + 1, column: place.column + 1, cell: ref } : { sheet }
      const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
      notes.add('comment', `${sheet}!${ref} 有批注：${shown.trim()}`, at)
    })
  }
}

function noteExternalLinks(notes: NoteBook, archive: ZipArchive, workbook: Workbook, limits: ReaderLimits): void {
  for (const link of workbook.relationships) {
    if (link.type !== 'externalLink' || link.isExternal) continue
    const target = readRelationships(archive, link.target, limits).find((each) => each.isExternal)?.target
    notes.add('external-link', `公式引用了外部文件，数值为上次保存时的结果：${target ?? link.target}`, {})
  }
}
