/** How well tokens suit the cells of a sheet. All figures are costs: about minus the logarithm of a probability. */
import { GAPS, type Token } from '../lines/tokens.ts'
import { labelText } from '../lines/trie.ts'
import { POINTS } from './points.ts'
import type { SheetColumn, SheetTask } from './row-task.ts'

export const NUMBER = /^\d{1,3}(?:\.\d{1,3})?分?$/
const DASH = /^(?:[—–\-－/]+|无)$/
/** ① 1. （1） A. 评价要点：: how points of criteria begin, and names do not. */
const MARKER =
  /^(?:[①-⑳]|\d{1,2}[.、．](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十])[)）]|[A-Z][.、．:：]|注[:：]|评价要点)/
const SENTENCE = /[。；;！]$/
const UNIT_AHEAD = /^(?:分|个|项|天|次|人|%|％|万|元|年|月|日|倍|家|篇|以|及|至|-)/

const isHan = (char: string | undefined): boolean => char !== undefined && /[\u2e80-\u9fff]/.test(char)
export const isNumber = (token: Token): boolean => NUMBER.test(token.key)

const isLineEnd = (tokens: readonly Token[], index: number): boolean =>
  index + 1 >= tokens.length || tokens[index + 1]!.line !== tokens[index]!.line

/** Names as they are compared: without points, white space and variants of width. */
export const nameKey = (text: string): string => labelText(text).replace(POINTS, '')

export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  for (let at = from; at <= to; at += 1) text += tokens[at]!.key
  return text
}

/** Cost of a cell of this column beginning with the token. */
export function startCost(task: SheetTask, column: SheetColumn, index: number, weight: number): number {
  const token = task.tokens[index]!
  const { key } = token
  if (column.kind === 'points') return isNumber(token) ? (token.isAlone ? 0 : 0.2) : 9
  if (column.kind === 'score') return scoreCost(task, index, weight)
  const closing = /^[，。；：、！？)）”’》」\]]/.test(key) ? 5 : 0
  if (column.kind === 'level')
    return closing + (isNumber(token) ? 6 : MARKER.test(key) ? 4 : /^\d/.test(key) ? 2 : isHan(key[0]) ? 0 : 0.6)
  if (column.kind === 'comment') return closing + (isNumber(token) ? 4 : DASH.test(key) ? 0.2 : 0.4)
  return closing + (isNumber(token) ? 3 : task.names.some((names) => names.has(nameKey(key))) ? 2 : 0)
}

function scoreCost(task: SheetTask, index: number, weight: number): number {
  const token = task.tokens[index]!
  if (!isNumber(token)) return DASH.test(token.key) ? 2.5 : 9
  const more = Number.parseFloat(token.key) > weight ? 4 : 0
  const hasComment = task.columns.at(-1)!.kind === 'comment'
  return more + (token.isAlone ? 0 : isLineEnd(task.tokens, index) || hasComment ? 0.3 : 3)
}

/** Cost of the token going on with the cell that holds `from` … `index - 1`. */
export function joinCost(task: SheetTask, column: SheetColumn, from: number, index: number): number {
  const { tokens } = task
  const token = tokens[index]!
  if (column.kind === 'points' || column.kind === 'score') return token.key === '分' && index === from + 1 ? 0.2 : 12
  return column.kind === 'level' ? joinName(task, from, index) : joinText(task, column, index)
}

const MOST_NAME_TOKENS = 40

