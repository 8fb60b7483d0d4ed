/** The fund block: header, then rows of a label and amounts. */
import type { Cell, FundColumn, FundRow, FundRowKey, Funds } from '../../domain/self-evaluation.ts'
import { blankCell, cellOf } from './cells.ts'
import { type FoundHeader, headerText } from './header-match.ts'
import { GAPS, type Token } from './tokens.ts'
import { labelText, ROOT } from './trie.ts'
import type { FundField, LinesVocabulary } from './vocabulary.ts'

interface OpenRow {
  readonly label: Token[]
  readonly values: Token[][]
  readonly notes: Token[]
  node: number
}

const VALUE = /^(?:[-−]?[\d,]*\.?\d+[%％]?(?:万元|亿元|元|万)?|[\d,]+[.,]|[—–\-－/]+)$/

export function readFunds(
  tokens: readonly Token[],
  header: FoundHeader<FundField>,
  vocabulary: LinesVocabulary,
): Funds {
  const columns = header.labels.map((label) => label.field)
  const rows: Partial<Record<FundRowKey, FundRow>> = {}
  const moreSources: FundRow[] = []
  const siblings: Siblings = { total: undefined, parts: [] }
  for (const open of splitRows(tokens, vocabulary)) {
    const label = cellOf(open.label)!
    const key = vocabulary.fundRowOf(label.printed)
    const row = { label, cells: toCells(open, columns, key === 'total', siblings) }
    if (key === 'total') siblings.total ??= row.cells
    else siblings.parts.push(row.cells)
    if (key === undefined || key === 'more') moreSources.push(row)
    else rows[key] ??= row
  }
  const headers = Object.fromEntries(
    header.labels.map((label) => [label.field, { printed: headerText(label), at: label.tokens[0]!.at }]),
  )
  return { ...unitOf([...header.tokens, ...tokens]), rows, moreSources, headers }
}

const UNIT = /[（(](?:单位[:：]?)?(万元|亿元|元)[)）]|单位[:：](万元|亿元|元)/

/** The unit as the form states it, in the block label or above the table; pieces of it may stand on several lines. */
export function unitOf(tokens: readonly Token[]): Pick<Funds, 'unit' | 'unitAt'> {
  let text = ''
  for (const token of tokens) {
    const from = text.length
    text += labelText(token.text)
    const match = UNIT.exec(text.slice(Math.max(0, from - 8)))
    if (match) return { unit: match[1] ?? match[2]!, unitAt: token.at }
  }
  return { unit: '', unitAt: undefined }
}

function splitRows(tokens: readonly Token[], { fundRows, funds }: LinesVocabulary): OpenRow[] {
  const rows: OpenRow[] = []
  let block = ROOT
  for (const [index, token] of tokens.entries()) {
    const open = rows.at(-1)
    const { key } = token
    const longer = open ? fundRows.step(open.node, key) : -1
    if (open && longer >= 0 && open.node > ROOT) {
      open.label.push(token)
      open.node = longer
      continue
    }
    if (VALUE.test(key)) {
      if (open) addValue(open, token)
      continue
    }
    if (open && isUnitOfValue(open, token)) {
      open.values.at(-1)!.push(token)
      continue
    }
    const started = fundRows.step(ROOT, key)
    const glued = started < 0 ? /^([^\d]{2,})([\d,.]+)$/.exec(key) : null
    const gluedNode = glued ? fundRows.step(ROOT, glued[1]!.replace(/[:：]$/, '')) : -1
    if (started >= 0) rows.push({ label: [token], values: [], notes: [], node: started })
    else if (gluedNode >= 0 && fundRows.isComplete(gluedNode)) {
      const value = { ...token, text: glued![2]!, key: glued![2]! }
      rows.push({
        label: [{ ...token, text: glued![1]!, key: glued![1]! }],
        values: [[value]],
        notes: [],
        node: gluedNode,
      })
    } else if (funds.block.step(block, key) >= 0) block = funds.block.step(block, key)
    else if (/^[（(]?(?:单位)?[:：]?(?:万元|元|亿元|万)?[)）]?$/.test(key)) continue
    else if (isUnknownSource(tokens, index)) rows.push({ label: [token], values: [], notes: [], node: ROOT })
    else open?.notes.push(token)
  }
  return rows.filter((row) => row.values.length > 0 || fundRows.isComplete(row.node))
}

/** A source that the layout does not know: it ends like one and amounts follow on its line. */
function isUnknownSource(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!
  const next = tokens[index + 1]
  return (
    /(?:资金|拨款|收入|补助|债券|基金)$/.test(token.key) &&
    next !== undefined &&
    next.line === token.line &&
    VALUE.test(next.key)
  )
}

/** 3.5 万: extraction puts a space between the number and what is printed right behind it. */
function isUnitOfValue({ values }: OpenRow, token: Token): boolean {
  const last = values.at(-1)?.at(-1)
  return (
    last !== undefined &&
    last.line === token.line &&
    token.gap === GAPS.space &&
    /\d$/.test(last.key) &&
    /^(?:万元|亿元|元|万)$/.test(token.key)
  )
}

