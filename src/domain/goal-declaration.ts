/**
 * 项目支出绩效目标申报表（绩效目标表） as printed: what a project asks for and what it promises, for the year and, where the form
 * has it, for the whole period. Every value is a cell exactly as printed; nothing is repaired, filled or converted.
 */
import type { Cell, FormSource } from './self-evaluation.ts'
import type { Position } from './source-document.ts'

/** 年度 or 中期（实施期）: forms for projects of several years print both side by side. */
export const TERMS = ['annual', 'multiYear'] as const
export type Term = (typeof TERMS)[number]

export const DECLARATION_FIELDS = [
  'projectName',
  'projectCode',
  'department',
  'unit', // 实施单位、项目单位
  'kind', // 项目类别、项目属性、项目类型
  'period', // 项目期、起止时间
  'start',
  'end',
  'leader',
  'phone',
  'summary', // 项目概况、主要内容
  'basis', // 立项依据、政策依据
  'filledBy',
  'filledOn',
  'satisfactionReason', // 满意度指标不适用的说明
  'remarks',
] as const
export type DeclarationField = (typeof DECLARATION_FIELDS)[number]

export const MONEY_SOURCES = ['appropriation', 'carryover', 'other', 'more'] as const
export type MoneySource = (typeof MONEY_SOURCES)[number]

/** One line of the money block; the amount is blank where the form leaves it open. */
export interface MoneyLine {
  readonly label: Cell
  readonly amount: Cell
}

export interface DeclaredMoney {
  readonly total: MoneyLine | undefined
  /** Parts of the total in the order printed; those behind a second 其中 are parts of a part and not here. */
  readonly sources: readonly (MoneyLine & { readonly key: MoneySource })[]
}

/** 分年度计划: one line per year, as printed. */
export interface YearPlan extends MoneyLine {
  readonly year: number
}

export const COSTING_COLUMNS = ['name', 'quantity', 'unit', 'price', 'amount'] as const
export type CostingColumn = (typeof COSTING_COLUMNS)[number]

/** A line of the calculation behind the amount (数量 × 单价 = 金额). */
export interface CostingLine {
  readonly cells: Readonly<Partial<Record<CostingColumn, Cell>>>
  readonly isTotal: boolean
}

export interface DeclaredGoal {
  readonly term: Term
  readonly text: Cell
  /** 目标占比, where goals carry shares of their own. */
  readonly ratio: Cell | undefined
}

/** Columns beside levels and target that only some forms have. */
export const DECLARED_COLUMNS = [
  'weight',
  'direction', // 性质、符号: ≥ ≤ =
  'unit', // 计量单位
  'definition', // 指标解释、指标说明
  'dataSource', // 数据来源、取数方式
  'evidence', // 佐证材料
  'standard', // 指标标准: 计划、行业、历史、支出标准
  'scoring', // 评分规则
  'isCore',
  'note',
] as const
export type DeclaredColumn = (typeof DECLARED_COLUMNS)[number]

export interface DeclaredIndicator {
  readonly term: Term
  /** Levels are filled down from merged cells. */
  readonly level1: Cell
  readonly level2: Cell
  readonly level3: Cell
  readonly target: Cell
  readonly more: Readonly<Partial<Record<DeclaredColumn, Cell>>>
}

export interface GoalDeclaration {
  /** 1-based, in document order. */
  readonly index: number
  /** 0 when no year is printed at the form. */
  readonly year: number
  readonly title: Cell | undefined
  readonly yearCell: Cell | undefined
  /** `undefined`: the form has no such field; a cell with `printed: ''`: the field is there and blank. */
  readonly head: Readonly<Partial<Record<DeclarationField, Cell>>>
  readonly money: {
    /** 元, 万元 or 亿元 as stated; empty when the form states none. */
    readonly unit: string
    readonly unitAt: Position | undefined
    readonly annual: DeclaredMoney | undefined
    readonly multiYear: DeclaredMoney | undefined
    readonly yearly: readonly YearPlan[]
  }
  readonly costing: readonly CostingLine[]
  /** Column names of the calculation as printed: they state the units of price and amount. */
  readonly costingHeaders: Readonly<Partial<Record<CostingColumn, Cell>>>
  readonly goals: readonly DeclaredGoal[]
  readonly indicators: readonly DeclaredIndicator[]
  /** Columns of the indicator block as printed in its header. */
  readonly indicatorHeaders: Readonly<Partial<Record<'level1' | 'level2' | 'level3' | 'target' | DeclaredColumn, Cell>>>
  readonly totalWeight: Cell | undefined
  readonly source: FormSource
  readonly at: Position
}
