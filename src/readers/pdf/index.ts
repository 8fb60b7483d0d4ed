import type { ReaderNote, SourceDocument } from '../../domain/source-document.ts'
import { withoutFurniture } from '../layout/furniture.ts'
import { pagesText, pagesTextEn, pagesWithoutText, ranges } from '../layout/page-notes.ts'
import { toBlocks } from '../layout/to-blocks.ts'
import { LIMITS, limitExceeded, sizeText } from '../limits.ts'
import type { Ocr } from '../ocr/engine.ts'
import { withScansRead } from '../ocr/read-scans.ts'
import type { PdfEngine } from './engine.ts'
import { hasEnd, toFailure } from './failures.ts'
import { PDF_LIMITS, type PdfLimits, type ReadPages, readPages } from './read-pages.ts'

export type { PdfEngine } from './engine.ts'

/**
 * Reads a PDF: tables with ruling lines as exact grids (joined over page breaks), other text as paragraphs, columns without
 * lines as text lines. Positions are pages and boxes in points from the top left of the page as it is shown.
 * Throws ENCRYPTED_FILE, TRUNCATED_FILE, UNREADABLE_FILE, FILE_TOO_LARGE, LIMIT_EXCEEDED.
 * Node only; a browser calls `readPdfWith`.
 */
export async function readPdf(bytes: Uint8Array, file: string, ocr?: Ocr): Promise<SourceDocument> {
  const { nodeEngine } = await import('./node-engine.ts')
  return readPdfWith(await nodeEngine(), bytes, file, PDF_LIMITS, ocr)
}

/** The same with a pdf.js of the caller's. With `ocr`, pages that are scans are read from their pictures. */
export async function readPdfWith(
  engine: PdfEngine,
  bytes: Uint8Array,
  file: string,
  limits: PdfLimits = PDF_LIMITS,
  ocr?: Ocr,
): Promise<SourceDocument> {
  if (bytes.length > LIMITS.fileBytes) throw limitExceeded(file, '文件大小', sizeText(LIMITS.fileBytes))
  let read: ReadPages
  try {
    read = await readPages(engine, bytes, file, limits)
  } catch (error) {
    throw toFailure(error, bytes, file)
  }
  if (read.pages.length === 0) throw toFailure(new Error(`none of ${read.pageCount} pages could be read`), bytes, file)
  const { pages, notes } = await withScansRead(read.pages, bytes, ocr)
  return {
    file,
    format: 'pdf',
    pages: read.pageCount,
    blocks: toBlocks(withoutFurniture(pages)),
    notes: [...notes, ...notesOf({ ...read, pages }, bytes)],
  }
}

function notesOf(read: ReadPages, bytes: Uint8Array): ReaderNote[] {
  const notes: ReaderNote[] = pagesWithoutText(read.pages)
  for (const [first, last] of ranges(read.broken)) {
    notes.push({
      code: 'truncated',
      message: `${pagesText(first, last)}已损坏，未读取`,
      messageEn: `${pagesTextEn(first, last)}: damaged, not read`,
      at: { page: first },
    })
  }
  if (!hasEnd(bytes)) {
    notes.push({
      code: 'truncated',
      message: '文件缺少结尾，可能不完整；只读取了还在的部分',
      messageEn: 'The file has no end and may not be whole; what is there was read',
      at: {},
    })
  }
  if (read.stoppedBy !== undefined) {
    const reason = read.stoppedBy === 'pages' ? '页数超过上限' : '读取时间超过上限'
    const page = read.pages.length + read.broken.length
    const reasonEn = read.stoppedBy === 'pages' ? 'Too many pages' : 'Reading took too long'
    notes.push({
      code: 'limit',
      message: `${reason}，只读取了前 ${page} 页，共 ${read.pageCount} 页`,
      messageEn: `${reasonEn}: only the first ${page} of ${read.pageCount} pages were read`,
      at: { page },
    })
  }
  return notes
}
