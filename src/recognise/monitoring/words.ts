/** The labels of the monitoring form, ready for looking up. */
import {
  CAUSE_CLASSES,
  type CauseClass,
  LIKELIHOODS,
  type Likelihood,
  MONITORED_COLUMNS,
  MONITORED_FUND_COLUMNS,
  MONITORING_FIELDS,
  type MonitoredColumn,
  type MonitoredFundColumn,
  type MonitoringField,
} from '../../domain/monitoring.ts'
import { MONITORED_LEVELS, type MonitoredLevel, monitoringLayout } from '../../law/monitoring-form.ts'
import { keys, type Lookup, lookup } from '../lookup.ts'
import { narrow } from '../text.ts'

export type MonitoredField = MonitoredLevel | MonitoredColumn | CauseClass | Likelihood
export const isCause = (field: string): field is CauseClass => (CAUSE_CLASSES as readonly string[]).includes(field)
export const isLikelihood = (field: string): field is Likelihood => (LIKELIHOODS as readonly string[]).includes(field)

const COLUMNS = [...MONITORED_LEVELS, ...MONITORED_COLUMNS] as const

/** 1-7月, 1—7月份, 截至7月底, 2023年1至7月, 上半年: the months that a column counts. */
const MONTHS =
  /^(?:截[至止]到?)?(?:20\d{2}年(?:度)?)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月?[-—–－~～至到])?(\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}日|份|底|末)?(?:累计|累积|止|为止)?|^(?:截[至止])?(?:20\d{2}年)?上半年/

const CHINESE: readonly string[] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const HALF_YEAR = 6
const YEAR = 12

/** Months counted from January, 7 for 1-7月; 0 when the text names none. */
export const monthsIn = (text: string): number => {
  const match = MONTHS.exec(narrow(text).replace(/\s/g, ''))
  if (!match) return 0
  const last = match[1]
  if (last === undefined) return HALF_YEAR
  const months = CHINESE.indexOf(last) + 1 || Number(last)
  return months >= 1 && months <= YEAR ? months : 0
}

/** 截至2020年8月31日, 监控时点：6月30日 somewhere in a line. */
const UNTIL = /(?:截[至止]到?|截止(?:日期?|时间)?[:：]?|时点[:：]?)(?:20\d{2}年)?(\d{1,2})月/

/** Months that a line of the heading counts: the day to which it counts, or a period at its beginning. */
export const cutMonthsIn = (text: string): number => {
  const flat = narrow(text).replace(/\s/g, '')
  const until = Number(UNTIL.exec(flat)?.[1] ?? 0)
  if (until >= 1 && until <= YEAR) return until
  return /[-—–－~～至到]|上半年/.test(flat) ? monthsIn(flat.replace(/^[（(]/, '')) : 0
}

/** 1-7月执行数 without its months. */
export const monthless = (text: string): string => {
  const flat = narrow(text).replace(/\s/g, '')
  const match = MONTHS.exec(flat)
  return match && match[0].length < flat.length ? flat.slice(match[0].length) : text
}

const withoutMonths =
  <Field extends string>(find: Lookup<Field>): Lookup<Field> =>
  (text) => {
    const found = find(text)
    return found.length > 0 || text.length > 40 ? found : find(monthless(text))
  }

interface MonitoringWords {
  readonly head: Lookup<MonitoringField>
  readonly cut: ReadonlySet<string>
  readonly fundBlock: ReadonlySet<string>
  readonly funds: Lookup<MonitoredFundColumn>
  readonly goalBlock: ReadonlySet<string>
  readonly columns: Lookup<MonitoredField>
  /** Classes below 偏差原因分析 and 完成目标可能性; 其他 means one of them only there. */
  readonly classes: Lookup<MonitoredField>
}

let built: MonitoringWords | undefined

export const monitoringWords = (): MonitoringWords => {
  if (built) return built
  const { head, cut, fundBlock, funds, goalBlock, columns, causes, likelihoods } = monitoringLayout()
  const own = lookup<MonitoredField>(COLUMNS, (field) => columns[field as keyof typeof columns])
  const classes = lookup<MonitoredField>(['causeText', ...CAUSE_CLASSES, ...LIKELIHOODS], (field) =>
    isCause(field) ? causes[field] : isLikelihood(field) ? likelihoods[field] : columns.causeText,
  )
  built = {
    head: lookup<MonitoringField>(MONITORING_FIELDS, (field) => head[field]),
    cut: keys(cut),
    fundBlock: keys(fundBlock),
    funds: withoutMonths(lookup<MonitoredFundColumn>(MONITORED_FUND_COLUMNS, (column) => funds[column])),
    goalBlock: keys(goalBlock),
    columns: withoutMonths(own),
    classes,
  }
  return built
}
