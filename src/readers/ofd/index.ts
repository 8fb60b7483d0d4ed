import type { ReaderNote, SourceDocument } from '../../domain/source-document.ts'
import { withoutFurniture } from '../layout/furniture.ts'
import { layOutPage, type PageLayout } from '../layout/page-layout.ts'
import { pagesWithoutText } from '../layout/page-notes.ts'
import { toBlocks } from '../layout/to-blocks.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { objectBudget, type PageObject, type PartContent, readPart } from './objects.ts'
import { type OfdDocument, readDocuments } from './package.ts'
import { drawPage } from './page.ts'

const MOST_PAGES = 5000
/** Glyphs of all pages; a template is drawn anew on each page that has it. */
const MOST_GLYPHS = 5_000_000

/**
 * Reads an .ofd (GB/T 33190—2016): its pages become glyphs and lines, which are put together like those of a PDF: tables with
 * ruling lines as exact grids, other text as paragraphs. Annotations, seals and attachments are not read. Throws AppError.
 */
export function readOfd(archive: ZipArchive, file: string, limits: ReaderLimits): SourceDocument {
  const pages: PageLayout[] = []
  const missing: number[] = []
  const budget = { glyphs: MOST_GLYPHS }
  for (const document of readDocuments(archive, limits)) {
    readPages(archive, document, { pages, missing, budget }, limits)
  }
  return {
    file,
    format: 'ofd',
    pages: pages.length + missing.length,
    blocks: toBlocks(withoutFurniture(pages)),
    notes: [...pagesWithoutText(pages), ...missing.map(missingNote)],
  }
}

interface Reading {
  readonly pages: PageLayout[]
  readonly missing: number[]
  readonly budget: { glyphs: number }
}

function readPages(archive: ZipArchive, document: OfdDocument, reading: Reading, limits: ReaderLimits): void {
  const kept = objectBudget()
  const composites = new Map<string, readonly PageObject[]>()
  for (const part of document.resources) {
    for (const [id, objects] of readPart(archive, part, limits, kept)?.composites ?? []) composites.set(id, objects)
  }
  const templates = new Map<string, PartContent | undefined>()
  const templateOf = (id: string): PartContent | undefined => {
    const part = document.templates.get(id)
    if (part !== undefined && !templates.has(id)) templates.set(id, readPart(archive, part, limits, kept))
    return templates.get(id)
  }
  for (const { part } of document.pages) {
    const number = reading.pages.length + reading.missing.length + 1
    if (number > MOST_PAGES) throw limitExceeded(archive.where, '页数', `${MOST_PAGES} 页`)
    const content = readPart(archive, part, limits)
    if (content === undefined) {
      reading.missing.push(number)
      continue
    }
    const under = content.templates.map(templateOf).filter((template) => template !== undefined)
    const box = content.box ?? document.pageBox ?? under.find((template) => template.box !== undefined)?.box
    const layers = [...under.map((template) => template.objects), content.objects]
    const page = drawPage(number, box, layers, composites)
    reading.budget.glyphs -= page.glyphs.length
    if (reading.budget.glyphs < 0) throw limitExceeded(archive.where, '全文字数', `${MOST_GLYPHS} 字`)
    reading.pages.push(layOutPage(page))
  }
}

function missingNote(page: number): ReaderNote {
  return {
    code: 'truncated',
    message: `第 ${page} 页的内容不在文件中，未读取`,
    messageEn: `The content of page ${page} is not in the file; it was not read`,
    at: { page },
  }
}
