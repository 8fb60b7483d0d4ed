/** SE-086: a transfer's form has no scores, so completion, cause and measure are all it has. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { compareIndicator } from '../../engine/comparison.ts'
import { factsOf, saysNone, textOf } from '../support/form-facts.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { isTransferForm } from '../support/transfer.ts'

export const transferFormComplete = defineFormCheck({
  id: 'SE-086',
  title: '转移支付自评表填全完成值和未完成原因',
  titleEn: 'A transfer’s form gives every actual and every cause',
  kind: 'D',
  severity: 'error',
  missing: 'blank-is-error',
  basis: 'practice',
  cites: ['practice-transfer-form#no-scores', 'practice-transfer-form#columns'],
  rule: '不计分的转移支付自评表：完成值不空；未达指标值的写明原因',
  remedy: '补填完成值；未完成的写明原因和措施。',
  remedyEn: 'Give the actual; where the target was missed, the cause and the measure.',
  run({ form }, report) {
    if (!isTransferForm(form)) return
    for (const row of factsOf(form).live) {
      if (row.view.score.number) return
      const isBlank = row.actual.text === ''
      const isMissed = !isBlank && compareIndicator(row.view)?.outcome === 'missed'
      const hasCause = !saysNone(row.deviation.text) || !saysNone(textOf(row.view.row.more.measures).text)
      if (!isBlank && !(isMissed && !hasCause)) continue
      report({
        field: indicatorField(row.index, isBlank ? 'actual' : 'deviation'),
        severity: isBlank ? 'error' : 'warning',
        verdict: 'outside',
        printed: isBlank ? '' : `${row.target.text} / ${row.actual.text}`,
        expected: isBlank ? '全年完成值' : '未完成原因和改进措施',
        message: isBlank
          ? `${rowName(row)}没有填完成值。`
          : `${rowName(row)}完成值${row.actual.text}未达${row.target.text}，没有写原因。`,
        messageEn: isBlank
          ? `${rowNameEn(row)} has no actual.`
          : `${rowNameEn(row)} missed its target and gives no cause.`,
      })
    }
  },
})
