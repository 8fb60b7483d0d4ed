/**
 * The rows of tasks in broken lines: name, completion, then so many amounts as the header has columns. Amounts end a row; where the
 * name ends and the text begins is told by the widths of the two columns.
 */
import type { DepartmentTask, TaskColumn } from '../../domain/department-self-evaluation.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { blankCell, cellOf } from '../lines/cells.ts'
import { GAPS, type Token } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import type { TaskHeader } from './task-header.ts'
import { departmentWords } from './words.ts'

/** An amount, a rate, or points: what stands in the columns behind the texts. */
const VALUE = /^(?:-?\d[\d,]*(?:\.\d*)?[%％]?|[—–\-－/]+)$/
const TEXTS: readonly TaskColumn[] = ['name', 'content', 'completion']

interface RowDraft {
  readonly texts: Token[]
  readonly values: Token[][]
}

/** 2371561150.0 / 0: the rest of a number that did not fit on its line. */
const goesOn = (before: Token, token: Token): boolean =>
  token.gap >= GAPS.line &&
  before.isAlone &&
  token.isAlone &&
  ((/\.\d?$/.test(before.key) &&
    /^\d{1,2}$/.test(token.key) &&
    before.key.replace(/^.*\./, '').length + token.key.length === 2) ||
    (/^\d[\d,]{5,}$/.test(before.key) && /^\.\d+$/.test(token.key)) ||
    (/,\d{0,2}$/.test(before.key) && /^\d/.test(token.key)))

function draftsOf(tokens: readonly Token[], count: number): RowDraft[] {
  const drafts: RowDraft[] = []
  let open: RowDraft = { texts: [], values: [] }
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const last = open.values.at(-1)
    const target = last ?? drafts.at(-1)?.values.at(-1)
    if (before && target?.at(-1) === before && goesOn(before, token)) {
      target.push(token)
      continue
    }
    if (VALUE.test(token.key) && (last || isFirstValue(tokens, index))) open.values.push([token])
    else {
      if (last) {
        // Fewer values than columns: some cells are blank.
        drafts.push(open)
        open = { texts: [], values: [] }
      }
      open.texts.push(token)
    }
    if (open.values.length === count && !(tokens[index + 1] && goesOn(token, tokens[index + 1]!))) {
      drafts.push(open)
      open = { texts: [], values: [] }
    }
  }
  if (open.values.length > 0) drafts.push(open)
  return drafts
}

/** 50 次, 于 2020 年: a number among words is one of the text. */
function isFirstValue(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!
  const next = tokens[index + 1]
  const isFollowed = next !== undefined && next.gap <= GAPS.wide && !VALUE.test(next.key)
  if (isFollowed) return false
  return token.gap >= GAPS.line || (next !== undefined && next.line === token.line) || /\.\d+$/.test(token.key)
}

interface Split {
  /** Tokens before it are the rest of the text of the row above, which a page end cut. */
  readonly rest: number
  /** First token of the text; those before it are the name. */
  readonly at: number
  readonly cost: number
}

const width = (tokens: readonly Token[], from: number, to: number): number => tokens[to]!.to - tokens[from]!.from

/** Cost of the tokens from `from` up to `to` (exclusive) being one cell of a column of this width. */
function cellCost(tokens: readonly Token[], from: number, to: number, limit: number): number {
  let cost = 0
  let start = from
  for (let at = from; at < to; at += 1) {
    const isLast = at === to - 1
    const next = tokens[at + 1]
    if (!isLast && next!.gap < GAPS.line) continue
    const reach = width(tokens, start, at)
    if (reach > limit + 1) cost += Math.min(4, 1 + (reach - limit) / 3)
    else if (!isLast && next!.gap !== GAPS.page && reach + next!.unit <= limit - 1)
      cost += Math.min(2, 0.5 + (limit - reach) / 8)
    start = at + 1
  }
  return cost
}

