import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { type NoteBook, noteBook } from '../notes.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { readRelationships } from '../zip/package.ts'
import { parseAddress } from './address.ts'
import { sheetGrid } from './sheet-grid.ts'
import { noteSheet } from './sheet-notes.ts'
import { type SheetContext, scanSheet } from './sheet-scan.ts'
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
      notes.add(
        'hidden-sheet',
        `工作表“${sheet.name}”被隐藏，未读取`,
        `Sheet "${sheet.name}" is hidden and was not read`,
        { sheet: sheet.name },
      )
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

function noteComments(notes: NoteBook, archive: ZipArchive, sheet: string, part: string, limits: ReaderLimits): void {
  for (const each of readRelationships(archive, part, limits)) {
    if (each.type !== 'comments' || each.isExternal) continue
    scanStrings(archive, each.target, 's:comment', limits, (text, ref) => {
      const place = parseAddress(ref)
      const at = place ? { sheet, row: place.row + 1, column: place.column + 1, cell: ref } : { sheet }
      const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
      notes.add('comment', `${sheet}!${ref} 有批注：${shown.trim()}`, `Comment at ${sheet}!${ref}: ${shown.trim()}`, at)
    })
  }
}

function noteExternalLinks(notes: NoteBook, archive: ZipArchive, workbook: Workbook, limits: ReaderLimits): void {
  for (const link of workbook.relationships) {
    if (link.type !== 'externalLink' || link.isExternal) continue
    const target = readRelationships(archive, link.target, limits).find((each) => each.isExternal)?.target
    notes.add(
      'external-link',
      `公式引用了外部文件，数值为上次保存时的结果：${target ?? link.target}`,
      `Formulas refer to a file outside; their values are those of the last save: ${target ?? link.target}`,
      {},
    )
  }
}
