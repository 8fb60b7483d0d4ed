/** Parts of a block of lines that may hold sheets: a collection of hundreds of megabytes is not taken apart into words at once. */
import type { TextLines } from '../../domain/source-document.ts'
import { labelText } from '../lines/trie.ts'

const WHOLE_CHARACTERS = 2_000_000
const LINES_ABOVE = 8
const LINES_BELOW = 2500
/** No line of a table is longer. */
const LONGEST_LINE = 2000

/** What the first line of a header may begin with. */
const HEADER_START = /^(?:一级?|二级|评价|考核|绩效|指标)/

export interface LinePart {
  readonly part: TextLines
  /** Index of its first line in the block. */
  readonly from: number
}

/** Short blocks whole; of long ones the lines around those that may be a header. */
export function sheetParts(block: TextLines): LinePart[] {
  const { lines } = block
  const mayBegin = (text: string): boolean => HEADER_START.test(labelText(text.slice(0, 40)))
  if (lines.reduce((sum, { text }) => sum + text.length, 0) <= WHOLE_CHARACTERS)
    return lines.some(({ text }) => mayBegin(text)) ? [{ part: block, from: 0 }] : []
  const parts: LinePart[] = []
  let end = 0
  for (const [index, line] of lines.entries()) {
    if (index < end || !mayBegin(line.text)) continue
    const from = Math.max(end, index - LINES_ABOVE)
    end = Math.min(lines.length, index + LINES_BELOW)
    const kept = lines
      .slice(from, end)
      .map((one) => (one.text.length <= LONGEST_LINE ? one : { ...one, text: one.text.slice(0, LONGEST_LINE) }))
    parts.push({ part: { ...block, lines: kept }, from })
  }
  return parts
}
