/**
 * Parts of a block of lines that may hold forms. A collection of a whole county is hundreds of megabytes of lines, and
 * taking all of it apart into words at once would take many times its size.
 */
import type { TextLines } from '../domain/source-document.ts'
import type { FormLayout } from '../law/forms.ts'
import { labelText } from './lines/trie.ts'

export interface LineGroup {
  readonly block: TextLines
  /** Index of its first line in the block it was cut from. */
  readonly from: number
}

/** A block up to this length is one group: the habits of its lines are best learnt from all of them. */
const ONE_GROUP_CHARACTERS = 2_000_000
const GROUP_CHARACTERS = 1_000_000
/** Title, year and department stand above the name of the project; the rest of a form below it. */
const LINES_ABOVE = 10
const LINES_BELOW = 2000
/** No line of a table is longer; what is, is prose or damage, and its beginning is enough to tell. */
const LONGEST_LINE = 2000

export function lineGroups(block: TextLines, layout: FormLayout): LineGroup[] {
  if (charactersOf(block.lines) <= ONE_GROUP_CHARACTERS) return [{ block, from: 0 }]
  return groupRanges(block.lines, headLines(block.lines, layout)).map(([from, to]) => ({
    block: { ...block, lines: block.lines.slice(from, to).map(cutLine) },
    from,
  }))
}

type Line = TextLines['lines'][number]

function charactersOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0)
}

function cutLine(line: Line): Line {
  return line.text.length <= LONGEST_LINE ? line : { ...line, text: line.text.slice(0, LONGEST_LINE) }
}

/** Indexes of the lines that begin with 项目名称 or one of its synonyms, spaces left out. */
function headLines(lines: readonly Line[], layout: FormLayout): number[] {
  const names = layout.head.projectName.map(labelText)
  return lines.flatMap((line, index) => {
    const start = labelText(line.text.trimStart().slice(0, 60))
    return names.some((name) => start.startsWith(name)) ? [index] : []
  })
}

/** Ranges around the heads; neighbours are joined while they are small. */
function groupRanges(lines: readonly Line[], heads: readonly number[]): [from: number, to: number][] {
  const ranges: [number, number][] = []
  let characters = 0
  for (const [index, head] of heads.entries()) {
    const last = ranges.at(-1)
    const from = Math.max(head - LINES_ABOVE, last?.[1] ?? 0, 0)
    const next = heads[index + 1]
    const to = Math.min(
      lines.length,
      head + LINES_BELOW,
      next === undefined ? lines.length : Math.max(head + 1, next - LINES_ABOVE),
    )
    const own = lines.slice(from, to).reduce((sum, line) => sum + Math.min(line.text.length, LONGEST_LINE), 0)
    if (last && last[1] === from && characters + own <= GROUP_CHARACTERS) {
      last[1] = to
      characters += own
    } else {
      ranges.push([from, to])
      characters = own
    }
  }
  return ranges
}
