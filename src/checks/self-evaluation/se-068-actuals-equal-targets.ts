import { defineFormCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { COPIED_SHARE, FEWEST_LEAVES } from '../../engine/proposals.ts'
import { Decimal } from '../../kernel/decimal.ts'

export const actualsAreMeasured = defineFormCheck({
  id: 'SE-068',
  title: '几乎所有完成值都与指标值相同',
  titleEn: 'Nearly all actual values repeat their targets',
  kind: 'S',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#saturation'],
  rule: '完成值与指标值印得一样的指标占九成以上',
  remedy: '填写实际测得的完成值',
  remedyEn: 'Fill in what was actually measured.',
  run({ form }, report) {
    let rows = 0
    let same = 0
    for (const { weight, row } of form.indicators) {
      if (!weight.number?.isPositive() || row.actual.printed === '') continue
      rows += 1
      if (row.actual.printed === row.target.printed) same += 1
    }
    if (rows < FEWEST_LEAVES || Decimal.of(same).compare(COPIED_SHARE.multiply(Decimal.of(rows))) < 0) return
    report({
      field: 'indicators',
      verdict: 'outside',
      printed: `${same}/${rows}`,
      expected: '实际测得的完成值',
      message: `${rows}个指标中${same}个的完成值与指标值完全相同`,
      messageEn: `${same} of ${rows} actual values repeat their targets exactly.`,
      proof: () =>
        proof({
          formula: '与指标值相同的完成值数 ÷ 指标数',
          filledIn: `${same} ÷ ${rows}`,
          result: `${same}/${rows}`,
          verdict: 'outside',
          inputs: [],
        }),
    })
  },
})
