/**
 * Layouts of forms as data: labels as printed with their synonyms, by field. The recogniser finds fields by them and
 * the writers print them; nobody else spells a label.
 */
import {
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  type ExtraField,
  type ExtraIndicatorColumn,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundColumn,
  type FundRowKey,
  HEAD_FIELDS,
  type HeadField,
  INDICATOR_COLUMNS,
  type IndicatorColumn,
} from '../domain/self-evaluation.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import { child, listOf, mapOf, need, onlyKeys, type Placed, placed, type Read, text } from './read-node.ts'

/** Labels of one field, the standard name first. */
export type Labels = readonly string[]

export interface FormLayout {
  readonly id: string
  readonly title: string
  readonly titles: Labels
  readonly head: Readonly<Record<HeadField, Labels>>
  readonly more: Readonly<Record<ExtraField, Labels>>
  readonly funds: {
    readonly block: Labels
    readonly columns: Readonly<Record<FundColumn | 'reason', Labels>>
    readonly rows: Readonly<Record<FundRowKey, Labels>>
    readonly moreSources: Labels
  }
  readonly goals: { readonly block: Labels; readonly expected: Labels; readonly actual: Labels }
  readonly indicators: {
    readonly block: Labels
    readonly columns: Readonly<Record<IndicatorColumn | ExtraIndicatorColumn, Labels>>
    /** By standard level-1 name: that name as places print it. */
    readonly level1Names: Readonly<Record<string, Labels>>
    /** By standard level-1 name: level-2 names seen under it. */
    readonly level2Names: Readonly<Record<string, Labels>>
    readonly totalLabels: Labels
    readonly emptyWords: Labels
    /** Patterns of rows that a template left behind. */
    readonly templateRows: readonly string[]
  }
}

const labels: Read<Labels> = listOf(text)

/** A map that must have exactly the keys of a domain list: a new field without a label does not pass. */
const labelsFor =
  <K extends string>(keys: readonly K[]): Read<Readonly<Record<K, Labels>>> =>
  (at) => {
    onlyKeys(at, keys)
    return Object.fromEntries(keys.map((key) => [key, need(at, key, labels)])) as Record<K, Labels>
  }

const FORM_KEYS = ['id', 'title', 'titles', 'head', 'more', 'funds', 'goals', 'indicators']
const INDICATOR_KEYS = ['block', 'columns', 'level1Names', 'level2Names', 'totalLabels', 'emptyWords', 'templateRows']

const readIndicators = (at: Placed): FormLayout['indicators'] => {
  onlyKeys(at, INDICATOR_KEYS)
  return {
    block: need(at, 'block', labels),
    columns: need(at, 'columns', labelsFor([...INDICATOR_COLUMNS, ...EXTRA_INDICATOR_COLUMNS])),
    level1Names: need(at, 'level1Names', mapOf(labels)),
    level2Names: need(at, 'level2Names', mapOf(labels)),
    totalLabels: need(at, 'totalLabels', labels),
    emptyWords: need(at, 'emptyWords', labels),
    templateRows: need(at, 'templateRows', labels),
  }
}

const readFunds = (at: Placed): FormLayout['funds'] => {
  onlyKeys(at, ['block', 'columns', 'rows', 'moreSources'])
  return {
    block: need(at, 'block', labels),
    columns: need(at, 'columns', labelsFor([...FUND_COLUMNS, 'reason'] as const)),
    rows: need(at, 'rows', labelsFor(FUND_ROWS)),
    moreSources: need(at, 'moreSources', labels),
  }
}

/** Reads one file of `law/forms/`. Throws AppError INVALID_LAW. */
export const readFormLayout = (file: string, node: LawNode): FormLayout => {
  const at = placed(file, node)
  onlyKeys(at, FORM_KEYS)
  const goals = child(at, 'goals')
  onlyKeys(goals, ['block', 'expected', 'actual'])
  return {
    id: need(at, 'id', text),
    title: need(at, 'title', text),
    titles: need(at, 'titles', labels),
    head: need(at, 'head', labelsFor(HEAD_FIELDS)),
    more: need(at, 'more', labelsFor(EXTRA_FIELDS)),
    funds: readFunds(child(at, 'funds')),
    goals: {
      block: need(goals, 'block', labels),
      expected: need(goals, 'expected', labels),
      actual: need(goals, 'actual', labels),
    },
    indicators: readIndicators(child(at, 'indicators')),
  }
}

const SELF_EVALUATION = 'forms/project-self-evaluation'
let layout: FormLayout | undefined

/** The layout of 项目支出绩效自评表, read once. */
export const formLayout = (): FormLayout => {
  layout ??= readFormLayout(SELF_EVALUATION, compiledLaw[SELF_EVALUATION] ?? '')
  return layout
}
