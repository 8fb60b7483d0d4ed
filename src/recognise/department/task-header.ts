/** The header of the tasks in broken lines: 任务名称 完成情况 / 预算数（元） 执行数（元） / 全额 / 其中：财政拨款 …. */
import type { TaskColumn } from '../../domain/department-self-evaluation.ts'
import type { TaskLabel } from '../../law/department-form.ts'
import { GAPS, type Token } from '../lines/tokens.ts'
import { ROOT } from '../lines/trie.ts'
import { amountColumn, departmentWords, isSubLabel } from './words.ts'

export interface TaskHeader {
  readonly columns: readonly TaskColumn[]
  /** Tokens of the header. */
  readonly length: number
  readonly tokens: readonly Token[]
}

interface Found {
  readonly label: TaskLabel
  readonly length: number
}

const LONGEST_PIECES = 5
const UNIT = /[（(](?:单位[:：]?)?[亿万]?元[)）]$/

/** The longest label that the tokens from `at` on spell; it may be broken over lines. */
function labelAt(tokens: readonly Token[], at: number): Found | undefined {
  let best: (Found & { width: number }) | undefined
  for (const { label, trie } of departmentWords().tries) {
    let node = ROOT
    let width = 0
    for (let length = 1; length <= LONGEST_PIECES && at + length <= tokens.length; length += 1) {
      const token = tokens[at + length - 1]!
      // The unit belongs to the label, whatever the label's own spelling.
      const piece = token.key.replace(UNIT, '')
      const plain = trie.step(node, token.key)
      node = plain >= 0 ? plain : trie.step(node, piece)
      if (node < 0) break
      width += piece.length
      if (trie.isComplete(node) && (!best || width > best.width)) best = { label, length, width }
    }
  }
  return best
}

/** Task, and what was budgeted and spent: in any order of cells, without a word between that is no label. */
export function taskHeaderAt(tokens: readonly Token[], from: number): TaskHeader | undefined {
  // A label of the block set from top to bottom (任 / 务 / 完 / 成 …) is none of a column.
  if (tokens[from]!.isAlone && tokens[from]!.key.length === 1) return undefined
  const found: TaskLabel[] = []
  let at = from
  for (;;) {
    const next = labelAt(tokens, at)
    if (!next) break
    found.push(next.label)
    at += next.length
    // （元） on a line of its own.
    if (tokens[at] && /^[（(][亿万]?元[)）]$/.test(tokens[at]!.key)) at += 1
  }
  if (!found.includes('name') || !found.some((label) => label === 'budget' || label === 'executed')) return undefined
  if (tokens[at] && tokens[at - 1] && tokens[at]!.gap <= GAPS.wide) return undefined
  return { columns: columnsOf(found), length: at - from, tokens: tokens.slice(from, at) }
}

/** Labels below 预算数 and 执行数 come last, for each of them in turn. */
export function columnsOf(found: readonly TaskLabel[]): TaskColumn[] {
  const mains = found.filter((label) => !isSubLabel(label))
  const subs = found.filter(isSubLabel)
  const amounts = mains.filter((label) => label === 'budget' || label === 'executed')
  const each = amounts.length > 0 ? Math.floor(subs.length / amounts.length) : 0
  let taken = 0
  return mains.flatMap((label): TaskColumn[] => {
    if (label !== 'budget' && label !== 'executed') return [label as TaskColumn]
    if (each === 0) return [amountColumn(label, undefined)]
    const own = subs.slice(taken, taken + each)
    taken += each
    return own.map((sub) => amountColumn(label, sub))
  })
}
