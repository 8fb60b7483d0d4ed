/** Labels of the goal declaration. Data: law/forms/goal-declaration.yaml. */
import {
  COSTING_COLUMNS,
  type CostingColumn,
  DECLARATION_FIELDS,
  DECLARED_COLUMNS,
  type DeclarationField,
  type DeclaredColumn,
} from '../domain/goal-declaration.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import type { Labels } from './forms.ts'
import { child, listOf, need, onlyKeys, type Placed, placed, type Read, text } from './read-node.ts'

export const DECLARED_FIELDS = ['level1', 'level2', 'level3', 'target', ...DECLARED_COLUMNS] as const
export type DeclaredField = 'level1' | 'level2' | 'level3' | 'target' | DeclaredColumn

export interface GoalLayout {
  readonly title: string
  readonly titles: readonly RegExp[]
  readonly otherTitles: readonly RegExp[]
  /** `filledOn` and the like may be absent from a form; every field has at least one label. */
  readonly head: Readonly<Record<DeclarationField, Labels>>
  readonly money: {
    readonly block: Labels
    readonly annual: Labels
    readonly multiYear: Labels
    readonly bare: Labels
    readonly yearly: readonly RegExp[]
  }
  readonly goals: {
    readonly block: Labels
    readonly annual: Labels
    readonly multiYear: Labels
    readonly ratio: Labels
  }
  readonly columns: Readonly<Record<DeclaredField, Labels>>
  /** Columns of earlier years beside the target. */
  readonly history: Labels
  readonly costing: Readonly<Record<CostingColumn, Labels>>
  readonly costingTotals: Labels
}

const labels: Read<Labels> = listOf(text)

/** Labels between slashes. */
export const patterns: Read<readonly RegExp[]> = (at) => labels(at).map((label) => new RegExp(label.slice(1, -1), 'u'))

/** A map that must have exactly the keys of a domain list. */
export const labelsFor =
  <K extends string>(keys: readonly K[]): Read<Readonly<Record<K, Labels>>> =>
  (at: Placed) => {
    onlyKeys(at, keys)
    return Object.fromEntries(keys.map((key) => [key, need(at, key, labels)])) as Record<K, Labels>
  }

const MONEY_KEYS = ['block', 'annual', 'multiYear', 'bare', 'yearly']

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readGoalLayout = (file: string, node: LawNode): GoalLayout => {
  const at = placed(file, node)
  onlyKeys(at, ['id', 'title', 'titles', 'otherTitles', 'head', 'money', 'goals', 'indicators', 'costing'])
  const money = child(at, 'money')
  onlyKeys(money, MONEY_KEYS)
  const indicators = child(at, 'indicators')
  onlyKeys(indicators, ['columns', 'history'])
  const costing = child(at, 'costing')
  onlyKeys(costing, ['columns', 'totalLabels'])
  return {
    title: need(at, 'title', text),
    titles: need(at, 'titles', patterns),
    otherTitles: need(at, 'otherTitles', patterns),
    head: need(at, 'head', labelsFor(DECLARATION_FIELDS)),
    money: {
      block: need(money, 'block', labels),
      annual: need(money, 'annual', labels),
      multiYear: need(money, 'multiYear', labels),
      bare: need(money, 'bare', labels),
      yearly: need(money, 'yearly', patterns),
    },
    goals: need(at, 'goals', labelsFor(['block', 'annual', 'multiYear', 'ratio'] as const)),
    columns: need(indicators, 'columns', labelsFor(DECLARED_FIELDS)),
    history: need(indicators, 'history', labels),
    costing: need(costing, 'columns', labelsFor(COSTING_COLUMNS)),
    costingTotals: need(costing, 'totalLabels', labels),
  }
}

const FILE = 'forms/goal-declaration'
let layout: GoalLayout | undefined

export const goalLayout = (): GoalLayout => (layout ??= readGoalLayout(FILE, compiledLaw[FILE] ?? {}))
