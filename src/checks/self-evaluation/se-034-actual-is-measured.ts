/** SE-034: ≥90% is what was asked for; what was reached is a number. Rows of one level-2 name are reported together. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, groupedRows, type RowFacts } from '../support/form-facts.ts'
import { placeOf, rowList, rowName } from '../support/messages.ts'
import { isDateOnly, isWordedBound, startsWithSign } from '../support/values.ts'

/** The actual repeats the target, or the part of it that carries the number (…满意程度高于90% → 高于90%). */
const repeatsTarget = ({ target, actual }: RowFacts): boolean =>
  target.text === actual.text || (actual.text.length >= 4 && target.text.endsWith(actual.text))

const MEASURED = /[%％元]/u

/** Words such as 以上 or 达到 may belong to a real result (达到98%); they are a bound only when they repeat the target. */
const isBound = (row: RowFacts): boolean => {
  if (startsWithSign(row.actual)) return true
  if (!repeatsTarget(row)) return false
  // 持续影响10年以上 and 3日内 are durations that nobody measures twice; a rate or an amount is measured.
  if ((row.group === 'time' || row.group === 'benefit') && !MEASURED.test(row.actual.text)) return false
  return isWordedBound(row.actual) && !isDateOnly(row.actual)
}

export const actualIsMeasured = defineFormCheck({
  id: 'SE-034',
  title: '完成值是实际数值，不带比较符号',
  titleEn: 'The actual is a measured value, not a bound',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#measured-value'],
  rule: '完成值不以 ≥、≤、>、< 开头，不照抄“不超过…”“…以上”一类的要求',
  remedy: '填写实际测得、统计或支出的数值。',
  remedyEn: 'Give the value that was measured, counted or spent.',
  run({ form }, report) {
    for (const rows of groupedRows(factsOf(form).live, isBound)) {
      const copied = rows.every(repeatsTarget)
      report({
        verdict: 'outside',
        printed: rowList(rows, 'actual'),
        expected: '实际数值',
        message: `${rowName(rows[0]!)}${rows.length > 1 ? `等${rows.length}项` : ''}完成值${copied ? '照抄指标值' : '带有比较符号'}“${rows[0]!.actual.text}”，不是实际数值。`,
        messageEn: `${rows.length} actual value(s) ${copied ? 'repeat the target' : 'carry an operator'} (${rows[0]!.actual.text}) instead of a measured value.`,
        ...placeOf(rows, 'actual'),
      })
    }
  },
})
