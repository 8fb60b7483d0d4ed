/** Plan forms in text whose cells are parted by single spaces and whose lines are broken: what both kinds share. */
import type { Cell, Indicator } from '../../domain/self-evaluation.ts'
import type { Position, TextLines } from '../../domain/source-document.ts'
import { formLayout } from '../../law/forms.ts'
import { lineStarts, lineText } from '../lines/find-forms.ts'
import { type FoundHeader, type HeaderVocabulary, headerText, matchHeader } from '../lines/header-match.ts'
import { indicatorTask, readIndicators, toIndicators } from '../lines/indicator-lines.ts'
import { FIRST_HABITS, type Habits } from '../lines/layout-task.ts'
import { learnHabits, learnWidths } from '../lines/learn.ts'
import { tableEnd, withoutRepeats } from '../lines/sections.ts'
import { pageNumberLines, type Token, tokenise } from '../lines/tokens.ts'
import { type IndicatorField, type LinesVocabulary, linesVocabulary } from '../lines/vocabulary.ts'
import { type PlanKind, titleKind } from './titles.ts'

let vocabulary: LinesVocabulary | undefined
export const planLines = (): LinesVocabulary => (vocabulary ??= linesVocabulary(formLayout()))

export interface LineForm {
  readonly tokens: readonly Token[]
  readonly pageNumbers: ReadonlySet<number>
  readonly fromLine: number
  readonly toLine: number
}

const LONGEST_TITLE = 60
const FORM_LINES = 400

/** Lines from each title of the kind to the next title of anything. */
export const lineForms = (block: TextLines, kind: PlanKind): readonly LineForm[] => {
  // Most documents have none; taking them apart would be for nothing.
  if (!block.lines.some(({ text }) => text.length < LONGEST_TITLE && titleKind(text.trim()) === kind)) return []
  const tokens = tokenise(block)
  const starts = lineStarts(tokens)
  const pageNumbers = pageNumberLines(tokens)
  const kinds = starts.map((at) => titleKind(lineText(tokens, at)))
  return starts.flatMap((at, i) => {
    if (kinds[i] !== kind) return []
    let end = i + 1
    while (end < starts.length && end - i < FORM_LINES && kinds[end] === 'none') end += 1
    const own = tokens.slice(at, starts[end] ?? tokens.length)
    return [{ tokens: own, pageNumbers, fromLine: own[0]!.line, toLine: own.at(-1)!.line + 1 }]
  })
}

export interface FoundTable<Field extends string> {
  readonly at: number
  readonly header: FoundHeader<Field>
}

/** Tokens of a header: up to seventeen labels in pieces. */
const HEADER_TOKENS = 60

/** The first line at which such a header begins. */
export const findTable = <Field extends string>(
  tokens: readonly Token[],
  words: HeaderVocabulary<Field>,
  fewest: number,
  isHeader: (fields: ReadonlySet<Field>) => boolean,
): FoundTable<Field> | undefined => {
  for (const at of lineStarts(tokens)) {
    const header = matchHeader(tokens.slice(at, at + HEADER_TOKENS), words, fewest)
    if (header && isHeader(new Set(header.labels.map(({ field }) => field)))) return { at, header }
  }
  return undefined
}

export interface ReadTable<Field extends string> {
  readonly rows: readonly Partial<Record<Field, Cell>>[]
  readonly headers: Partial<Record<Field, Cell>>
  readonly total: readonly Token[]
  readonly rest: readonly Token[]
}

/** With few columns two rows are easily taken for one: where blank lines part rows, a cell does not go on behind one. */
const HABITS: Habits = { ...FIRST_HABITS, wrap: [0, 0, 0.6, 3, 0.6], row: [0, 0, 0.3, 0.1, 0.3] }

const COUNT = /^\d[\d,.]*(?:[%％]|[^\d\s.,，年月日号-]{1,4})$/
/**
 * 60个 beside a name is a value. The search for the likeliest reading knows values by their sign, and self-evaluations have
 * two of them in a row; here one without a sign would be taken for the end of the name. What is printed stays as it is.
 */
const markedValue = (token: Token): Token => (COUNT.test(token.key) ? { ...token, key: `≥${token.key}` } : token)

/** Read twice: the second time with what the first has shown of line ends and widths. */
const indicatorsOf = (
  rows: readonly Token[],
  header: FoundHeader<IndicatorField>,
  pageNumbers: ReadonlySet<number>,
): readonly Indicator[] => {
  const given = indicatorTask(rows, header, planLines(), pageNumbers)
  if (rows.length === 0) return []
  const first = readIndicators(given, undefined, HABITS)
  const habits = learnHabits([{ task: given.task, placements: first.placements }], HABITS)
  const { placements } = readIndicators(given, learnWidths(given.task, first.placements), habits)
  return toIndicators(given, placements).indicators
}

/**
 * The rows of a table of indicators. `like` names the column of a self-evaluation that holds the same kind of text; a field
 * without one (a box to tick) cannot be told apart in such text and is left out.
 */
export const readTable = <Field extends string>(
  tokens: readonly Token[],
  { at, header }: FoundTable<Field>,
  pageNumbers: ReadonlySet<number>,
  like: (field: Field) => IndicatorField | undefined,
  isNoise: (token: Token) => boolean,
): ReadTable<Field> => {
  const behind = tokens.slice(at + header.length)
  const end = tableEnd(behind, 0, planLines())
  const rows = withoutRepeats(behind.slice(0, end.at), header.tokens)
    .filter((token) => !isNoise(token))
    .map(markedValue)
  const taken = new Map<IndicatorField, Field>()
  const labels = header.labels.flatMap((label) => {
    const field = like(label.field)
    if (field === undefined || taken.has(field)) return []
    taken.set(field, label.field)
    return [{ ...label, field }]
  })
  const indicators = indicatorsOf(rows, { ...header, labels } as FoundHeader<IndicatorField>, pageNumbers)
  return {
    rows: indicators.map((row) => {
      const cells = { ...row, ...row.more } as unknown as Readonly<Partial<Record<IndicatorField, Cell>>>
      return Object.fromEntries(
        [...taken].flatMap(([from, to]) => (cells[from] ? [[to, cells[from]]] : [])),
      ) as Partial<Record<Field, Cell>>
    }),
    headers: Object.fromEntries(
      header.labels.map((label) => [label.field, { printed: headerText(label), at: label.tokens[0]!.at }]),
    ) as Partial<Record<Field, Cell>>,
    total: end.total,
    rest: behind.slice(end.at + end.total.length),
  }
}

export const blankAt = (at: Position): Cell => ({ printed: '', at })
