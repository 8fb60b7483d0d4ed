/**
 * 项目支出绩效自评表 as printed. Every value is a cell: the text exactly as printed (layout line breaks and the spaces
 * that come with them dropped) and the place where it stands. Nothing is repaired, filled or converted here.
 */
import type { Position } from './source-document.ts'

export interface Cell {
  readonly printed: string
  readonly at: Position
  /** The recogniser had to choose between several readings of the layout, or the reader doubted the text. */
  readonly unsure?: boolean
}

export const FUND_ROWS = ['total', 'appropriation', 'carryover', 'other'] as const
export type FundRowKey = (typeof FUND_ROWS)[number]

export const FUND_COLUMNS = ['initialBudget', 'fullYearBudget', 'executed', 'weight', 'rate', 'score'] as const
export type FundColumn = (typeof FUND_COLUMNS)[number]

/** One line of the fund block. A column the form does not have is `undefined`; a blank cell has `printed: ''`. */
export interface FundRow {
  readonly label: Cell
  readonly cells: Readonly<Partial<Record<FundColumn | 'reason', Cell>>>
}

export interface Funds {
  /** 元, 万元 or 亿元 as the form states it; empty when it states none. */
  readonly unit: string
  readonly unitAt: Position | undefined
  readonly rows: Readonly<Partial<Record<FundRowKey, FundRow>>>
  /** Sources that only some places have: 财政专户管理资金, 单位资金, 地方资金 … They are parts of the total as well. */
  readonly moreSources: readonly FundRow[]
  /** Header texts as printed, by column (年初预算数, 调整后预算数 …). */
  readonly headers: Readonly<Partial<Record<FundColumn | 'reason', Cell>>>
}

export const INDICATOR_COLUMNS = [
  'level1',
  'level2',
  'level3',
  'target',
  'actual',
  'weight',
  'score',
  'deviation',
] as const
export type IndicatorColumn = (typeof INDICATOR_COLUMNS)[number]

/** Columns that some places add (rules.md A7). */
export const EXTRA_INDICATOR_COLUMNS = [
  'direction', // 性质、指标方向: ≥ ≤ =
  'unit', // 计量单位
  'initialTarget', // 年初指标值 beside an adjusted one
  'coefficient', // 得分系数
  'isCore', // 是否核心指标
  'deduction', // 扣分
  'measures', // 改进措施 in a column of its own
  'rate', // 完成率
  'evidence', // 佐证材料、数据来源
  'reviewScore', // 复核得分、主管部门评分
  'scoring', // 评分标准、计分方法
] as const
export type ExtraIndicatorColumn = (typeof EXTRA_INDICATOR_COLUMNS)[number]

export interface Indicator {
  /** Levels are filled down from merged cells; `printed` is without line breaks. */
  readonly level1: Cell
  readonly level2: Cell
  readonly level3: Cell
  readonly target: Cell
  readonly actual: Cell
  readonly weight: Cell
  readonly score: Cell
  readonly deviation: Cell
  readonly more: Readonly<Partial<Record<ExtraIndicatorColumn, Cell>>>
}

export const HEAD_FIELDS = [
  'projectName',
  'department',
  'implementingUnit',
  'leader',
  'phone',
  'projectAmount',
] as const
export type HeadField = (typeof HEAD_FIELDS)[number]

/** Fields around the table that some forms have. */
export const EXTRA_FIELDS = [
  'projectCode',
  'conclusion', // 评价结论
  'deviationCauses', // 偏差大或目标未完成原因分析, below the table
  'problems', // 存在问题
  'measures', // 改进措施
  'grade', // 评价等级
  'filledBy', // 填表人、填报人
  'filledOn', // 填报日期
  'remarks', // 备注、说明
  'unitHead', // 单位负责人
] as const
export type ExtraField = (typeof EXTRA_FIELDS)[number]

export interface SelfEvaluation {
  /** 1-based, in document order. */
  readonly index: number
  /** 0 when no year is printed at the form. */
  readonly year: number
  readonly title: Cell | undefined
  readonly yearCell: Cell | undefined
  /** `undefined`: the form has no such field; a cell with `printed: ''`: the field is there and blank. */
  readonly head: Readonly<Partial<Record<HeadField, Cell>>>
  readonly funds: Funds
  readonly goalExpected: Cell | undefined
  readonly goalActual: Cell | undefined
  readonly indicators: readonly Indicator[]
  /** Columns of the indicator block as printed in its header; a column that is missing here is not in the form. */
  readonly indicatorHeaders: Readonly<Partial<Record<IndicatorColumn | ExtraIndicatorColumn, Cell>>>
  readonly totalWeight: Cell | undefined
  readonly totalScore: Cell | undefined
  readonly more: Readonly<Partial<Record<ExtraField, Cell>>>
  /** Rows that the form leaves as its template printed them (指标2：, ……), kept for CM-026. */
  readonly emptyTemplateRows: readonly Cell[]
  /** Where the form begins in the document: block index and rows, so that a report can draw it as it was printed. */
  readonly source: FormSource
}

export interface FormSource {
  /** Index into `SourceDocument.blocks`; `to` is inclusive. */
  readonly fromBlock: number
  readonly toBlock: number
  /** Rows of the grid, or lines of the text, in `fromBlock` when several forms share it (0-based, `toRow` exclusive). */
  readonly fromRow?: number
  readonly toRow?: number
}
