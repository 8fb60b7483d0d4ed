import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import type { FormView, IndicatorView } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'

const PRINTED_POINTS = /[（(]\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]/

/** Most labels end in 指标 and hold no number. */
const mayPrintPoints = (label: string): boolean =>
  !label.endsWith('标') && /[（(]/.test(label) && PRINTED_POINTS.test(label)

type Level = 'level1' | 'level2'

/** Consecutive rows under one merged level cell. Labels are filled down, so equal neighbours belong together. */
const groupsOf = (form: FormView, level: Level): readonly (readonly IndicatorView[])[] => {
  const groups: IndicatorView[][] = []
  let last = ''
  for (const indicator of form.indicators) {
    const { level1, level2 } = indicator.row
    const key = level === 'level1' ? level1.printed : `${level1.printed}|${level2.printed}`
    if (key === last && groups.length > 0) groups.at(-1)!.push(indicator)
    else groups.push([indicator])
    last = key
  }
  return groups
}

const judgeGroup = (level: Level, rows: readonly IndicatorView[]): FindingDraft | undefined => {
  const label = rows[0]!.row[level].printed
  const found = PRINTED_POINTS.exec(label)
  if (!found || rows.some(({ weight }) => weight.number === undefined)) return undefined
  const printed = Decimal.from(found[1]!)
  const sum = rows.reduce((total, { weight }) => total.add(weight.number!), Decimal.zero)
  if (sum.equals(printed)) return undefined
  const terms = rows.map(({ weight }) => weight.cell.printed).join(' + ')
  const expected = sum.normalize().toString()
  return {
    field: indicatorField(rows[0]!.index, level),
    also: rows.map(({ weight }) => weight.field),
    verdict: 'outside',
    printed: found[1]!,
    expected,
    message: `${label}下各指标分值之和为${expected}：${terms}`,
    messageEn: `The weights under ${label} add up to ${expected}: ${terms}.`,
    proof: () =>
      proof({
        formula: '级别分值 = 其下各指标分值之和',
        filledIn: `${found[1]} = ${terms}`,
        result: expected,
        verdict: 'outside',
        inputs: rows.map(({ weight }) => ({
          name: '分值',
          printed: weight.cell.printed,
          field: weight.field,
          position: weight.cell.at,
        })),
      }),
  }
}

/** Applies to forms that print points beside the level: 产出指标（50分）. */
export const levelWeightsAddUp = defineFormCheck({
  id: 'SE-052',
  title: '级别上写明的分值等于其下指标分值之和',
  titleEn: 'Points printed at a level equal the sum of its indicators',
  kind: 'A',
  severity: 'fatal',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '一级（二级）指标后所印分值 = Σ 其下三级指标分值',
  remedy: '核对各指标分值，改正分值或级别上的分数',
  remedyEn: 'Correct the weights or the points at the level.',
  run({ form }, report) {
    for (const level of ['level1', 'level2'] as const) {
      if (!form.indicators.some(({ row }) => mayPrintPoints(row[level].printed))) continue
      for (const rows of groupsOf(form, level)) {
        const found = judgeGroup(level, rows)
        if (found) report(found)
      }
    }
  },
})
