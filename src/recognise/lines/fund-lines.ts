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
  for (const open of splitRows(tokens, vocabulary)) {
    const label = cellOf(open.label)!
    const key = vocabulary.fundRowOf(label.printed)
    const row = { label, cells: toCells(open, columns, key === 'total') }
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

/** An amount too long for its column breaks at a point or comma. */
function addValue(row: OpenRow, token: Token): void {
  const last = row.values.at(-1)
  const end = last?.at(-1)
  const isRest = end !== undefined && token.gap >= GAPS.line && (/[.,]$/.test(end.key) || /^[.,]/.test(token.key))
  if (isRest) last!.push(token)
  else row.values.push([token])
}

function toCells(row: OpenRow, columns: readonly FundField[], isTotal: boolean): FundRow['cells'] {
  const amounts = columns.filter((column): column is FundColumn => column !== 'reason')
  const places =
    row.values.length === amounts.length ? row.values.map((_, index) => index) : align(row.values, amounts, isTotal)
  const isUnsure = row.values.length !== amounts.length
  const cells: Partial<Record<FundColumn | 'reason', Cell>> = {}
  for (const column of columns) cells[column] = blankCell(row.label[0]!.at)
  for (const [index, place] of places.entries())
    if (place >= 0) cells[amounts[place]!] = cellOf(row.values[index]!, isUnsure)!
  if (columns.includes('reason') && row.notes.length > 0) cells.reason = cellOf(row.notes)!
  return cells
}

/** Blank cells leave no trace in the text: the values that are there take the columns that suit them, in their order. */
function align(values: readonly (readonly Token[])[], columns: readonly FundColumn[], isTotal: boolean): number[] {
  const rows = values.length + 1
  const width = columns.length + 1
  const cost: number[] = Array<number>(rows * width).fill(Number.POSITIVE_INFINITY)
  const take: boolean[] = Array<boolean>(rows * width).fill(false)
  cost[0] = 0
  for (let value = 0; value < rows; value += 1) {
    for (let column = 0; column < width; column += 1) {
      const here = value * width + column
      if (column > 0) {
        const skipped = cost[here - 1]! + blankCost(columns[column - 1]!, isTotal)
        if (skipped < cost[here]!) cost[here] = skipped
      }
      if (value > 0 && column > 0) {
        const taken =
          cost[here - width - 1]! +
          valueCost(values[value - 1]!.map((token) => token.key).join(''), columns[column - 1]!)
        if (taken <= cost[here]!) {
          cost[here] = taken
          take[here] = true
        }
      }
      if (value > 0 && cost[here - width]! + 6 < cost[here]!) {
        cost[here] = cost[here - width]! + 6
        take[here] = false
      }
    }
  }
  return walkBack(values.length, columns.length, cost, take, columns, isTotal)
}

function walkBack(
  count: number,
  columns: number,
  cost: readonly number[],
  take: readonly boolean[],
  names: readonly FundColumn[],
  isTotal: boolean,
): number[] {
  const places = Array<number>(count).fill(-1)
  const width = columns + 1
  let value = count
  let column = columns
  while (value > 0) {
    const here = value * width + column
    if (column > 0 && take[here]) {
      places[value - 1] = column - 1
      value -= 1
      column -= 1
    } else if (column > 0 && Math.abs(cost[here - 1]! + blankCost(names[column - 1]!, isTotal) - cost[here]!) < 1e-9)
      column -= 1
    else value -= 1
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
