import type { SourceDocument } from '../../domain/source-document.ts'
import type { CompoundFile } from '../compound/compound.ts'
import { unwrapLayoutTables } from '../layout-tables.ts'
import type { ReaderLimits } from '../limits.ts'
import { BodyReading, type DocParts, readParts } from './body.ts'
import { readFib } from './fib.ts'
import { readText } from './pieces.ts'
import { statedPages } from './stated-pages.ts'

/**
 * Reads the body of a .doc (Word 97–2003, WPS): paragraphs and tables with exact spans, as the reader of .docx does.
 * Headers, footers, footnotes and automatic numbering are not read; text hidden by a style is. Throws AppError:
 * ENCRYPTED_FILE, UNSUPPORTED_FORMAT for Word 95 and before, TRUNCATED_FILE, UNREADABLE_FILE, LIMIT_EXCEEDED.
 */
export function readDoc(file: CompoundFile, limits: ReaderLimits): SourceDocument {
  const fib = readFib(file)
  const parts = readParts(fib, readText(fib))
  const body = readBody(parts, limits, statedPages(file))
  if (body.revisions > 0) {
    const message = `文档有 ${body.revisions} 处未处理的修订，按“接受全部修订”读取（插入的读，删除的不读）`
    const messageEn = `The document holds ${body.revisions} tracked changes; it was read as if all were accepted`
    body.notes.add('tracked-change', message, messageEn, body.firstRevision ?? {})
  }
  const document = {
    file: file.where,
    format: 'doc',
    blocks: unwrapLayoutTables(body.blocks),
    notes: body.notes.list(),
  } as const
  return body.page === undefined ? document : { ...document, pages: body.page }
}

/**
 * A .doc does not keep where its pages ended when it was last laid out, so only the author's own page breaks are known;
 * they are believed when they account for all the pages that the file states. A wrong page number is worse than none.
 */
function readBody(parts: DocParts, limits: ReaderLimits, stated: number | undefined): BodyReading {
  const read = (countsPages: boolean): BodyReading => {
    const body = new BodyReading(parts, limits, countsPages)
    body.read({ start: 0, end: Math.min(parts.fib.lengths.main, parts.text.text.length) })
    return body
  }
  if (stated === undefined) return read(false)
  const body = read(true)
  return body.page === stated ? body : read(false)
}
