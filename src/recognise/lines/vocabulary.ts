/** The labels of the form layout as tries and header vocabularies. */
import {
  EXTRA_INDICATOR_COLUMNS,
  type ExtraIndicatorColumn,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundColumn,
  type FundRowKey,
  INDICATOR_COLUMNS,
  type IndicatorColumn,
} from '../../domain/self-evaluation.ts'
import type { FormLayout } from '../../law/forms.ts'
import { type HeaderVocabulary, headerVocabulary } from './header-match.ts'
import { buildTrie, labelText, ROOT, type Trie } from './trie.ts'

export type IndicatorField = IndicatorColumn | ExtraIndicatorColumn
export type FundField = FundColumn | 'reason'

/** The usual order of columns; it decides only where the text leaves the order open. */
const INDICATOR_ORDER: readonly IndicatorField[] = [
  ...INDICATOR_COLUMNS.slice(0, 3),
  'direction',
  'initialTarget',
  'target',
  'unit',
  'actual',
  'rate',
  'weight',
  'score',
  ...EXTRA_INDICATOR_COLUMNS.filter((field) => !['direction', 'initialTarget', 'unit', 'rate'].includes(field)),
  'deviation',
]

export interface LinesVocabulary {
  readonly layout: FormLayout
  readonly funds: HeaderVocabulary<FundField>
  readonly fundRows: Trie
  readonly fundRowOf: (label: string) => FundRowKey | 'more' | undefined
  readonly goals: HeaderVocabulary<'expected' | 'actual'>
  readonly goalBlock: Trie
  readonly indicators: HeaderVocabulary<IndicatorField>
  readonly level1: Trie
  readonly level2: Trie
  readonly labelConflict: (outer: number, inner: number) => number
  readonly totals: ReadonlySet<string>
  readonly isTemplateRow: (text: string) => boolean
}

export function linesVocabulary(layout: FormLayout): LinesVocabulary {
  const { funds, goals, indicators } = layout
  const rowOf = new Map<string, FundRowKey | 'more'>()
  for (const label of funds.moreSources) rowOf.set(labelText(label), 'more')
  for (const key of FUND_ROWS) for (const label of funds.rows[key]) rowOf.set(labelText(label), key)
  const templates = indicators.templateRows.map((pattern) => new RegExp(pattern, 'u'))
  const level1 = buildTrie(Object.values(indicators.level1Names).flat())
  const level2 = buildTrie(Object.values(indicators.level2Names).flat())
  return {
    layout,
    funds: headerVocabulary(funds.columns, [...FUND_COLUMNS, 'reason'], funds.block),
    fundRows: buildTrie(rowOf.keys()),
    fundRowOf: (label) => rowOf.get(labelText(label)),
    goals: headerVocabulary(goals, ['expected', 'actual'], goals.block),
    goalBlock: buildTrie(goals.block),
    indicators: headerVocabulary(indicators.columns, INDICATOR_ORDER, indicators.block, 3),
    level1,
    level2,
    labelConflict: conflicts(layout, level1, level2),
    totals: new Set(indicators.totalLabels.map(labelText)),
    isTemplateRow: (text) => templates.some((pattern) => pattern.test(text)),
  }
}

/** A second-level name under a first-level name whose list does not have it. Satisfaction often stands under 效益. */
function conflicts(layout: FormLayout, level1: Trie, level2: Trie): (outer: number, inner: number) => number {
  const { level1Names, level2Names } = layout.indicators
  const groupOf = new Map<number, string>()
  const groupsOf = new Map<number, Set<string>>()
  for (const [name, labels] of Object.entries(level1Names)) {
    for (const label of labels)
      for (const node of path(level1, label))
        groupOf.set(node, groupOf.has(node) && groupOf.get(node) !== name ? '' : name)
  }
  for (const [name, labels] of Object.entries(level2Names)) {
    for (const label of labels) {
      for (const node of path(level2, label)) groupsOf.set(node, (groupsOf.get(node) ?? new Set()).add(name))
    }
  }
  const satisfaction = Object.keys(level2Names).at(-1)!
  return (outer, inner) => {
    const group = groupOf.get(outer)
    const groups = groupsOf.get(inner)
    if (!group || !groups || groups.has(group)) return 0
    return groups.has(satisfaction) ? 0.6 : 2
  }
}

function path(trie: Trie, label: string): number[] {
  const nodes: number[] = []
  let node = ROOT
  for (const char of labelText(label)) {
    node = trie.step(node, char)
    nodes.push(node)
  }
  return nodes
}
