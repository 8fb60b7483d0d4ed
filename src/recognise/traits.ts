/**
 * What a row may hold, as bits. Nearly all rows of a document are values; a pass that looks for headers, names or titles
 * asks here first and leaves those rows alone. A bit that is set proves nothing: the pass still looks for itself.
 */
import { isHeadingText, looksLikeTitle } from './accounts/heading.ts'
import { isColumnLabel } from './accounts/words.ts'
import { sheetWords } from './evaluations/words.ts'
import { isFormTitle, isOtherTitle, isProjectNameLabel, mayBeField } from './head.ts'
import { LONGEST_LABEL } from './lookup.ts'
import { memoOf, type Row } from './rows.ts'
import { labelKey } from './text.ts'
import { isCostLevel2, isIndicatorBlock, isTotalLabel, vocabulary } from './vocabulary.ts'

export const TRAIT = {
  projectName: 1,
  /** A title of a form, or of another paper. */
  title: 2,
  indicatorColumn: 4,
  fundColumn: 8,
  sheetColumn: 16,
  /** Title, number or unit of a published table. */
  accountHeading: 32,
  accountColumn: 64,
  costLevel2: 128,
  /** Begins like a number or a target. */
  value: 256,
  /** A label of a field of the head or the foot, alone or in front of its value. */
  field: 512,
  /** A label of the goals, or of their block. */
  goal: 1024,
  /** 合计 and its like. */
  total: 2048,
  /** 绩效指标: the label of the indicator block. */
  indicatorBlock: 4096,
} as const

const VALUE = /^[\d≥≤=＞＜><—]/

/** Without any of these a text is neither heading nor title of a published table. */
const MAY_BE_HEADING = /[表元算年续]|公开|单位|部门/

/** What stands in brackets is no part of a label, so a long text may be a label only if it has some. */
const BRACKET = /[（(【[]/

const longTraits = (text: string): number =>
  (BRACKET.test(text) ? TRAIT.goal | TRAIT.total | TRAIT.field : 0) |
  (isTotalLabel(text) ? TRAIT.total : 0) |
  (mayBeField(text) ? TRAIT.field : 0) |
  (isProjectNameLabel(text) ? TRAIT.projectName : 0) |
  (isFormTitle(text) || isOtherTitle(text) ? TRAIT.title : 0) |
  (MAY_BE_HEADING.test(text) ? TRAIT.accountHeading : 0) |
  (VALUE.test(text) ? TRAIT.value : 0)

/** Alone, with a number in front, or joined to another label (单位名称、项目名称). */
const NAME = '项目名称'

const labelTraits = (text: string): number => {
  const { indicatorColumns, fundColumns, goals, goalBlock, totalLabels } = vocabulary()
  return (
    (text.includes(NAME) || isProjectNameLabel(text) ? TRAIT.projectName : 0) |
    (isFormTitle(text) || isOtherTitle(text) ? TRAIT.title : 0) |
    (indicatorColumns(text).length > 0 ? TRAIT.indicatorColumn : 0) |
    (fundColumns(text).length > 0 ? TRAIT.fundColumn : 0) |
    (sheetWords().columns(text).length > 0 ? TRAIT.sheetColumn : 0) |
    (MAY_BE_HEADING.test(text) && (isHeadingText(text) || looksLikeTitle(text)) ? TRAIT.accountHeading : 0) |
    (isColumnLabel(text) ? TRAIT.accountColumn : 0) |
    (isCostLevel2(text) ? TRAIT.costLevel2 : 0) |
    (VALUE.test(text) ? TRAIT.value : 0) |
    (mayBeField(text) ? TRAIT.field : 0) |
    (goals(text).length > 0 || goalBlock.has(labelKey(text)) ? TRAIT.goal : 0) |
    (isTotalLabel(text) || totalLabels.has(labelKey(text)) ? TRAIT.total : 0) |
    (isIndicatorBlock(text) ? TRAIT.indicatorBlock : 0)
  )
}

const MOST_KEPT = 50_000
const kept = new Map<string, number>()

/** Every form has its own numbers: they are not worth a place. */
const NUMBER = /^\d[\d.,%]*$/

const traitsOfText = (text: string): number => {
  if (text.length > LONGEST_LABEL) return longTraits(text)
  if (NUMBER.test(text)) return TRAIT.value
  let traits = kept.get(text)
  if (traits === undefined) {
    traits = labelTraits(text)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, traits)
  }
  return traits
}

const traitsOf = (row: Row): number => {
  const memo = memoOf(row)
  if (memo.traits < 0) {
    let traits = 0
    for (const { text } of row.cells) if (text !== '') traits |= traitsOfText(text)
    memo.traits = traits
  }
  return memo.traits
}

/** True when a cell of the row may be one of these (bits of TRAIT, any of them). */
export const mayHold = (row: Row, traits: number): boolean => (traitsOf(row) & traits) !== 0
