/** SE-127: the execution rate as a cost indicator scores the same thing twice and measures no cost. */
import { defineFormCheck } from '../../engine/check.ts'
import { patternOf } from '../../law/wordlists.ts'
import { factsOf } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'
import { withoutBracket } from '../support/values.ts'

const EXECUTION_RATE = patternOf('executionRatePatterns')

export const costIsNotExecutionRate = defineFormCheck({
  id: 'SE-127',
  title: '成本指标不是预算执行率',
  titleEn: 'A cost indicator is not the execution rate once more',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#right-group', 'practice#cost-with-amount'],
  rule: '成本指标衡量成本；预算执行率已在资金栏计分',
  remedy: '改为单位成本、总成本或成本节约率。',
  remedyEn: 'Use unit cost, total cost or a saving rate.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      if (
        row.group !== 'cost' ||
        !(row.target.bits & HAS.percent) ||
        !EXECUTION_RATE.test(withoutBracket(row.name.text))
      )
        continue
      report({
        verdict: 'outside',
        printed: `${row.name.text} ${row.target.text}`,
        expected: '成本金额或单位成本',
        message: `${rowName(row)}就是预算执行率，与资金栏重复计分，不反映成本。`,
        messageEn: `${rowNameEn(row)} is the execution rate, which the fund block scores already.`,
        ...placeOf([row], 'level3'),
      })
    }
  },
})