/** An amount too long for its column breaks at a point or comma. */
function addValue(row: OpenRow, token: Token): void {
  const last = row.values.at(-1)
  const end = last?.at(-1)
  const isRest = end !== undefined && token.gap >= GAPS.line && (/[.,]$/.test(end.key) || /^[.,]/.test(token.key))
  if (isRest) last!.push(token)
  else row.values.push([token])
}

/** Rows read before, which say where the values of a row with blanks are likely to stand. */
interface Siblings {
  total: FundRow['cells'] | undefined
  readonly parts: FundRow['cells'][]
}

function toCells(row: OpenRow, columns: readonly FundField[], isTotal: boolean, siblings: Siblings): FundRow['cells'] {
  const amounts = columns.filter((column): column is FundColumn => column !== 'reason')
  const places =
    row.values.length === amounts.length
      ? row.values.map((_, index) => index)
      : align(row.values, amounts, costsOf(row, amounts, isTotal, siblings))
  const isUnsure = row.values.length !== amounts.length
  const cells: Partial<Record<FundColumn | 'reason', Cell>> = {}
  for (const column of columns) cells[column] = blankCell(row.label[0]!.at)
  for (const [index, place] of places.entries())
    if (place >= 0) cells[amounts[place]!] = cellOf(row.values[index]!, isUnsure)!
  if (columns.includes('reason') && row.notes.length > 0) cells.reason = cellOf(row.notes)!
  return cells
}

interface AlignCosts {
  readonly blank: (column: number) => number
  readonly value: (value: number, column: number) => number
}

/** A part often is the whole total of its column, and what is blank in one part is often blank in the next. */
const SAME_AS_TOTAL = 0.9
const SAME_ZERO = 0.3
const BLANK_AS_BEFORE = 1

const costsOf = (
  { values }: OpenRow,
  columns: readonly FundColumn[],
  isTotal: boolean,
  { total, parts }: Siblings,
): AlignCosts => {
  const texts = values.map((tokens) => tokens.map(({ key }) => key).join(''))
  const likeTotal = (text: string, column: FundColumn): number => {
    if (isTotal || !/\d/.test(text) || total?.[column]?.printed.normalize('NFKC') !== text) return 0
    return /[1-9]/.test(text) ? SAME_AS_TOTAL : SAME_ZERO
  }
  return {
    blank: (i) => {
      const column = columns[i]!
      const wasBlank = !isTotal && parts.length > 0 && parts.every((cells) => cells[column]?.printed === '')
      return Math.max(0, blankCost(column, isTotal) - (wasBlank ? BLANK_AS_BEFORE : 0))
    },
    value: (value, i) => valueCost(texts[value]!, columns[i]!) - likeTotal(texts[value]!, columns[i]!),
  }
}

/** What a value costs that no column takes. */
const LEFT_OVER = 6

/** Blank cells leave no trace in the text: the values that are there take the columns that suit them, in their order. */
function align(
  values: readonly (readonly Token[])[],
  columns: readonly FundColumn[],
  { blank, value: valueAt }: AlignCosts,
): number[] {
  type Step = 'skip' | 'take' | 'leave'
  const width = columns.length + 1
  const size = (values.length + 1) * width
  const cost: number[] = Array<number>(size).fill(Number.POSITIVE_INFINITY)
  const steps: Step[] = Array<Step>(size).fill('leave')
  cost[0] = 0
  const offer = (here: number, own: number, step: Step): void => {
    if (own > cost[here]! || (own === cost[here]! && step !== 'take')) return
    cost[here] = own
    steps[here] = step
  }
  for (let value = 0; value <= values.length; value += 1)
    for (let column = 0; column < width; column += 1) {
      const here = value * width + column
      if (column > 0) offer(here, cost[here - 1]! + blank(column - 1), 'skip')
      if (value > 0 && column > 0) offer(here, cost[here - width - 1]! + valueAt(value - 1, column - 1), 'take')
      if (value > 0) offer(here, cost[here - width]! + LEFT_OVER, 'leave')
    }
  const places = Array<number>(values.length).fill(-1)
  for (let value = values.length, column = columns.length; value > 0; ) {
    const step = steps[value * width + column]!
    if (step === 'take') places[value - 1] = column - 1
    if (step !== 'leave') column -= 1
    if (step !== 'skip') value -= 1
  }
  return places
}

function blankCost(column: FundColumn, isTotal: boolean): number {
  if (column === 'weight' || column === 'score') return isTotal ? 2 : 0.5
  if (column === 'rate') return isTotal ? 1.5 : 0.8
  return column === 'initialBudget' ? 1.2 : 1.8
}

function valueCost(text: string, column: FundColumn): number {
  const isDash = /^[—–\-－/]+$/.test(text)
  const isPercent = /[%％]$/.test(text)
  const number = Number(text.replace(/[^\d.]/g, ''))
  if (column === 'weight' || column === 'score') return isDash ? 0 : isPercent ? 4 : number <= 100 ? 0.3 : 5
  if (column === 'rate') return isDash ? 0.6 : isPercent ? 0 : number <= 1.5 ? 0.5 : number <= 200 ? 1 : 5
  return isDash ? 1.5 : isPercent ? 4 : 0.3
}
