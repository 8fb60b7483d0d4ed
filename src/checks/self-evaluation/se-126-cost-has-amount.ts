/** SE-126: 控制在预算控制数内 names no amount; the reader must look it up elsewhere. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, saysNone } from '../support/form-facts.ts'
import { placeOf, quote, rowName, rowNameEn } from '../support/messages.ts'
import { hasNumber } from '../support/values.ts'

/** Social and environmental costs are often described; an amount is due for economic cost. */
const DESCRIBED = /社会|生态|环境/u

export const costHasAmount = defineFormCheck({
  id: 'SE-126',
  title: '成本指标写明金额',
  titleEn: 'A cost indicator states an amount',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#cost-with-amount'],
  rule: '成本指标的指标值含有数',
  remedy: '写明控制数，如“不超过12万元”。',
  remedyEn: 'State the limit, such as “not above 120,000 yuan”.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      if (row.group !== 'cost' || saysNone(row.target.text) || hasNumber(row.target)) continue
      if (hasNumber(row.name) || DESCRIBED.test(row.view.row.level2.printed)) continue
      report({
        verdict: 'outside',
        printed: row.target.text,
        expected: '控制金额',
        message: `${rowName(row)}指标值${quote(row.target.text)}没有写明金额。`,
        messageEn: `${rowNameEn(row)}: the target names no amount.`,
        ...placeOf([row], 'target'),
      })
    }
  },
})
