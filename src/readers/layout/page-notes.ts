import type { ReaderNote } from '../../domain/source-document.ts'
import type { PageLayout } from './page-layout.ts'

/** Pages that hold pictures and no text, as scans do. */
export function pagesWithoutText(pages: readonly PageLayout[]): ReaderNote[] {
  const scans = pages.filter(isScan).map((page) => page.number)
  return ranges(scans).map(([first, last]) => ({
    code: 'page-without-text',
    message: `${pagesText(first, last)}没有文字层，可能是扫描件，未读取；请提供可选中文字的电子版，或用命令行选项 --ocr 识别文字`,
    messageEn: `${pagesTextEn(first, last)}: no text layer, perhaps a scan; not read. Find an electronic original, or use --ocr to recognise the text`,
    at: { page: first },
  }))
}

export const isScan = (page: PageLayout): boolean => !page.hasText && page.mayHavePicture

/** Runs of consecutive numbers. */
export function ranges(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found
}

export const pagesTextEn = (first: number, last: number): string =>
  first === last ? `Page ${first}` : `Pages ${first}–${last}`

export const pagesText = (first: number, last: number): string =>
  first === last ? `第 ${first} 页` : `第 ${first}–${last} 页`
