/**
 * The prose of a booklet as statements: every number of the text is one mention, and every mention is either understood
 * (what it is a number of, of whom, in which unit) or counted as not understood, with the reason. Nothing is repaired:
 * values are as printed, and what does not hold is left for the checks.
 */
import type { Decimal } from '../kernel/decimal.ts'
import type { Position } from './source-document.ts'

/**
 * What kind of number it is by its print.
 * Quantities: `amount` money, `percent`, `percent-points` 个百分点, `points` 分, `count` anything counted or measured,
 * `bare` a number without unit (a zero mostly).
 * Others, that are numbers of nothing: `date`, `reference` (document numbers, 附件1), `ordinal` (第3次), `numbering` of a
 * list, `title` (inside 《》), `name` (6·30, 1+10, A4), `contact` (telephone, postcode).
 */
export type NumberKind =
  | 'amount'
  | 'percent'
  | 'percent-points'
  | 'points'
  | 'count'
  | 'bare'
  | 'date'
  | 'reference'
  | 'ordinal'
  | 'numbering'
  | 'title'
  | 'name'
  | 'contact'

export interface NumberMention {
  readonly index: number
  /** The digits with sign and thousands separators, as printed (full width brought to half width). */
  readonly printed: string
  readonly kind: NumberKind
  readonly value: Decimal
  /** Power of ten of the unit: 4 for 万元 (base 元) and for 万人, 0 otherwise. */
  readonly power: number
  /** 万元, %, 人次, 台(套); empty when none is printed. */
  readonly unit: string
  /** 约, 近, 余, 多, 超过: the number is not meant exactly. */
  readonly isApproximate: boolean
  /** ≥, ≤, 不低于…: a bound, not a value. */
  readonly isBound: boolean
  readonly paragraph: number
  /** In the paragraph's text: first digit, and behind number and unit. */
  readonly start: number
  readonly end: number
  readonly at: Position
  /** Why it is not understood, in Chinese; empty when it is. */
  readonly why: string
  /** Index of the statement it makes, for understood quantities. */
  readonly statement: number | undefined
}

/**
 * What the number says of its subject: `value` itself, `base` that it is compared with, `change` and `change-rate`
 * against the base, `share` of a whole, `completion` of a budget or plan, `rate` with a name of its own, `restated` total
 * (共…), `bound` of a range or target.
 */
export type Role = 'value' | 'base' | 'change' | 'change-rate' | 'share' | 'completion' | 'rate' | 'restated' | 'bound'

/** Which figure of the subject: 决算数, 年初预算数, 全年预算数, 预算数 (which is not said), 执行数; empty: the text does not say. */
export type Measure = 'final' | 'initial-budget' | 'annual-budget' | 'budget' | 'executed' | ''

export type SubjectLevel = '类' | '款' | '项'

export interface Subject {
  /** As printed, without quotes, year and measure words. */
  readonly name: string
  readonly level: SubjectLevel | undefined
  /** The statement itself does not name it: taken from the sentence before, the list item or the heading. */
  readonly isInherited: boolean
}

export interface Direction {
  /** As printed: 增加, 下降, 增加（减少）. */
  readonly word: string
  /** 0 when both alternatives of a template are left. */
  readonly sign: 1 | -1 | 0
}

export interface Statement {
  readonly index: number
  /** Index of its number. */
  readonly number: number
  readonly role: Role
  readonly measure: Measure
  readonly subject: Subject
  /** Calendar year it speaks of; 0 when unknown. */
  readonly year: number
  readonly direction: Direction | undefined
  /** Index of its section. */
  readonly section: number
  /** Running number of its sentence in the document. */
  readonly sentence: number
}

export type BaseKind = 'last-year' | Measure

/** this − base = change; change ÷ base = rate. All members are indexes of statements. */
export interface Comparison {
  readonly kind: 'comparison'
  readonly subject: Subject
  readonly value: number | undefined
  readonly baseKind: BaseKind
  readonly baseYear: number
  readonly base: number | undefined
  readonly change: number | undefined
  readonly rate: number | undefined
  /** 持平 (`exact`), 基本持平 (`about`), with the words as printed. */
  readonly level: { readonly word: string; readonly strength: 'exact' | 'about' } | undefined
  /** 减少的主要原因 beside an increase: the sign that the label of the reason states. */
  readonly reasonSign: 1 | -1 | undefined
  /** What is printed as the reason; empty when none is. */
  readonly reason: string
  readonly paragraph: number
  /** In the paragraph's text: from the words of comparison to the last number. */
  readonly start: number
  readonly end: number
}

/** part ÷ whole = share. */
export interface Share {
  readonly kind: 'share'
  readonly share: number
  readonly part: number | undefined
  readonly wholeName: string
  readonly whole: number | undefined
}

/** value ÷ budget = rate. */
export interface Completion {
  readonly kind: 'completion'
  readonly rate: number
  readonly value: number | undefined
  readonly budget: number | undefined
}

/** total = Σ parts. */
export interface Sum {
  readonly kind: 'sum'
  readonly total: number
  readonly parts: readonly number[]
  /** 其中, 包括, 用于以下方面, as printed; empty for items in paragraphs of their own. */
  readonly opener: string
}

/** A rate with a name whose terms are known: top ÷ bottom, or (bottom − top) ÷ bottom for `saving`. */
export interface NamedRate {
  readonly kind: 'named-rate'
  readonly name: string
  readonly form: 'ratio' | 'saving' | 'quotient'
  readonly rate: number
  readonly top: number
  readonly bottom: number
}

export type Relation = Comparison | Share | Completion | Sum | NamedRate

export interface NarrativeSection {
  readonly index: number
  /** 0: 第二部分; 1: 一、; 2: （一）; 3: 1.; 4: （1）; 5: ①. */
  readonly level: number
  /** The number as a count: 3 for 三、; 0 when the heading has none. */
  readonly number: number
  readonly title: string
  readonly at: Position
  readonly parent: number | undefined
}

export interface NarrativeParagraph {
  readonly text: string
  readonly at: Position
  readonly section: number | undefined
  readonly isHeading: boolean
}

export interface Narrative {
  /** Budget year of the booklet; 0 when it does not say. */
  readonly year: number
  readonly sections: readonly NarrativeSection[]
  readonly paragraphs: readonly NarrativeParagraph[]
  readonly numbers: readonly NumberMention[]
  readonly statements: readonly Statement[]
  readonly relations: readonly Relation[]
}

const QUANTITIES: ReadonlySet<NumberKind> = new Set(['amount', 'percent', 'percent-points', 'points', 'count', 'bare'])

/** Is it a number of something, rather than a date or a label? */
export const isQuantity = ({ kind }: { readonly kind: NumberKind }): boolean => QUANTITIES.has(kind)

export const isUnderstood = ({ why }: NumberMention): boolean => why === ''
