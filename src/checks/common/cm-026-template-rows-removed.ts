/** CM-026: 指标2： and …… without anything else, and a bare 0 where a cause belongs. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf } from '../support/form-facts.ts'

const NO_CAUSE = /^[0０〇.。、]+$/u

export const templateRowsRemoved = defineFormCheck({
  id: 'CM-026',
  title: '没有模板空行和以“0”充当的原因',
  titleEn: 'No empty template rows, no bare 0 as a cause',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-all',
  basis: 'practice',
  cites: ['practice#template-rows'],
  rule: '不留“指标2：”“……”空行；原因栏不填“0”',
  remedy: '删去空行；没有原因的留空或写“无”。',
  remedyEn: 'Delete the empty rows; leave the cause blank where there is none.',
  run({ form }, report) {
    const empty = form.record.emptyTemplateRows
    if (empty.length > 0)
      report({
        field: 'indicators',
        verdict: 'outside',
        printed: empty
          .slice(0, 4)
          .map(({ printed }) => printed)
          .join('；'),
        expected: '删去',
        message: `指标栏留有${empty.length}个模板空行。`,
        messageEn: `${empty.length} empty row(s) of the template are left.`,
      })
    const zeros = factsOf(form).rows.filter(({ deviation }) => NO_CAUSE.test(deviation.text))
    if (zeros.length > 0)
      report({
        field: indicatorField(zeros[0]!.index, 'deviation'),
        also: zeros.slice(1).map(({ index }) => indicatorField(index, 'deviation')),
        verdict: 'outside',
        printed: zeros[0]!.deviation.text,
        expected: '留空或写明原因',
        message: `偏差原因栏填了“${zeros[0]!.deviation.text}”，不是原因（共${zeros.length}行）。`,
        messageEn: `${zeros.length} row(s) give “${zeros[0]!.deviation.text}” as a cause.`,
      })
  },
})
