import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { mainPart, onOpen, type Relationship, readRelationships, scanPart } from '../zip/package.ts'

export interface SheetEntry {
  readonly name: string
  readonly isHidden: boolean
  /** Undefined for chart sheets and for sheets whose part is missing. */
  readonly part: string | undefined
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly is1904: boolean
  readonly relationships: readonly Relationship[]
}

export function readWorkbook(archive: ZipArchive, limits: ReaderLimits): Workbook {
  const part = mainPart(archive, 'xl/workbook.xml', limits)
  const relationships = readRelationships(archive, part, limits)
  const worksheets = new Map(
    relationships.filter((each) => each.type === 'worksheet').map((each) => [each.id as string | undefined, each]),
  )
  const sheets: SheetEntry[] = []
  let is1904 = false
  const collect = onOpen((name, tag) => {
    if (name === 's:workbookPr') is1904 = isTrue(tag.attribute('date1904'))
    if (name !== 's:sheet') return
    const id = tag.attribute('id')
    if (sheets.length >= limits.parts) throw limitExceeded(archive.where, '工作表数', `${limits.parts} 个`)
    const related = worksheets.get(id)
    const state = tag.attribute('state')
    const isHidden = state === 'hidden' || state === 'veryHidden'
    sheets.push({ name: tag.attribute('name') ?? '', isHidden, part: related?.target })
  })
  scanPart(archive, part, collect, limits)
  return { sheets, is1904, relationships }
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
