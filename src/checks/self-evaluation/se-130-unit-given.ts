/**
 * SE-130: 1 / 1 says neither what is counted nor whether it is the whole. Rows of one level-2 name and one kind of gap are
 * reported together. A unit column, a unit in the name's brackets or a percent sign is a unit.
 */
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { factsOf, groupedRows, type RowFacts, textOf } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import {
  hasDigit,
  hasNumber,
  isBareNumber,
  isMagnitudeOnly,
  isZero,
  namesCount,
  namesRate,
  namesUnit,
} from '../support/values.ts'

const GAPS = ['both', 'target', 'actual', 'magnitude'] as const
type Gap = (typeof GAPS)[number]

/** 2021 alone is a year. */
const YEAR = /^(?:19|20)\d{2}$/

const isBare = (value: RowFacts['target']): boolean => isBareNumber(value) && !isZero(value) && !YEAR.test(value.text)

const gapOf = ({ target, actual, name, view }: RowFacts): Gap | undefined => {
  if (!hasDigit(target) && !hasDigit(actual)) return undefined
  const targetBare = isBare(target)
  const actualBare = isBare(actual)
  const cut = isMagnitudeOnly(target) || isMagnitudeOnly(actual)
  if (!targetBare && !actualBare && !cut) return undefined
  if (textOf(view.row.more.unit).text !== '' || namesUnit(name.text)) return undefined
  if (cut) return 'magnitude'
  if (targetBare && actualBare) return 'both'
  if (targetBare) return hasDigit(actual) ? 'target' : 'both'
  return hasNumber(target) ? 'actual' : undefined
}

const severityOf = (gap: Gap, row: RowFacts): 'warning' | 'info' =>
  gap === 'both' && (row.group === 'cost' || !(namesCount(row.name.text) || namesRate(row.name.text)))
    ? 'warning'
    : 'info'

const MISSING: Readonly<Record<Gap, readonly [string, string]>> = {
  both: ['只有数字，没有计量单位', 'is a number without a unit'],
  target: ['指标值没有计量单位', 'has no unit in the target'],
  actual: ['完成值没有计量单位', 'has no unit in the actual'],
  magnitude: ['只写“万”或“亿”，缺“元”等单位', 'has a magnitude (万, 亿) but no unit'],
}

const draft = (gap: Gap, rows: readonly RowFacts[]): FindingDraft => {
  const first = rows[0]!
  const printed = rows.map(({ target, actual }) => `${target.text}/${actual.text}`).join('；')
  const isRate = namesRate(first.name.text)
  return {
    ...placeOf(rows, gap === 'actual' ? 'actual' : 'target'),
    severity: rows.some((row) => severityOf(gap, row) === 'warning') ? 'warning' : 'info',
    verdict: 'outside',
    printed,
    expected: isRate ? '百分号' : '数字后的计量单位',
    message: `${rowName(first)}${rows.length > 1 ? `等${rows.length}项` : ''}${MISSING[gap][0]}：${printed}。`,
    messageEn: `${rowNameEn(first)} ${MISSING[gap][1]}: ${printed}.`,
  }
}

export const unitGiven = defineFormCheck({
  id: 'SE-130',
  title: '指标值和完成值带计量单位',
  titleEn: 'Targets and actuals have a unit',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable', 'caiyu-2021-101#indicator-definition'],
  rule: '数字后有计量单位（设有计量单位栏或名称中已注明的除外）',
  remedy: '补写计量单位，如“1套”“5万元”。',
  remedyEn: 'Add the unit behind the number.',
  run({ form }, report) {
    const gaps = factsOf(form).live.filter((row) => gapOf(row) !== undefined)
    if (gaps.length === 0) return
    for (const gap of GAPS) for (const rows of groupedRows(gaps, (row) => gapOf(row) === gap)) report(draft(gap, rows))
  },
})
