import { type Fib, SECTIONS } from './fib.ts'
import type { DocText } from './pieces.ts'
import { type PropertyRun, paragraphRuns, runAt } from './property-pages.ts'
import { readSprms, SPRM, type Sprm, unsigned, withDistant } from './sprms.ts'

/** A paragraph by its character positions; `end` is behind its mark. */
export interface DocParagraph {
  readonly start: number
  readonly end: number
  /** Tables around it. */
  readonly depth: number
  readonly isCellEnd: boolean
  readonly isRowEnd: boolean
  readonly breaksPageBefore: boolean
  /** Ends a section whose successor begins on a new page. */
  readonly endsPage: boolean
  readonly sprms: readonly Sprm[]
}

/** The end of a paragraph, of a cell of an outermost table, of a section or page. */
const MARKS = /[\r\u0007\f]/g

export interface Paragraphs {
  /** The paragraphs of a part of the text, in order. */
  between(start: number, end: number): Generator<DocParagraph>
}

export function readParagraphs(fib: Fib, text: DocText): Paragraphs {
  const runs = paragraphRuns(fib)
  const sections = readSections(fib)
  return {
    *between(start, end) {
      let from = start
      const marks = new RegExp(MARKS)
      marks.lastIndex = start
      while (from < end) {
        const match = marks.exec(text.text)
        const last = match === null || match.index >= end ? end - 1 : match.index
        const endsSection = sections.get(last + 1)
        // A form feed inside a section is a page break within the paragraph.
        if (text.text.charCodeAt(last) === 12 && endsSection === undefined && last + 1 < end) continue
        yield paragraphOf(from, last, sprmsAt(fib, text, runs, last), endsSection?.startsPage ?? false, text)
        from = last + 1
        marks.lastIndex = from
      }
    },
  }
}

/** The properties of a paragraph are those of its mark. */
function sprmsAt(fib: Fib, text: DocText, runs: readonly PropertyRun[], cp: number): readonly Sprm[] {
  const piece = text.pieceAt(cp)
  if (piece === undefined) return []
  const fc = piece.fc + (cp - piece.cp) * piece.bytesPerCharacter
  const run = runs[runAt(runs, fc)]
  const own = run !== undefined && run.from <= fc ? withDistant(readSprms(run.packed), fib.data) : []
  return piece.sprms.length === 0 ? own : [...own, ...piece.sprms]
}

function paragraphOf(
  start: number,
  last: number,
  sprms: readonly Sprm[],
  endsPage: boolean,
  { text }: DocText,
): DocParagraph {
  let depth = 0
  const on = new Set<number>()
  for (const { code, operand } of sprms) {
    if (code === SPRM.depth) depth = unsigned(operand)
    else if (code === SPRM.depthChange) depth += unsigned(operand) | 0
    else if ((operand[0] ?? 0) !== 0) on.add(code)
    else on.delete(code)
  }
  // Word 97 knew no depth: a paragraph is in a table or not.
  if (depth === 0 && on.has(SPRM.inTable)) depth = 1
  const isInner = depth > 1
  const isCellMark = text.charCodeAt(last) === 7
  const isRowEnd = depth > 0 && on.has(isInner ? SPRM.innerRowEnd : SPRM.rowEnd)
  return {
    start,
    end: last + 1,
    depth: Math.max(0, depth),
    isRowEnd,
    isCellEnd: depth > 0 && !isRowEnd && (isInner ? on.has(SPRM.innerCell) : isCellMark),
    breaksPageBefore: on.has(SPRM.pageBreakBefore),
    endsPage,
    sprms,
  }
}

interface Section {
  readonly startsPage: boolean
}

/** Where sections end, and whether the next begins on a new page; the break is a property of that next section. */
function readSections(fib: Fib): ReadonlyMap<number, Section> {
  const { table, word } = fib
  const { from, length } = fib.place(SECTIONS)
  const count = Math.max(0, Math.floor((length - 4) / 16))
  const sections = new Map<number, Section>()
  for (let index = 0; index < count; index += 1) {
    const next = index + 1
    if (next === count) {
      sections.set(table.u32(from + 4 * next), { startsPage: false })
      break
    }
    const at = table.u32(from + 4 * (count + 1) + 12 * next + 2)
    const sprms = at + 2 <= word.length ? readSprms(word.slice(at + 2, word.u16(at))) : []
    const kind = sprms.findLast(({ code }) => code === SPRM.sectionBreak)?.operand[0] ?? NEW_PAGE
    sections.set(table.u32(from + 4 * next), { startsPage: kind >= NEW_PAGE })
  }
  return sections
}

/** Kinds of section breaks: 0 goes on in place, 1 in a new column, 2 and above on a new, even or odd page. */
const NEW_PAGE = 2
