/** What the report around a sheet says of it: the project it is about, and the text since the sheet before. */
import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position, SourceDocument } from '../../domain/source-document.ts'

interface Line {
  readonly text: string
  readonly at: Position
}

/** Text of the paragraphs and lines of a document by block; tables are left out. */
const linesOf = (source: SourceDocument, block: number): readonly Line[] => {
  const one = source.blocks[block]
  if (one?.kind === 'lines') return one.lines
  return one?.kind === 'paragraph' ? [{ text: one.text, at: one.at }] : []
}

export interface SheetPlace {
  readonly block: number
  readonly line: number
}

/** No report is longer; what stands further up belongs to something else. */
const MOST_LINES = 3000

/** Lines between the end of the sheet before and this one, in their order. */
const linesBefore = (source: SourceDocument, from: SheetPlace | undefined, to: SheetPlace): readonly Line[] => {
  const found: Line[] = []
  for (let block = to.block; block >= (from?.block ?? 0) && found.length < MOST_LINES; block -= 1) {
    const lines = linesOf(source, block)
    const start = from && block === from.block ? from.line : 0
    const end = block === to.block && source.blocks[block]?.kind === 'lines' ? to.line : lines.length
    for (let line = end - 1; line >= start && found.length < MOST_LINES; line -= 1) found.push(lines[line]!)
  }
  return found.reverse()
}

const NAME = /^[\s\u3000]*项目名称\s*[:：]\s*(\S[^:：]{1,60})$/

/** 项目名称：… on a line of its own, the last one above the sheet. */
const projectName = (lines: readonly Line[]): Cell | undefined => {
  for (const { text, at } of [...lines].reverse()) {
    const match = text.length < 100 ? NAME.exec(text) : null
    if (match) return { printed: match[1]!.trim(), at }
  }
  return undefined
}

export interface ReportText {
  readonly projectName: Cell | undefined
  /** All lines joined, white space dropped: sentences may be broken over lines. */
  readonly text: string
}

export const reportBefore = (source: SourceDocument, from: SheetPlace | undefined, to: SheetPlace): ReportText => {
  const lines = linesBefore(source, from, to)
  return { projectName: projectName(lines), text: lines.map(({ text }) => text.replace(/\s+/g, '')).join('') }
}
