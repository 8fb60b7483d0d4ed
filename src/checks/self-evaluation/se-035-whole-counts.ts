import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'
import { baseValue } from '../../engine/verdict.ts'

const COUNTED = /^(?:人|人次|名|位|次|个|台|套|项|家|户|件|份|篇|册|本|场|辆|所|座|栋|期|批次|条次|村|企业)$/
const AVERAGE = /平均|人均|均|每|率|比|指数/

/** Averages per head or per month may have decimals; 12.5 finished houses may not. */
export const countsAreWhole = defineFormCheck({
  id: 'SE-035',
  title: '可数的事物完成值是整数',
  titleEn: 'Countable things come in whole numbers',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#countable'],
  rule: '计量单位为人、次、个、台、项等：完成值为整数',
  remedy: '核对完成值，或说明为平均数',
  remedyEn: 'Check the value, or say that it is an average.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { actual, row, index } = indicator
      if (actual.kind !== 'number' || actual.value.scale === 0 || actual.isPercent || actual.per !== '') continue
      if (!COUNTED.test(actual.unit) || AVERAGE.test(row.level3.printed)) continue
      if (baseValue(actual).isInteger()) continue
      const field = indicatorField(index, 'actual')
      report({
        field,
        verdict: 'outside',
        printed: row.actual.printed,
        expected: '整数',
        message: `${indicatorName(indicator)}完成值${row.actual.printed}不是整数`,
        messageEn: `${indicatorNameEn(indicator)}: ${row.actual.printed} counts things that come whole.`,
        proof: working(
          form,
          { formula: '完成值为整数', filledIn: row.actual.printed, result: '不成立', verdict: 'outside' },
          [['完成值', field]],
        ),
      })
    }
  },
})
