import { AppError } from '../../domain/failure.ts'
import type { ReaderNote } from '../../domain/source-document.ts'
import type { PageLayout } from '../layout/page-layout.ts'
import { isScan, pagesText, pagesTextEn, ranges } from '../layout/page-notes.ts'
import type { Ocr } from './engine.ts'
import { readScannedPage } from './scan-page.ts'

export interface ScansRead {
  readonly pages: readonly PageLayout[]
  readonly notes: readonly ReaderNote[]
}

/** The pages with those that are scans read by the engine. A page that it fails on stays unread, with its reason in a note. */
export async function withScansRead(pages: readonly PageLayout[], pdf: Uint8Array, ocr?: Ocr): Promise<ScansRead> {
  if (ocr === undefined) return { pages, notes: [] }
  const all: PageLayout[] = []
  const read: number[] = []
  const notes: ReaderNote[] = []
  for (const page of pages) {
    if (!isScan(page)) {
      all.push(page)
      continue
    }
    try {
      const layout = await readScannedPage(pdf, page, ocr)
      all.push(layout)
      if (layout.hasText) read.push(page.number)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      all.push(page)
      notes.push({
        code: 'scanned-page',
        message: `第 ${page.number} 页：${error.message}`,
        messageEn: `Page ${page.number}: ${error.english.message}`,
        at: { page: page.number },
      })
    }
  }
  for (const [first, last] of ranges(read)) {
    const message = `${pagesText(first, last)}是扫描件，文字由 ${ocr.engine.name} 识别，可能有误，请与原件核对`
    const messageEn = `${pagesTextEn(first, last)}: a scan whose text ${ocr.engine.name} recognised; it may be wrong, compare it with the original`
    notes.push({ code: 'scanned-page', message, messageEn, at: { page: first } })
  }
  return { pages: all, notes }
}
