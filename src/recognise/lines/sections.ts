/** The parts of one form: head, funds, goals, indicators, total; each as tokens. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { cellOf } from './cells.ts'
import { type LineRange, lineStarts, lineText } from './find-forms.ts'
import { type FoundHeader, matchHeader } from './header-match.ts'
import { GAPS, type Token } from './tokens.ts'
import { labelText, ROOT } from './trie.ts'
import type { FundField, IndicatorField, LinesVocabulary } from './vocabulary.ts'

export interface Sections {
  readonly head: readonly Token[]
  readonly fundHeader: FoundHeader<FundField> | undefined
  readonly funds: readonly Token[]
  readonly goalHeader: FoundHeader<'expected' | 'actual'> | undefined
  readonly goals: readonly Token[]
  readonly indicatorHeader: FoundHeader<IndicatorField>
  readonly indicators: readonly Token[]
  readonly totalWeight: Cell | undefined
  readonly totalScore: Cell | undefined
  readonly toLine: number
}

/** How far behind the head the fund header and the indicator header are looked for, in lines of text. */
const FUND_LINES = 40
const INDICATOR_LINES = 500

/** `undefined` when there is no indicator table with weights or scores: then it is not this form. */
export function sectionsOf(all: readonly Token[], range: LineRange, vocabulary: LinesVocabulary): Sections | undefined {
  const tokens = all.slice(range.head, range.to)
  const starts = lineStarts(tokens)
  const indicators = findHeader(tokens, starts, 0, INDICATOR_LINES, (rest) => indicatorHeaderAt(rest, vocabulary))
  if (!indicators) return undefined
  const before = starts.filter((start) => start < indicators.at)
  const funds = findHeader(tokens, before, 0, FUND_LINES, (rest) => fundHeaderAt(rest, vocabulary))
  const fundsEnd = funds ? funds.at + funds.header.length : 0
  const goals = findHeader(tokens, before, fundsEnd, FUND_LINES * 2, (rest) => goalHeaderAt(rest, vocabulary))
  const dataFrom = indicators.at + indicators.header.length
  const end = tableEnd(tokens, dataFrom, vocabulary)
  return {
    head: tokens.slice(0, funds?.at ?? goals?.at ?? indicators.at),
    fundHeader: funds?.header,
    funds: tokens.slice(fundsEnd, funds ? (goals?.at ?? indicators.at) : fundsEnd),
    goalHeader: goals?.header,
    goals: goals ? tokens.slice(goals.at + goals.header.length, indicators.at) : [],
    indicatorHeader: indicators.header,
    indicators: withoutRepeats(tokens.slice(dataFrom, end.at), tokens.slice(indicators.at, dataFrom)),
    ...totals(end.total),
    toLine: (tokens[end.at + end.total.length - 1] ?? tokens.at(-1)!).line + 1,
  }
}

interface Found<Header> {
  readonly at: number
  readonly header: Header
}

function findHeader<Header>(
  tokens: readonly Token[],
  starts: readonly number[],
  from: number,
  lines: number,
  match: (rest: readonly Token[]) => Header | undefined,
): Found<Header> | undefined {
  let looked = 0
  for (const at of starts) {
    if (at < from) continue
    looked += 1
    if (looked > lines) return undefined
    const header = match(tokens.slice(at, at + 60))
    if (header) return { at, header }
  }
  return undefined
}

export function fundHeaderAt(tokens: readonly Token[], { funds }: LinesVocabulary): FoundHeader<FundField> | undefined {
  const header = matchHeader(tokens, funds, 3)
  const fields = header?.labels.map((label) => label.field) ?? []
  return fields.includes('executed') || (fields.includes('fullYearBudget') && fields.includes('rate'))
    ? header
    : undefined
}