function splitFrom(texts: readonly Token[], from: number, name: number, text: number): Split {
  const { length } = texts
  let best: Split = { rest: from, at: length, cost: cellCost(texts, from, length, name) + (length > from ? 1 : 0) }
  let words = ''
  for (let at = from + 1; at < length; at += 1) {
    words += texts[at - 1]!.key
    const punctuation = /[。；;]/.test(words) ? 5 : /[，：:]$/.test(words) ? 2 : 0
    const begins = /^[（(](?!\d|[一二三四五六七八九十][）)])|^[，。；、）)]/.test(texts[at]!.key) ? 3 : 0
    const long = Math.max(0, words.length - LONG_NAME) * 0.3
    const cost = punctuation + begins + long + cellCost(texts, from, at, name) + cellCost(texts, at, length, text)
    if (cost < best.cost) best = { rest: from, at, cost }
  }
  return best
}

const LONG_NAME = 20

/** A cell that a page end cut goes on above the next row's name; it mostly stopped in the middle of a sentence. */
function bestSplit({ texts }: RowDraft, above: RowDraft | undefined, name: number, text: number): Split {
  let best = splitFrom(texts, 0, name, text)
  const last = above?.texts.at(-1)
  if (!last || texts[0]?.gap !== GAPS.page) return best
  if (!/[。！）)]$/.test(last.key)) best = { ...best, cost: best.cost + 2 }
  else return best
  for (let rest = 1; rest < texts.length; rest += 1) {
    if (texts[rest]!.gap < GAPS.line) continue
    const ends = /[。！）)]$/.test(texts[rest - 1]!.key) ? 0 : 1
    const split = splitFrom(texts, rest, name, text)
    const cost = split.cost + ends + cellCost(texts, 0, rest, text)
    if (cost < best.cost) best = { ...split, cost }
  }
  return best
}

/** Widths of name and text for which all rows together break best. */
function splits(drafts: readonly RowDraft[]): Split[] {
  const widths = [...new Set(drafts.flatMap(({ texts }) => texts.map((_, at) => lineEndWidth(texts, at))))]
    .filter((one) => one > 0)
    .sort((a, b) => a - b)
  const text = widths.at(-1) ?? 0
  let best: { cost: number; found: Split[] } | undefined
  for (const name of widths) {
    if (name > text) break
    const found = drafts.map((draft, row) => bestSplit(draft, drafts[row - 1], name, text))
    const cost = found.reduce((sum, split) => sum + split.cost, 0)
    if (!best || cost < best.cost) best = { cost, found }
  }
  return best?.found ?? drafts.map(({ texts }) => ({ rest: 0, at: texts.length, cost: 0 }))
}

/** Width of the line that ends with the token; 0 where none does. */
function lineEndWidth(texts: readonly Token[], at: number): number {
  const next = texts[at + 1]
  if (next && next.line === texts[at]!.line) return 0
  const start = texts.findIndex((token) => token.line === texts[at]!.line)
  return width(texts, start, at)
}

/** Tasks in their order, the printed sum last or wherever it stands. */
export function readTasks(tokens: readonly Token[], { columns }: TaskHeader): DepartmentTask[] {
  const values = columns.filter((column) => !TEXTS.includes(column))
  const texts = columns.filter((column) => TEXTS.includes(column))
  const drafts = draftsOf(tokens, values.length)
  const found = texts.length > 1 ? splits(drafts) : []
  return drafts.map((draft, row) => {
    const rest = found[row]?.rest ?? 0
    const more = drafts[row + 1]?.texts.slice(0, found[row + 1]?.rest ?? 0) ?? []
    const own = draft.texts.slice(rest)
    const isTotal = departmentWords().totals.has(labelText(own.map(({ text }) => text).join('')))
    const end = isTotal || texts.length < 2 ? own.length : (found[row]?.at ?? own.length) - rest
    const at = (own[0] ?? draft.values[0]?.[0] ?? tokens[0]!).at
    const cells: Partial<Record<TaskColumn, Cell>> = {}
    for (const column of columns) cells[column] = blankCell(at)
    cells[texts[0]!] = cellOf(own.slice(0, end)) ?? blankCell(at)
    // Two long texts beside each other cannot be told apart: the last of them takes both.
    if (texts.length > 1) cells[texts.at(-1)!] = cellOf([...own.slice(end), ...more], texts.length > 2) ?? blankCell(at)
    // As many values as columns stand in their order; of fewer nobody can say which are blank.
    const isUnsure = draft.values.length !== values.length
    for (const [index, value] of draft.values.entries()) cells[values[index]!] = cellOf(value, isUnsure)!
    return { cells, isTotal }
  })
}
