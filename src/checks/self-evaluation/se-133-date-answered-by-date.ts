/** SE-133: a target date is answered by a date, not by 实现指标 and not by a number of persons. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, type RowFacts, saysNone } from '../support/form-facts.ts'
import { placeOf, quote, rowName, rowNameEn } from '../support/messages.ts'
import { hasDigit, isDeadline } from '../support/values.ts'

const DATE = /(?:19|20)\d{2}[年./-]?(?:\d{1,2}月?)?(?:[./-]?\d{1,2}日?)?|\d{1,2}月(?:\d{1,2}日)?|第?\d季度/gu
const COUNT = /(?<!\d)\d+(?:\.\d+)?(?:人次|人|名|次|份|个|篇|户|家|件)/u

/** Answers a date by a count: 截止2020年9月报到人数1164人. */
const isCount = ({ target, actual }: RowFacts): boolean =>
  COUNT.test(actual.text.replace(DATE, '')) && !COUNT.test(target.text.replace(DATE, ''))

const problem = (row: RowFacts): string | undefined => {
  if (row.group !== 'time' || !isDeadline(row.target) || saysNone(row.actual.text)) return undefined
  if (!row.view.score.number?.isPositive()) return undefined
  if (!hasDigit(row.actual)) return '没有完成日期'
  return isCount(row) ? '是数量，不是日期' : undefined
}

export const dateAnsweredByDate = defineFormCheck({
  id: 'SE-133',
  title: '时效指标的完成值写明日期',
  titleEn: 'A target date is answered by a date',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable'],
  rule: '指标值是日期的，完成值也是日期',
  remedy: '填写实际完成的日期。',
  remedyEn: 'Give the date on which it was done.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      const what = problem(row)
      if (!what) continue
      report({
        verdict: 'outside',
        printed: row.actual.text,
        expected: '完成日期',
        message: `${rowName(row)}指标值是日期（${row.target.text}），完成值${quote(row.actual.text)}${what}。`,
        messageEn: `${rowNameEn(row)}: the target is a date, the actual is not.`,
        ...placeOf([row], 'actual'),
      })
    }
  },
})
