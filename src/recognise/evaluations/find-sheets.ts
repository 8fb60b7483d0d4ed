/** Where scored framework sheets stand in broken lines: from their header to their total, or to where no row can follow. */
import { type FoundHeader, type HeaderLabel, matchHeader } from '../lines/header-match.ts'
import { GAPS, type Token } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import { type SheetField, sheetWords } from './words.ts'

export interface SheetRange {
  /** Index of the header's first token. */
  readonly header: number
  readonly labels: readonly HeaderLabel<SheetField>[]
  /** Tokens of the rows, repeated headers and subtotals left out. */
  readonly body: readonly Token[]
  /** Indexes into `body` before which the header was printed again. */
  readonly turns: ReadonlySet<number>
  /** Tokens from the total line on, a few lines. */
  readonly tail: readonly Token[]
  /** Index behind the sheet. */
  readonly to: number
}

/** Longest sheet that is looked at; what is longer is damage or no sheet. */
const MOST_TOKENS = 6000
const HEADER_TOKENS = 30
const TAIL_LINES = 4
const FEWEST_LABELS = 3

const LEVELS: readonly SheetField[] = ['level1', 'level2', 'level3', 'level4']

/** Labels beside which a table is a self-evaluation, or one that nobody has scored yet. */
const VALUE_LABEL =
  /^(?:年度|年初|预期|实际|全年|本年|计划)?(?:指标|目标|完成|绩效)?(?:指标)?(?:目标)?(?:完成)?值|^完成情况|^实际完成/

const isLineStart = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at - 1]!.line !== tokens[at]!.line

/** Two levels and a score; and no values of indicators beside them. */
function headerAt(tokens: readonly Token[], at: number): FoundHeader<SheetField> | undefined {
  const part = tokens.slice(at, at + HEADER_TOKENS)
  const header = matchHeader(part, sheetWords().header, FEWEST_LABELS)
  if (!header) return undefined
  const fields = new Set(header.labels.map(({ field }) => field))
  const levels = LEVELS.filter((level) => fields.has(level)).length
  if (!fields.has('score') || levels === 0 || (levels === 1 && !fields.has('weight'))) return undefined
  const last = part[header.length - 1]!
  const next = part[header.length]
  if (next && next.line === last.line && next.gap <= GAPS.wide) return undefined
  return VALUE_LABEL.test(labelText(next?.text ?? '')) ? undefined : header
}

/** Indexes of the line's tokens, as one text. */
export function lineOf(tokens: readonly Token[], at: number): string {
  let text = ''
  for (let index = at; tokens[index]?.line === tokens[at]!.line; index += 1) text += labelText(tokens[index]!.text)
  return text
}

const ENDS =
  /^(?:附件|附表|附录|第[一二三四五六七八九十]+部分|填表人|填报人|制表人|填表说明|备注[:：]|单位负责人|项目名称[:：]?|[一二三四五六七八九十]+、)/

const isTotal = (text: string): boolean => {
  const label = sheetWords().totalList.find((known) => text.startsWith(known))
  return (
    label !== undefined &&
    /^[:：为]?(?:\d|$)/.test(text.slice(label.length)) &&
    !/[\u4e00-\u9fff]{6}/.test(text.slice(label.length))
  )
}

const isGrade = (text: string): boolean =>
  sheetWords().gradeList.some((known) => text.startsWith(known)) && text.length <= 16

const isSubtotal = (text: string): boolean =>
  /小计/.test(text) && /^[\u4e00-\u9fff]{0,12}小计[:：]?[\d.分]*$/.test(text)

/** All sheets of the tokens, in their order. */
export function findSheets(tokens: readonly Token[]): SheetRange[] {
  const found: SheetRange[] = []
  let at = 0
  while (at < tokens.length) {
    const header = isLineStart(tokens, at) ? headerAt(tokens, at) : undefined
    if (!header) {
      at += 1
      continue
    }
    const range = rangeFrom(tokens, at, header)
    found.push(range)
    at = Math.max(at + header.length, range.to)
  }
  return found
}

const sameColumns = (a: FoundHeader<SheetField>, b: FoundHeader<SheetField>): boolean =>
  a.labels.length === b.labels.length && a.labels.every(({ field }) => b.labels.some((other) => other.field === field))

function rangeFrom(tokens: readonly Token[], start: number, header: FoundHeader<SheetField>): SheetRange {
  const body: Token[] = []
  const turns = new Set<number>()
  const end = Math.min(tokens.length, start + MOST_TOKENS)
  const range = { header: start, labels: columnsInOrder(header), body, turns }
  let at = start + header.length
  while (at < end) {
    if (isLineStart(tokens, at)) {
      const again = headerAt(tokens, at)
      if (again && !sameColumns(header, again)) break
      if (again) {
        turns.add(body.length)
        at += again.length
        continue
      }
      const text = lineOf(tokens, at)
      if (isTotal(text) || isGrade(text)) return { ...range, ...tailFrom(tokens, at) }
      if (ENDS.test(text) && body.length > 0) break
      if (isSubtotal(text)) {
        const { line } = tokens[at]!
        while (tokens[at]?.line === line) at += 1
        continue
      }
    }
    body.push(tokens[at]!)
    at += 1
  }
  return { ...range, tail: [], to: at }
}

/** The total line, and lines below it while they say something of total or grade. */
function tailFrom(tokens: readonly Token[], at: number): Pick<SheetRange, 'tail' | 'to'> {
  let to = at
  let lines = 0
  while (to < tokens.length && lines < TAIL_LINES) {
    const text = lineOf(tokens, to)
    if (lines > 0 && !isTotal(text) && !isGrade(text) && !/^[\d.]+分?$|^[优良中差]$/.test(text)) break
    const { line } = tokens[to]!
    while (tokens[to]?.line === line) to += 1
    lines += 1
  }
  return { tail: tokens.slice(at, to), to }
}

/**
 * In a header of two rows the levels are printed last, below a cell that spans them, and stand first. Points belong to
 * the level on their left; those of the last level are the rows' weights.
 */
function columnsInOrder({ labels, block }: FoundHeader<SheetField>): HeaderLabel<SheetField>[] {
  const first = labels.findIndex(({ field }) => LEVELS.includes(field))
  const isTwoRows = first > 0 && block.length > 0
  return isTwoRows ? [...labels.slice(first), ...labels.slice(0, first)] : [...labels]
}
