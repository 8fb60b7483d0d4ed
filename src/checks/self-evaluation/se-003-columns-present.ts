/** SE-003: a form without the column for actual values, weights, scores or causes cannot be a complete self-evaluation. */
import type { IndicatorColumn } from '../../domain/self-evaluation.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf } from '../support/form-facts.ts'
import { isTransferForm } from '../support/transfer.ts'

const NAMES: readonly (readonly [IndicatorColumn, string])[] = [
  ['target', '年度指标值'],
  ['actual', '实际完成值'],
  ['weight', '分值'],
  ['score', '得分'],
]
/** Hubei's form prints the weight behind the name: 清淤长度（20分）. */
const POINTS = /[（(]\d+(?:\.\d+)?分?[）)]/u
/** With fewer headings recognised the header itself was not found, and nothing can be said of its columns. */
const FEWEST = 4

export const columnsPresent = defineFormCheck({
  id: 'SE-003',
  title: '指标部分的栏目齐全',
  titleEn: 'The columns of the indicator block are complete',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#form-complete', 'definition#form-fields'],
  rule: '指标部分有年度指标值、实际完成值、分值、得分各栏；有扣分时有偏差原因栏',
  remedy: '按规定表样补齐栏目。',
  remedyEn: 'Complete the columns as in the prescribed form.',
  run({ form }, report) {
    const { indicatorHeaders: headers, indicators } = form.record
    if (indicators.length === 0 || Object.keys(headers).length < FEWEST || isTransferForm(form)) return
    const facts = factsOf(form)
    const inNames =
      !headers.weight &&
      indicators.some(
        (row) => POINTS.test(row.level3.printed) || POINTS.test(row.level2.printed) || POINTS.test(row.level1.printed),
      )
    const lost = NAMES.filter(
      ([column]) =>
        !headers[column] && !(column === 'weight' && inNames) && indicators.every((row) => row[column].printed === ''),
    )
    const names = lost.map(([, name]) => name)
    const needsCause = facts.live.some(({ isCut }) => isCut)
    const hasCauseColumn = headers.deviation ?? headers.measures ?? headers.deduction
    if (needsCause && !hasCauseColumn && indicators.every((row) => row.deviation.printed === ''))
      names.push('偏差原因分析及改进措施')
    if (names.length === 0) return
    report({
      field: 'indicators',
      verdict: 'outside',
      printed: Object.values(headers)
        .map(({ printed }) => printed)
        .join('、'),
      expected: names.join('、'),
      message: `指标部分没有${names.join('、')}栏。`,
      messageEn: `The indicator block lacks these columns: ${names.join(', ')}.`,
    })
  },
})
