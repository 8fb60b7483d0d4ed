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
import { FIRST_HABITS, type Placement } from './layout-task.ts'
import { learnHabits, learnWidths } from './learn.ts'
import { type Sections, sectionsOf } from './sections.ts'
import { type Token, tokenise } from './tokens.ts'
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
}

const vocabularies = new WeakMap<FormLayout, LinesVocabulary>()

/** All project self-evaluation forms of a block, in their order. Never throws, never repairs. */
export function formsFromLines(block: TextLines, layout: FormLayout): LinesForm[] {
  const vocabulary = vocabularies.get(layout) ?? linesVocabulary(layout)
  vocabularies.set(layout, vocabulary)
  const tokens = tokenise(block)
  const drafts = findForms(tokens, layout).flatMap((range): Draft[] => {
    const sections = sectionsOf(tokens, range, vocabulary)
    if (!sections) return []
    const indicators = indicatorTask(sections.indicators, sections.indicatorHeader, vocabulary)
    return [{ range, sections, indicators, placements: readIndicators(indicators, undefined, FIRST_HABITS).placements }]
  })
  const learned = refine(drafts)
  return learned.map((draft) => toForm(tokens, draft, vocabulary))
}

/** Reads the tables again with what the first reading showed: line-end habits of the document, widths of each table. */
function refine(drafts: readonly Draft[]): Draft[] {
  const habits = learnHabits(drafts.map(({ indicators, placements }) => ({ task: indicators.task, placements })))
  return drafts.map((draft) => {
    const widths = learnWidths(draft.indicators.task, draft.placements)
    return { ...draft, placements: readIndicators(draft.indicators, widths, habits).placements }
  })
}

function toForm(
  tokens: readonly Token[],
  { range, sections, indicators, placements }: Draft,
  vocabulary: LinesVocabulary,
): LinesForm {
  const above = tokens.slice(range.from, range.head)
  const { head, more } = readHead(sections.head, fieldLabels(vocabulary.layout))
  const rows = toIndicators(indicators, placements)
  const goals = sections.goalHeader ? readGoals(sections.goals, sections.goalHeader, vocabulary) : undefined
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