function joinName(task: SheetTask, from: number, index: number): number {
  // Such a name would be put together again for each of its tokens.
  if (index - from > MOST_NAME_TOKENS) return 12
  const token = task.tokens[index]!
  const before = task.tokens[index - 1]!
  const isOpen = /[（(][^）)]*$/.test(textOf(task.tokens, Math.max(from, index - 4), index - 1))
  if (isOpen) return 0.1
  if (/^[（(]\d/.test(token.key)) return 0.1
  if (isNumber(token)) return 6
  const long = index - from > 6 ? 0.2 : 0
  const whole = POINTS.test(textOf(task.tokens, Math.max(from, index - 2), index - 1)) ? 4 : 0
  const marked = MARKER.test(token.key) ? 4 : SENTENCE.test(before.key) ? 2 : 0
  if (token.gap >= GAPS.line) return long + whole + marked + (task.isTurned(index) ? 1.5 : 0.4) + blankCost(task, token)
  return long + whole + marked + (isHan(before.key.at(-1)) && isHan(token.key[0]) ? 2.5 : 0.6)
}

/** Where some line ends have blank lines and others have not, those that have more often end a cell. */
const blankCost = ({ hasBothGaps }: SheetTask, { gap }: Token): number => (hasBothGaps && gap === GAPS.blank ? 0.5 : 0)

/** 10 8: a number beside a number is a weight beside a score. */
const isBeside = (tokens: readonly Token[], index: number, step: 1 | -1): boolean => {
  const other = tokens[index + step]
  return other !== undefined && other.line === tokens[index]!.line && isNumber(other)
}

/** Inside a long text a number alone is hardly ever its own: it is a weight or a score. */
function joinText(task: SheetTask, column: SheetColumn, index: number): number {
  const { tokens } = task
  const token = tokens[index]!
  const before = tokens[index - 1]!
  const next = tokens[index + 1]
  if (DASH.test(before.key) && index > 0 && column.kind === 'comment') return 3
  if (isNumber(token)) {
    if (isBeside(tokens, index, 1) || isBeside(tokens, index, -1)) return 4
    if (token.isAlone) return next && UNIT_AHEAD.test(next.key) ? 2 : 8
    const goesOn = next !== undefined && UNIT_AHEAD.test(next.key)
    if (isLineEnd(tokens, index)) return goesOn ? 0.1 : SENTENCE.test(before.key) ? 3 : 1.2
    return goesOn ? 0.05 : 0.4
  }
  if (token.gap >= GAPS.line && isName(task, shortLine(tokens, index))) return task.hasPointsInNames ? 4 : 2.5
  if (token.gap >= GAPS.line && isPointsLine(tokens, index) && !/[，。；：、,;:]$/.test(before.key)) return 2.5
  if (/^分?[）)]$/.test(token.key) && token.isAlone && /[（(]\d+(?:\.\d+)?$/.test(before.key)) return 3
  if (token.gap >= GAPS.line) return 0.12 + shortLineCost(task, index, before) + blankCost(task, token)
  return 0.15
}

/** 项目立项 on a line of its own, or 绩效目标合理性（4分）: a name, hardly a piece of text. */
function isName({ names }: SheetTask, line: string): boolean {
  if (line === '' || line.length > 20 || MARKER.test(line)) return false
  return (
    names.some((list) => list.has(nameKey(line))) ||
    (POINTS.test(line) && /分/.test(line) && !/^[（(]|[，。；：、,;:]/.test(line))
  )
}

/** The whole line, where it is of few pieces. */
function shortLine(tokens: readonly Token[], from: number): string {
  for (let to = from; to < from + 3 && to < tokens.length; to += 1)
    if (isLineEnd(tokens, to)) return textOf(tokens, from, to)
  return ''
}

/** A line far shorter than those of long texts is more often a name than a piece of one. */
function shortLineCost({ tokens, lineWidth }: SheetTask, index: number, before: Token): number {
  const token = tokens[index]!
  if (!token.isAlone || token.to >= lineWidth * 0.5 || !isHan(token.key[0]) || /[，。；：、！,;:]$/.test(token.key))
    return 0
  return SENTENCE.test(before.key) ? 1.2 : 0.5
}

/** （20 分） on a line of its own. */
function isPointsLine(tokens: readonly Token[], index: number): boolean {
  const first = tokens[index]!.key
  if (!/^[（(]\d/.test(first)) return false
  if (isLineEnd(tokens, index)) return POINTS.test(first)
  return isLineEnd(tokens, index + 1) && POINTS.test(first + tokens[index + 1]!.key)
}

const LONG_NAME = 14
/** 资金管理: names of groups are short. */
const LONG_GROUP = 5

/** Cost of the cell ending with `to`. */
export function endCost(task: SheetTask, column: SheetColumn, from: number, to: number): number {
  const { tokens } = task
  const last = tokens[to]!
  if (column.kind === 'text') return /[。；;）)！%％]$/.test(last.key) ? 0 : /[，、：:（(“]$/.test(last.key) ? 2.5 : 0.5
  if (column.kind !== 'level') return 0
  const text = textOf(tokens, from, to)
  const points = POINTS.exec(text)
  const name = nameKey(text)
  const isLeaf = column.depth === task.columns[task.leaf]!.depth
  const open = /[（(“][^）)”]*$/.test(text) ? 4 : 0
  const sentence = /[。；;：:，]$/.test(name) ? 4 : /[。；;]/.test(name) ? 1.5 : 0
  const short = name.length < 2 ? 3 : 0
  const long = isLeaf
    ? Math.min(4, Math.max(0, name.length - LONG_NAME) * 0.2)
    : Math.min(1.2, Math.max(0, name.length - LONG_GROUP) * 0.2)
  const unpointed = points || !task.hasPointsInNames ? 0 : isLeaf ? 4 : 0.5
  return open + sentence + short + long + unpointed + knownCost(task, column.depth, name, isLeaf)
}

/** Usual names are a hint, and at another level a weaker one. */
function knownCost({ names }: SheetTask, depth: number, name: string, isLeaf: boolean): number {
  if (names[depth]?.has(name)) return -1.5
  if (names.some((list) => list.has(name))) return 0
  return name.length > 2 || depth === 0 ? 0.2 : isLeaf ? 1 : 0.35
}
