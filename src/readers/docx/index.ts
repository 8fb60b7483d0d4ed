import type { SourceDocument } from '../../domain/source-document.ts'
import { unwrapLayoutTables } from '../layout-tables.ts'
import type { ReaderLimits } from '../limits.ts'
import { type NoteBook, noteBook } from '../notes.ts'
import type { XmlHandler } from '../xml/scan.ts'
import type { ZipArchive } from '../zip/archive.ts'
import {
  hasWord,
  mainPart,
  type Relationship,
  readPartText,
  readRelationships,
  scanPart,
  scanPartText,
} from '../zip/package.ts'
import { documentHandler } from './handler.ts'
import { type PageSource, pageCounter } from './pages.ts'
import type { DocxState } from './state.ts'

/**
 * Reads the body of a .docx: paragraphs and tables with exact spans. Headers, footers, footnotes and automatic
 * numbering are not read. Throws AppError for a damaged package and for limits.
 */
export function readDocx(archive: ZipArchive, file: string, limits: ReaderLimits): SourceDocument {
  const part = mainPart(archive, 'word/document.xml', limits)
  const xml = readPartText(archive, part) ?? []
  const relationships = readRelationships(archive, part, limits)
  const comments = relationships.find((each) => each.type === 'comments' && !each.isExternal)
  const commentText = comments ? readComments(archive, comments.target, limits) : new Map<string, string>()
  const read = (source: PageSource) => readBody(archive, part, xml, source, commentText, limits)
  const { state, pages } = readWithPages(xml, statedPages(archive, limits), read)
  noteExternalParts(relationships, state.notes)
  if (state.revisions > 0) {
    const message = `文档有 ${state.revisions} 处未处理的修订，按“接受全部修订”读取（插入的读，删除的不读）`
    const messageEn = `The document holds ${state.revisions} tracked changes; it was read as if all were accepted`
    state.notes.add('tracked-change', message, messageEn, state.firstRevision ?? {})
  }
  const document = {
    file,
    format: 'docx',
    blocks: unwrapLayoutTables(state.blocks),
    notes: state.notes.list(),
  } as const
  return pages === undefined ? document : { ...document, pages }
}

interface BodyReading {
  readonly state: DocxState
  readonly pages: number | undefined
}

/** Manual page breaks are believed only when they account for all the pages that the file states (see pages.ts). */
function readWithPages(
  xml: Iterable<string>,
  stated: number | undefined,
  read: (source: PageSource) => BodyReading,
): BodyReading {
  if (hasWord(xml, 'lastRenderedPageBreak')) return read('rendered')
  if (stated === undefined) return read('none')
  const reading = read('manual')
  return reading.pages === stated ? reading : read('none')
}

function readBody(
  archive: ZipArchive,
  part: string,
  xml: Iterable<string>,
  source: PageSource,
  commentText: ReadonlyMap<string, string>,
  limits: ReaderLimits,
): BodyReading {
  const state: DocxState = {
    where: `${archive.where}!${part}`,
    limits,
    pages: pageCounter(source),
    notes: noteBook(limits.notes),
    commentText,
    blocks: [],
    paragraphs: [],
    tables: [],
    tableCount: 0,
    cellCount: 0,
    paragraphCount: 0,
    revisions: 0,
    firstRevision: undefined,
  }
  scanPartText(archive, part, xml, documentHandler(state), limits)
  return { state, pages: state.pages.page() }
}

/** Text of each comment by its id. */
function readComments(archive: ZipArchive, part: string, limits: ReaderLimits): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  let id = ''
  const handler: XmlHandler = {
    wantsText: false,
    open(name, tag) {
      if (name === 'w:comment') id = tag.attribute('id') ?? ''
      handler.wantsText = name === 'w:t'
    },
    close() {
      handler.wantsText = false
    },
    text(text) {
      texts.set(id, (texts.get(id) ?? '') + text)
    },
  }
  scanPart(archive, part, handler, limits)
  return texts
}

function statedPages(archive: ZipArchive, limits: ReaderLimits): number | undefined {
  let text = ''
  const handler: XmlHandler = {
    wantsText: false,
    open(name) {
      handler.wantsText = name === 'ap:Pages'
    },
    close() {
      handler.wantsText = false
    },
    text(piece) {
      text += piece
    },
  }
  scanPart(archive, 'docProps/app.xml', handler, limits)
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined
}

/** A hyperlink only points somewhere; linked objects, pictures and sub-documents are content that is not in the file. */
function noteExternalParts(relationships: readonly Relationship[], notes: NoteBook): void {
  for (const each of relationships) {
    if (!each.isExternal || each.type === 'hyperlink') continue
    notes.add(
      'external-link',
      `文档引用了外部文件，未读取：${each.target}`,
      `The document refers to a file outside, which was not read: ${each.target}`,
      {},
    )
  }
}
