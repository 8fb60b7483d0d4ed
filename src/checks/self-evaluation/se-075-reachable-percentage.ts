import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'

const SAMPLE = /(?:问卷|样本|调查|回收|受访|抽查|测评)[^\d。；;%％]{0,8}(\d{1,7})\s*(?:份|人|名|户|个|家)/

/** Is there a k ≤ n whose share, rounded to the printed decimals, is p? The candidates are the two k around p·n/100. */
export const isReachable = (percent: Decimal, sample: number): boolean => {
  const n = Decimal.of(sample)
  const near = percent.multiply(n).divide(Decimal.hundred, 0, 'down')
  for (const step of [Decimal.zero, Decimal.one]) {
    const k = near.add(step)
    if (k.compare(n) > 0) continue
    if (Decimal.hundred.multiply(k).divide(n, percent.scale).equals(percent)) return true
  }
  return false
}

/** The sample must stand in the row itself, and be the only one: two numbers (发放, 回收) leave n open, so both are tried. */
const sampleSizes = (texts: readonly string[]): readonly number[] =>
  texts
    .flatMap((text) => [...text.matchAll(new RegExp(SAMPLE, 'g'))].map((match) => Number(match[1])))
    .filter((n) => n > 0)

export const percentageReachable = defineFormCheck({
  id: 'SE-075',
  title: '百分比能由样本数得出',
  titleEn: 'A printed percentage is reachable from its sample',
  kind: 'S',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#reachable-percentage'],
  rule: '存在整数 k（0 ≤ k ≤ n），使 100k ÷ n 舍入后等于所印百分比',
  remedy: '核对样本数和百分比；加权得出的写明算法',
  remedyEn: 'Check sample size and percentage; state any weighting.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { actual, row, index } = indicator
      if (actual.kind !== 'number' || !actual.isPercent || actual.operator !== undefined) continue
      const percent = actual.value
      if (percent.compare(Decimal.hundred) > 0 || percent.isNegative()) continue
      if (!SAMPLE.test(row.actual.printed) && !SAMPLE.test(row.deviation.printed)) continue
      const sizes = sampleSizes([row.actual.printed, row.deviation.printed])
      if (sizes.length === 0 || sizes.some((n) => isReachable(percent, n))) continue
      const n = sizes.at(-1)!
      const field = indicatorField(index, 'actual')
      report({
        field,
        also: [indicatorField(index, 'deviation')],
        verdict: 'outside',
        printed: row.actual.printed,
        expected: `k ÷ ${n}`,
        message: `${indicatorName(indicator)}的${percent}%不可能由${n}个样本得出`,
        messageEn: `${indicatorNameEn(indicator)}: ${percent}% cannot come from a sample of ${n}.`,
        proof: working(
          form,
          {
            formula: '100 × k ÷ n 舍入后等于所印百分比',
            filledIn: `100 × k ÷ ${n} = ${percent}`,
            result: '没有这样的整数k',
            verdict: 'outside',
          },
          [
            ['完成值', field],
            ['样本数', indicatorField(index, 'deviation')],
          ],
        ),
      })
    }
  },
})
