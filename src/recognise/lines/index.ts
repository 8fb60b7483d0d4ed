/**
 * Self-evaluation forms in text whose cells are parted by single spaces and whose lines are broken (PDF text saved as
 * .txt). Where the tables of other formats have cells, here the likeliest reading is searched for; what was doubtful is
 * marked `unsure`.
 */
import type { Cell, SelfEvaluation } from '../../domain/self-evaluation.ts'
import type { TextLines } from '../../domain/source-document.ts'
import type { FormLayout } from '../../law/forms.ts'
import { cellOf } from './cells.ts'
import { findForms, type LineRange, lineStarts, lineText } from './find-forms.ts'
import { readFunds, unitOf } from './fund-lines.ts'
import { readGoals } from './goal-lines.ts'
import { fieldLabels, readHead } from './head-lines.ts'
import { headerCells, type IndicatorTask, indicatorTask, readIndicators, toIndicators } from './indicator-lines.ts'
import { ACROSS_HABITS, FIRST_HABITS, type Habits, type Placement } from './layout-task.ts'
import { learnHabits, learnWidths } from './learn.ts'
import { type Sections, sectionsOf } from './sections.ts'
import { pageNumberLines, type Token, tokenise } from './tokens.ts'
import { ROOT } from './trie.ts'
import { type LinesVocabulary, linesVocabulary } from './vocabulary.ts'

/** A form without its place in the document; lines are 0-based indexes into the block, `toLine` exclusive. */
export type LinesForm = Omit<SelfEvaluation, 'index' | 'source'> & {
  readonly fromLine: number
  readonly toLine: number
}

interface Draft {
  readonly range: LineRange
  readonly sections: Sections
  readonly indicators: IndicatorTask
  readonly placements: readonly Placement[]
  readonly cost: number
}

const vocabularies = new WeakMap<FormLayout, LinesVocabulary>()

/** All project self-evaluation forms of a block, in their order. Never throws, never repairs. */
export function formsFromLines(block: TextLines, layout: FormLayout): LinesForm[] {
  const vocabulary = vocabularies.get(layout) ?? linesVocabulary(layout)
  vocabularies.set(layout, vocabulary)
  const tokens = tokenise(block)
  const pageNumbers = pageNumberLines(tokens)
  const drafts = findForms(tokens, layout).flatMap((range): Draft[] => {
    const sections = sectionsOf(tokens, range, vocabulary)
    if (!sections) return []
    const indicators = indicatorTask(sections.indicators, sections.indicatorHeader, vocabulary, pageNumbers)
    return [{ range, sections, indicators, ...readIndicators(indicators, undefined, FIRST_HABITS) }]
  })
  const { habits, refined } = refine(drafts)
  return refined.map((draft) => toForm(tokens, draft, vocabulary, pageNumbers, habits))
}

/** Reads the tables again with what the first reading showed: line-end habits of the document, widths of each table. */
function refine(drafts: readonly Draft[]): { habits: Habits; refined: Draft[] } {
  const again = (draft: Draft, widths: readonly (number | undefined)[] | undefined, habits: Habits): Draft => ({
    ...draft,
    ...readIndicators(draft.indicators, widths, habits),
  })
  const start = likeliestHabits(drafts)
  const first = start === FIRST_HABITS ? drafts : drafts.map((draft) => again(draft, undefined, start))
  const habits = learnHabits(
    first.map(({ indicators, placements }) => ({ task: indicators.task, placements })),
    start,
  )
  return {
    habits,
    refined: first.map((draft) => again(draft, learnWidths(draft.indicators.task, draft.placements), habits)),
  }
}

/** Tokens of a table that are read in several ways to find out in which way the document was written. */
const TRIED_TOKENS = 500
/** Cost that each row saves at least when another way than cell after cell is the right one. */
const SAVED_PER_ROW = 0.12

/** Written cell after cell, a table begins with its first label; across the page, merged labels stand lower down. */
function beginsWithLabel({ indicators: { task } }: Draft): boolean {
  const first = task.tokens.find((token) =>
    task.columns.every((column) => column.level || !column.trie || column.trie.step(ROOT, token.key) < 0),
  )
  const trie = task.columns.find((column) => column.level !== undefined)?.trie
  return first === undefined || trie === undefined || trie.step(ROOT, first.key) >= 0
}

function likeliestHabits(drafts: readonly Draft[]): Habits {
  const doubtful = drafts.find((draft) => !beginsWithLabel(draft))
  if (!doubtful) return FIRST_HABITS
  const { task, fields } = doubtful.indicators
  const part = { fields, task: { ...task, tokens: task.tokens.slice(0, TRIED_TOKENS) } }
  const straight = readIndicators(part, undefined, FIRST_HABITS)
  const rows = (straight.placements.at(-1)?.row ?? 0) + 1
  let best: { habits: Habits; cost: number } = { habits: FIRST_HABITS, cost: straight.cost - rows * SAVED_PER_ROW }
  for (const align of ['middle', 'top'] as const) {
    const habits = { ...ACROSS_HABITS, align }
    const { cost } = readIndicators(part, undefined, habits)
    if (cost < best.cost) best = { habits, cost }
  }
  return best.habits
}

function toForm(
  tokens: readonly Token[],
  { range, sections, indicators, placements }: Draft,
  vocabulary: LinesVocabulary,
  pageNumbers: ReadonlySet<number>,
  habits: Habits,
): LinesForm {
  const above = tokens.slice(range.from, range.head)
  const { head, more } = readHead(sections.head, fieldLabels(vocabulary.layout))
  const rows = toIndicators(indicators, placements)
  const goals = sections.goalHeader
    ? readGoals(sections.goals, sections.goalHeader, vocabulary, pageNumbers, habits)
    : undefined
  const title = titleOf(tokens, range)
  const dated = yearOf(above)
  const read = sections.fundHeader
    ? readFunds(sections.funds, sections.fundHeader, vocabulary)
    : { unit: '', unitAt: undefined, rows: {}, moreSources: [], headers: {} }
  const funds = read.unit === '' ? { ...read, ...unitOf([...above, ...sections.head]) } : read
  const { totalWeight, totalScore } = sections
  return {
    year: dated?.year ?? 0,
    title,
    yearCell: dated?.cell,
    head,
    funds,
    goalExpected: goals?.expected,
    goalActual: goals?.actual,
    indicators: rows.indicators,
    indicatorHeaders: headerCells(sections.indicatorHeader),
    totalWeight,
    totalScore,
    more,
    emptyTemplateRows: rows.templates,
    fromLine: tokens[range.from]!.line,
    toLine: sections.toLine,
  }
}

function titleOf(tokens: readonly Token[], range: LineRange): Cell | undefined {
  if (range.from === range.head) return undefined
  const line = tokens[range.from]!.line
  return cellOf(tokens.slice(range.from, range.head).filter((token) => token.line === line))
}

/** （2020年度）, 2020年度: a year that stands with its word above the table. */
function yearOf(tokens: readonly Token[]): { year: number; cell: Cell } | undefined {
  for (const at of lineStarts(tokens)) {
    const match = /((?:19|20)\d{2})年/.exec(lineText(tokens, at).normalize('NFKC'))
    if (match) return { year: Number(match[1]), cell: { printed: lineText(tokens, at), at: tokens[at]!.at } }
  }
  return undefined
}
