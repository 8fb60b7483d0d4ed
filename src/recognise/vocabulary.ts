/** The labels of the self-evaluation form, turned into look-ups. Data: law/forms/project-self-evaluation.yaml. */
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
import { formLayout } from '../law/forms.ts'
import { keys, lookup, remembered } from './lookup.ts'
import { labelKey } from './text.ts'

const allKeys = (groups: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> =>
  keys(Object.values(groups).flat())

type Names = Readonly<Record<string, readonly string[]>>

const groupsOf = (level1Names: Names, level2Names: Names): ReadonlyMap<string, string> => {
  const groups = new Map<string, string>()
  const several = new Set<string>()
  for (const [group, names] of Object.entries(level2Names))
    for (const key of keys(names)) {
      if (groups.has(key) || keys(level1Names[key] ?? []).has(key)) several.add(key)
      groups.set(key, group)
    }
  for (const key of several) groups.delete(key)
  return groups
}

const build = () => {
  const { titles, head, more, funds, goals, indicators } = formLayout()
  return {
    titles: keys(titles),
    head: lookup<HeadField>(HEAD_FIELDS, (field) => head[field]),
    more: lookup<ExtraField>(EXTRA_FIELDS, (field) => more[field]),
    fundBlock: keys(funds.block),
    fundColumns: lookup<FundColumn | 'reason'>([...FUND_COLUMNS, 'reason'], (field) => funds.columns[field]),
    fundRows: lookup<FundRowKey>(FUND_ROWS, (field) => funds.rows[field]),
    moreSources: keys(funds.moreSources),
    goalBlock: keys(goals.block),
    goals: lookup<'expected' | 'actual'>(['expected', 'actual'], (field) => goals[field]),
    indicatorBlock: keys(indicators.block),
    indicatorColumns: lookup<IndicatorColumn | ExtraIndicatorColumn>(
      [...INDICATOR_COLUMNS, ...EXTRA_INDICATOR_COLUMNS],
      (field) => indicators.columns[field],
    ),
    level1: allKeys(indicators.level1Names),
    /** Names that are level 1 in some forms and level 2 in others (成本指标 before and since 2021). */
    costNames: keys(indicators.level1Names.成本指标 ?? []),
    costLevel2: keys(indicators.level2Names.成本指标 ?? []),
    /** Standard level-1 name by level-2 key, where only one fits. */
    groupOf: groupsOf(indicators.level1Names, indicators.level2Names),
    level2: allKeys(indicators.level2Names),
    totalLabels: keys(indicators.totalLabels),
    templateRows: indicators.templateRows.map((pattern) => new RegExp(pattern, 'u')),
  }
}

let built: ReturnType<typeof build> | undefined

/** Built on first use, then shared. */
export const vocabulary = (): ReturnType<typeof build> => (built ??= build())

export const isLevel1 = remembered((text) => vocabulary().level1.has(labelKey(text)), false)
export const isLevel2 = remembered((text) => vocabulary().level2.has(labelKey(text)), false)
/** 绩效指标: the label of the block, which some converters print in every row it covers. */
export const isIndicatorBlock = remembered((text) => vocabulary().indicatorBlock.has(labelKey(text)), false)
/** 合计 and its like, alone or in front of a colon. */
export const isTotalLabel = (text: string): boolean =>
  vocabulary().totalLabels.has(labelKey(text.split(/[:：]/, 1)[0]!))
/** 成本指标: which level it is depends on the form. */
export const isCostName = remembered((text) => vocabulary().costNames.has(labelKey(text)), false)
/** 经济成本指标 and its like show that the form has 成本指标 as a level-1 group. */
export const isCostLevel2 = remembered((text) => vocabulary().costLevel2.has(labelKey(text)), false)

/** Standard name of a level-1 group as printed or with additions (产出指标（50分）); `undefined` for other names. */
export const standardLevel1 = (text: string): string | undefined => {
  const key = labelKey(text)
  return Object.entries(formLayout().indicators.level1Names).find(([, names]) =>
    names.some((name) => labelKey(name) === key),
  )?.[0]
}
/** The level-1 group that a level-2 name belongs to in every form, if there is one. */
export const groupOfLevel2 = (text: string): string | undefined => vocabulary().groupOf.get(labelKey(text))
