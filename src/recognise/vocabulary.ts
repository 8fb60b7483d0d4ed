/** The labels of the self-evaluation form, turned into look-ups. Data: law/forms/project-self-evaluation.yaml. */
import { compiledLaw, type LawNode } from '../law/compiled.ts'
import {
  EXTRA_FIELDS,
  EXTRA_INDICATOR_COLUMNS,
  FUND_COLUMNS,
  FUND_ROWS,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type ExtraField,
  type ExtraIndicatorColumn,
  type FundColumn,
  type FundRowKey,
  type HeadField,
  type IndicatorColumn,
} from '../domain/self-evaluation.ts'
import { fullKey, labelKey } from './text.ts'

/** Fields that a label may stand for, best first. */
export type Lookup<Field extends string> = (text: string) => readonly Field[]

const node = (root: LawNode, ...path: string[]): LawNode =>
  path.reduce<LawNode>((at, key) => (at as Readonly<Record<string, LawNode>>)[key] ?? [], root)
const texts = (root: LawNode, ...path: string[]): readonly string[] => node(root, ...path) as readonly string[]

/** Longest label that is compared; what is longer is text, not a label. */
const LONGEST_LABEL = 40

const lookup = <Field extends string>(fields: readonly Field[], labelsOf: (field: Field) => readonly string[]): Lookup<Field> => {
  const exact = new Map<string, Field[]>()
  const add = (key: string, field: Field): void => {
    const list = exact.get(key)
    if (!list) exact.set(key, [field])
    else if (!list.includes(field)) list.push(field)
  }
  // Full labels first, so that 全年（调整）预算数 wins over its key without brackets.
  for (const field of fields) for (const label of labelsOf(field)) add(fullKey(label), field)
  for (const field of fields) for (const label of labelsOf(field)) add(labelKey(label), field)
  return (text) => (text.length > LONGEST_LABEL ? [] : (exact.get(fullKey(text)) ?? exact.get(labelKey(text)) ?? []))
}

const build = () => {
  const law = compiledLaw['forms/project-self-evaluation']
  if (law === undefined) throw new Error('law/forms/project-self-evaluation.yaml is not compiled in')
  const set = (...path: string[]): ReadonlySet<string> => new Set(texts(law, ...path).map(labelKey))
  const names = (group: string): ReadonlySet<string> =>
    new Set(Object.values(node(law, 'indicators', group)).flatMap((list) => (list as readonly string[]).map(labelKey)))
  return {
    titles: set('titles'),
    head: lookup<HeadField>(HEAD_FIELDS, (field) => texts(law, 'head', field)),
    more: lookup<ExtraField>(EXTRA_FIELDS, (field) => texts(law, 'more', field)),
    fundBlock: set('funds', 'block'),
    fundColumns: lookup<FundColumn | 'reason'>([...FUND_COLUMNS, 'reason'], (field) => texts(law, 'funds', 'columns', field)),
    fundRows: lookup<FundRowKey>(FUND_ROWS, (field) => texts(law, 'funds', 'rows', field)),
    moreSources: set('funds', 'moreSources'),
    goalBlock: set('goals', 'block'),
    goals: lookup<'expected' | 'actual'>(['expected', 'actual'], (field) => texts(law, 'goals', field)),
    indicatorBlock: set('indicators', 'block'),
    indicatorColumns: lookup<IndicatorColumn | ExtraIndicatorColumn>([...INDICATOR_COLUMNS, ...EXTRA_INDICATOR_COLUMNS], (field) =>
      texts(law, 'indicators', 'columns', field),
    ),
    level1: names('level1Names'),
    level2: names('level2Names'),
    totalLabels: set('indicators', 'totalLabels'),
    templateRows: texts(law, 'indicators', 'templateRows').map((pattern) => new RegExp(pattern, 'u')),
  }
}

let built: ReturnType<typeof build> | undefined

/** Built on first use, then shared. */
export const vocabulary = (): ReturnType<typeof build> => (built ??= build())

export const isLevel1 = (text: string): boolean => text.length <= LONGEST_LABEL && vocabulary().level1.has(labelKey(text))
export const isLevel2 = (text: string): boolean => text.length <= LONGEST_LABEL && vocabulary().level2.has(labelKey(text))
