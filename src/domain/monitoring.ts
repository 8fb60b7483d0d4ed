/**
 * 项目支出绩效运行监控表 as printed: what was spent and reached until the cut date (1–7月), and what is expected of the year.
 * Every value is a cell exactly as printed; nothing is repaired, filled or converted.
 */
import type { Cell, FormSource, FundRowKey } from './self-evaluation.ts'
import type { Position } from './source-document.ts'

export const MONITORING_FIELDS = [
  'projectName',
  'projectCode',
  'department',
  'unit', // 实施单位
  'leader',
  'phone',
  'problems', // 存在问题
  'measures', // 改进措施、下一步措施
  'adjustment', // 绩效目标或预算调整建议
  'conclusion', // 监控结论、监控结果
  'filledBy',
  'filledOn',
  'remarks',
] as const
export type MonitoringField = (typeof MONITORING_FIELDS)[number]

export const MONITORED_FUND_COLUMNS = [
  'initialBudget', // 年初预算数
  'adjustment', // 调整数、追加（调减）数
  'adjustedBudget', // 全年（调整后）预算数
  'executed', // 1–7月执行数
  'rate', // 1–7月执行率
  'forecast', // 全年预计执行数
  'forecastRate', // 预计执行率
] as const
export type MonitoredFundColumn = (typeof MONITORED_FUND_COLUMNS)[number]

export interface MonitoredFundRow {
  readonly key: FundRowKey | 'more'
  readonly label: Cell
  readonly cells: Readonly<Partial<Record<MonitoredFundColumn, Cell>>>
}

/** Classes under 偏差原因分析. */
export const CAUSE_CLASSES = ['money', 'rules', 'staff', 'hardware', 'other'] as const
export type CauseClass = (typeof CAUSE_CLASSES)[number]

/** Classes under 完成目标可能性: 确定能, 有可能, 完全不可能. */
export const LIKELIHOODS = ['certain', 'possible', 'impossible'] as const
export type Likelihood = (typeof LIKELIHOODS)[number]

export const MONITORED_COLUMNS = [
  'target', // 年度指标值
  'actual', // 1–7月执行情况
  'forecast', // 全年预计完成情况
  'weight',
  'direction',
  'unit',
  'cause', // 偏差原因分析 in one column
  'causeText', // 原因说明
  'likelihood', // 完成目标可能性 in one column
  'measures',
  'note', // 备注
] as const
export type MonitoredColumn = (typeof MONITORED_COLUMNS)[number]

export interface MonitoredIndicator {
  /** Levels are filled down from merged cells. */
  readonly level1: Cell
  readonly level2: Cell
  readonly level3: Cell
  /** A column that the form does not have is absent; a blank cell has `printed: ''`. */
  readonly cells: Readonly<Partial<Record<MonitoredColumn, Cell>>>
  /** Boxes to tick, one per class, where the form has them. */
  readonly causes: Readonly<Partial<Record<CauseClass, Cell>>>
  readonly likelihoods: Readonly<Partial<Record<Likelihood, Cell>>>
}

export interface Monitoring {
  /** 1-based, in document order. */
  readonly index: number
  /** 0 when no year is printed at the form. */
  readonly year: number
  readonly title: Cell | undefined
  readonly yearCell: Cell | undefined
  /** What says until when the form counts: 截至2023年7月31日, or the header 1–7月执行数. */
  readonly cut: Cell | undefined
  /** Months that the form counts (7 for 1–7月); 0 when nothing says. */
  readonly months: number
  /** `undefined`: the form has no such field; a cell with `printed: ''`: the field is there and blank. */
  readonly head: Readonly<Partial<Record<MonitoringField, Cell>>>
  readonly funds: {
    readonly unit: string
    readonly unitAt: Position | undefined
    readonly headers: Readonly<Partial<Record<MonitoredFundColumn, Cell>>>
    /** The total first, then its parts in the order printed. */
    readonly rows: readonly MonitoredFundRow[]
  }
  readonly goal: Cell | undefined
  readonly indicators: readonly MonitoredIndicator[]
  readonly indicatorHeaders: Readonly<
    Partial<Record<'level1' | 'level2' | 'level3' | MonitoredColumn | CauseClass | Likelihood, Cell>>
  >
  readonly source: FormSource
  readonly at: Position
}
