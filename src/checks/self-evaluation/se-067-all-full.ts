import { defineFormCheck } from '../../engine/check.ts'
import { isFull } from '../../engine/comparison.ts'
import { proof } from '../../engine/proof.ts'
import { FEWEST_LEAVES } from '../../engine/proposals.ts'

export const notAllFull = defineFormCheck({
  id: 'SE-067',
  title: '全部指标得满分',
  titleEn: 'Every indicator has full points',
  kind: 'S',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#saturation'],
  rule: '有分值的指标全部满分',
  remedy: '核实指标值是否偏低、完成值是否属实',
  remedyEn: 'Verify that targets are not too low and actual values are true.',
  run({ form }, report) {
    const rows = form.indicators.filter(({ weight }) => weight.number?.isPositive())
    if (rows.length < FEWEST_LEAVES || !rows.every(isFull)) return
    const count = `${rows.length}`
    report({
      field: form.totalScore?.field ?? 'indicators',
      verdict: 'outside',
      printed: form.totalScore?.cell.printed ?? '',
      expected: '核实',
      message: `${count}个指标全部得满分`,
      messageEn: `All ${count} indicators have full points.`,
      proof: () =>
        proof({
          formula: '满分指标数 ÷ 指标数',
          filledIn: `${count} ÷ ${count}`,
          result: '1',
          verdict: 'outside',
          inputs: [],
        }),
    })
  },
})
