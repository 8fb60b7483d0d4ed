/** SE-128: satisfaction is a rate, or a count of complaints or thanks; a sentence cannot be compared with anything. */
import { defineFormCheck } from '../../engine/check.ts'
import { wordSet } from '../../law/wordlists.ts'
import { factsOf, type RowFacts, saysNone } from '../support/form-facts.ts'
import { placeOf, quote, rowName, rowNameEn } from '../support/messages.ts'
import { hasNumber } from '../support/values.ts'

/** 无投诉 is a count: none. */
const NO_COMPLAINT = /^(?:无|零|没有|未发生|未收到|不发生)[^，。；]{0,8}(?:投诉|举报|差评|信访|上访)/u
const GRADED = wordSet('satisfactionWords')

const isUnmeasured = ({ group, target }: RowFacts): boolean =>
  group === 'satisfaction' && !saysNone(target.text) && !hasNumber(target) && !NO_COMPLAINT.test(target.text)

/** 满意 as a target is one grade of a survey; a number in the actual answers it at least. */
const isMild = ({ target, actual }: RowFacts): boolean => GRADED.has(target.text) || hasNumber(actual)

export const satisfactionMeasured = defineFormCheck({
  id: 'SE-128',
  title: '满意度指标可以衡量',
  titleEn: 'A satisfaction indicator can be measured',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#satisfaction-percentage', 'definition#column-meaning'],
  rule: '满意度的指标值含有百分比或次数',
  remedy: '改为满意率（如≥90%），并按调查结果填写完成值。',
  remedyEn: 'Use a rate such as ≥90 % and report the result of a survey.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      if (!isUnmeasured(row)) continue
      report({
        severity: isMild(row) ? 'info' : 'warning',
        verdict: 'outside',
        printed: row.target.text,
        expected: '满意率',
        message: `${rowName(row)}指标值${quote(row.target.text)}不是满意率，无法衡量。`,
        messageEn: `${rowNameEn(row)}: the target is no rate of satisfaction and cannot be measured.`,
        ...placeOf([row], 'target'),
      })
    }
  },
})