function indicatorHeaderAt(
  tokens: readonly Token[],
  { indicators }: LinesVocabulary,
): FoundHeader<IndicatorField> | undefined {
  const header = matchHeader(tokens, indicators, 4)
  const fields = new Set<string>(header?.labels.map((label) => label.field))
  const isForm =
    (fields.has('level3') || fields.has('level2')) &&
    (fields.has('target') || fields.has('initialTarget') || fields.has('actual'))
  return isForm && (fields.has('weight') || fields.has('score')) ? header : undefined
}

function goalHeaderAt(
  tokens: readonly Token[],
  vocabulary: LinesVocabulary,
): FoundHeader<'expected' | 'actual'> | undefined {
  const both = matchHeader(tokens, vocabulary.goals, 2)
  if (both) return both
  const first = tokens[0]!
  const node = vocabulary.goalBlock.step(ROOT, labelText(first.text))
  if (node < 0 || !vocabulary.goalBlock.isComplete(node)) return undefined
  return matchHeader(tokens, vocabulary.goals, 1) ?? { labels: [], length: 1, block: [first], tokens: [first] }
}

const NUMBER_OR_DASH = /^(?:\d+(?:\.\d+)?分?|[—–\-－/]+)$/

/** The total line, or where the table can no longer go on. `at` is exclusive for the rows. */
export function tableEnd(
  tokens: readonly Token[],
  from: number,
  { totals }: LinesVocabulary,
): { at: number; total: Token[] } {
  for (let at = from; at < tokens.length; at += 1) {
    if (at > 0 && tokens[at]!.gap <= GAPS.wide) continue
    const total = totalAt(tokens, at, totals)
    if (total) return { at, total }
    if (at > from && endsTable(tokens, at)) return { at, total: [] }
  }
  return { at: tokens.length, total: [] }
}

/** 总分 100 94.37 —: the label, set wide or not, and numbers only. */
function totalAt(tokens: readonly Token[], at: number, totals: ReadonlySet<string>): Token[] | undefined {
  let label = ''
  let next = at
  while (next < tokens.length && next < at + 4 && !NUMBER_OR_DASH.test(tokens[next]!.key)) {
    label += labelText(tokens[next]!.text)
    next += 1
  }
  if (!totals.has(label.replace(/[:：]$/, ''))) return undefined
  const numbers: Token[] = []
  while (
    next < tokens.length &&
    numbers.length < 3 &&
    NUMBER_OR_DASH.test(tokens[next]!.key) &&
    tokens[next]!.line <= tokens[at]!.line + 6
  ) {
    numbers.push(tokens[next]!)
    next += 1
  }
  return numbers.some((token) => /\d/.test(token.key)) ? tokens.slice(at, next) : undefined
}

const AFTER_TABLE =
  /^(?:附件|附表|第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|填表人|填报人|制表人|填表说明|注[:：]|备注[:：]|单位负责人)/

function endsTable(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (!AFTER_TABLE.test(token.key)) return false
  // A deviation text may be a list as well: only after a page end, or where a whole line has no number of a row.
  return token.gap === GAPS.page || /^(?:附件|附表|第|填|制表|注|备注|单位负责人)/.test(token.key)
}

export function totals(tokens: readonly Token[]): Pick<Sections, 'totalWeight' | 'totalScore'> {
  const numbers = tokens.filter((token) => /^\d/.test(token.key))
  const [first, second] = numbers
  if (first && second) return { totalWeight: cellOf([first]), totalScore: cellOf([second]) }
  return { totalWeight: undefined, totalScore: first ? cellOf([first]) : undefined }
}

/** The header may be printed again on each page. */
export function withoutRepeats(tokens: readonly Token[], header: readonly Token[]): Token[] {
  const whole = labelText(header.map((token) => token.text).join(''))
  const isRepeat = (text: string): boolean => text.length > 12 && whole.includes(text)
  const repeated = new Set(
    lineStarts(tokens).flatMap((at) => (isRepeat(lineText(tokens, at)) ? [tokens[at]!.line] : [])),
  )
  return repeated.size === 0 ? [...tokens] : tokens.filter((token) => !repeated.has(token.line))
}
