import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import type { CompoundFile } from '../compound/compound.ts'
import type { ReaderLimits } from '../limits.ts'
import { type NoteBook, noteBook } from '../notes.ts'
import { columnName } from '../xlsx/address.ts'
import { sheetGrid } from '../xlsx/sheet-grid.ts'
import { noteSheet } from '../xlsx/sheet-notes.ts'
import type { SheetContext } from '../xlsx/sheet-scan.ts'
import { oldWorkbook, readGlobals } from './globals.ts'
import { type SheetComment, scanBiffSheet } from './sheet.ts'

/**
 * Reads an .xls (Excel 97–2003, WPS): as the reader of .xlsx, each visible sheet becomes one grid of its used range, cells
 * as printed by their number formats. Throws AppError: ENCRYPTED_FILE, UNSUPPORTED_FORMAT for Excel 95 and before,
 * TRUNCATED_FILE, UNREADABLE_FILE, LIMIT_EXCEEDED.
 */
export function readXls(file: CompoundFile, limits: ReaderLimits): SourceDocument {
  const { where } = file
  const stream = file.stream('Workbook')
  if (stream === undefined) throw oldWorkbook(where)
  const globals = readGlobals(stream, where, limits)
  const { cells, formulaCharacters } = limits
  const context: SheetContext = {
    where,
    strings: globals.strings,
    formats: globals.formats,
    budget: { cells, formulaCharacters },
  }
  const notes = noteBook(limits.notes)
  const blocks: Grid[] = []
  // Sheets follow one another; a stream that is gone through twice has sheets laid over one another.
  const budget = { bytes: 2 * stream.length }
  for (const sheet of globals.sheets) {
    if (sheet.isHidden) {
      notes.add(
        'hidden-sheet',
        `工作表“${sheet.name}”被隐藏，未读取`,
        `Sheet "${sheet.name}" is hidden and was not read`,
        { sheet: sheet.name },
      )
      continue
    }
    if (!sheet.isWorksheet) continue
    const scan = scanBiffSheet(stream, sheet.offset, globals, context, budget, limits)
    const found = sheetGrid(scan, sheet.name, blocks.length + 1, context, limits)
    if (found) blocks.push(found.grid)
    noteSheet(notes, sheet.name, scan, found)
    for (const comment of scan.comments) noteComment(notes, sheet.name, comment)
  }
  for (const target of globals.externalFiles) {
    notes.add(
      'external-link',
      `公式引用了外部文件，数值为上次保存时的结果：${target}`,
      `Formulas refer to a file outside; their values are those of the last save: ${target}`,
      {},
    )
  }
  const sheets = globals.sheets.map((each) => each.name)
  return { file: where, format: 'xls', sheets, blocks, notes: notes.list() }
}

function noteComment(notes: NoteBook, sheet: string, { row, column, text }: SheetComment): void {
  const cell = `${columnName(column)}${row + 1}`
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
  notes.add('comment', `${sheet}!${cell} 有批注：${shown.trim()}`, `Comment at ${sheet}!${cell}: ${shown.trim()}`, {
    sheet,
    row: row + 1,
    column: column + 1,
    cell,
  })
}
