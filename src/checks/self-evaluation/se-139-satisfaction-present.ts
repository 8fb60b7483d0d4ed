/** SE-139: no satisfaction indicator. It may not apply, so this is for information. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf } from '../support/form-facts.ts'

const SATISFACTION = /满意|好评/u

export const satisfactionPresent = defineFormCheck({
  id: 'SE-139',
  title: '设有满意度指标',
  titleEn: 'There is a satisfaction indicator',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#self-eval-weights'],
  rule: '一级或二级指标中有满意度；不适用的说明理由',
  remedy: '补设满意度指标，或说明不适用的理由。',
  remedyEn: 'Add a satisfaction indicator, or say why none applies.',
  run({ form }, report) {
    const { live } = factsOf(form)
    if (live.length === 0 || live.some(({ group, name }) => group === 'satisfaction' || SATISFACTION.test(name.text)))
      return
    report({
      field: 'indicators',
      verdict: 'outside',
      printed: '',
      expected: '满意度指标',
      message: '没有设置满意度指标。',
      messageEn: 'There is no satisfaction indicator.',
    })
  },
})
