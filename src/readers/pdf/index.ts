import type { ReaderNote, SourceDocument } from '../../domain/source-document.ts'
import { LIMITS, limitExceeded, sizeText } from '../limits.ts'
import type { PdfEngine } from './engine.ts'
import { hasEnd, toFailure } from './failures.ts'
import { withoutFurniture } from './furniture.ts'
import { PDF_LIMITS, type PdfLimits, type ReadPages, readPages } from './read-pages.ts'
import { toBlocks } from './to-blocks.ts'

export type { PdfEngine } from './engine.ts'

/**
 * Reads a PDF: tables with ruling lines as exact grids (joined over page breaks), other text as paragraphs, columns without
 * lines as text lines. Positions are pages and boxes in points from the top left of the page as it is shown.
 * Throws ENCRYPTED_FILE, TRUNCATED_FILE, UNREADABLE_FILE, FILE_TOO_LARGE, LIMIT_EXCEEDED.
 * Node only; a browser calls `readPdfWith`.
 */
export async function readPdf(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { nodeEngine } = await import('./node-engine.ts')
  return readPdfWith(await nodeEngine(), bytes, file)
}

/** The same with a pdf.js of the caller's. */
export async function readPdfWith(
  engine: PdfEngine,
  bytes: Uint8Array,
  file: string,
  limits: PdfLimits = PDF_LIMITS,
): Promise<SourceDocument> {
  if (bytes.length > LIMITS.fileBytes) throw limitExceeded(file, '文件大小', sizeText(LIMITS.fileBytes))
  let read: ReadPages
  try {
    read = await readPages(engine, bytes, file, limits)
  } catch (error) {
    throw toFailure(error, bytes, file)
  }
  if (read.pages.length === 0) throw toFailure(new Error(`none of ${read.pageCount} pages could be read`), bytes, file)
  return {
    file,
    format: 'pdf',
    pages: read.pageCount,
    blocks: toBlocks(withoutFurniture(read.pages)),
    notes: notesOf(read, bytes),
  }
}

function notesOf(read: ReadPages, bytes: Uint8Array): ReaderNote[] {
  const notes: ReaderNote[] = []
  const scans = read.pages.filter((page) => !page.hasText && page.mayHavePicture).map((page) => page.number)
  for (const [first, last] of ranges(scans)) {
    notes.push({
      code: 'page-without-text',
      message: `${pagesText(first, last)}没有文字层，可能是扫描件，未读取；请提供可选中文字的电子版，或先做文字识别`,
      at: { page: first },
    })
  }
  for (const [first, last] of ranges(read.broken)) {
    notes.push({ code: 'truncated', message: `${pagesText(first, last)}已损坏，未读取`, at: { page: first } })
  }
  if (!hasEnd(bytes)) {
    notes.push({ code: 'truncated', message: '文件缺少结尾，可能不完整；只读取了还在的部分', at: {} })
  }
  if (read.stoppedBy !== undefined) {
    const reason = read.stoppedBy === 'pages' ? '页数超过上限' : '读取时间超过上限'
    const page = read.pages.length + read.broken.length
    notes.push({ code: 'limit', message: `${reason}，只读取了前 ${page} 页，共 ${read.pageCount} 页`, at: { page } })
  }
  return notes
}

/** Runs of consecutive numbers. */
function ranges(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found
}

const pagesText = (first: number, last: number) => (first === last ? `第 ${first} 页` : `第 ${first}–${last} 页`)
