/** Small pieces that the messages of arithmetic checks share. */
import type { FundRowView, IndicatorView, NumberField } from './form-view.ts'
import { type Fraction, showFraction } from './fraction.ts'

const FUND_ROW_NAMES: Readonly<Record<string, string>> = {
  total: '年度资金总额',
  appropriation: '当年财政拨款',
  carryover: '上年结转资金',
  other: '其他资金',
}

/** The row's label as printed, or the standard name. */
export const fundRowName = ({ key, row }: FundRowView): string => {
  const label = row.label.printed.replace(/^其中[:：]?/, '')
  return label === '' ? (FUND_ROW_NAMES[key] ?? '其他来源') : label
}

const LABEL = /^指标\s*\d{0,2}\s*[:：、.．]?/
const LONGEST = 24

/** 数量指标“培训人数”, cut so that a message stays one line. */
export const indicatorName = ({ row, index }: IndicatorView): string => {
  const name = row.level3.printed.replace(LABEL, '')
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name
  return `${row.level2.printed || row.level1.printed}“${short || `第${index + 1}行`}”`
}

export const indicatorNameEn = ({ index }: IndicatorView): string => `indicator ${index + 1}`

export const printedOf = (field: NumberField | undefined): string => field?.cell.printed ?? ''

/** A score as it would be written: at most two decimals, no trailing zeros. */
export const showScore = (score: Fraction): string => showFraction(score, 2)
