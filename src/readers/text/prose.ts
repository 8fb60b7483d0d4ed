import type { Line } from './split-lines.ts'

const FEWEST_LINES = 20
const SENTENCE_END = /[。！？；：:;.!?”）)]$/
const ROW_OF_CELLS = /(?:\S+ ){2,}\S+/

/**
 * True for text whose lines were broken by a page layout: many full lines of one width that stop within a sentence, or
 * rows of short tokens with numbers between them.
 */
export function looksBroken(lines: readonly Line[]): boolean {
  const texts = lines.map((line) => line.text.trim()).filter((text) => text !== '')
  if (texts.length < FEWEST_LINES) return false
  const widths = texts.map((text) => text.length).sort((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.9)]!
  const broken = texts.filter((text) => !SENTENCE_END.test(text) && text.length >= wide - 4).length
  const cells = texts.filter(
    (text) => text.length < 80 && ROW_OF_CELLS.test(text) && /(?:^| )[\d.,%]+(?: |$)/.test(text),
  ).length
  return broken * 3 > texts.length || cells * 5 > texts.length
}
