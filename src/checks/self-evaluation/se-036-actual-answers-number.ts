/** SE-036: a quantitative target wants a number; points for a blank or for 实现指标 rest on nothing. */
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import { answersFull, answersZero, hasDigit, hasNumber, holdsDate } from '../support/values.ts'

/** Longer wording around a number is a description in which the number is one among several demands. */
const LONGEST_FRAME = 12

const wantsNumber = ({ view: { target } }: RowFacts): boolean =>
  (target.kind === 'number' || target.kind === 'range') && target.before.length + target.after.length <= LONGEST_FRAME

/** 全部 answers 100 %, 未发生 answers 0 or an upper limit. */
const answersInWords = ({ view: { target }, actual, target: { text } }: RowFacts): boolean => {
  if (answersFull(actual.text)) return text.includes('100')
  if (!answersZero(actual.text)) return false
  return target.kind === 'number' && (target.operator === '≤' || target.operator === '<' || target.value.isZero())
}

const blank = (row: RowFacts): FindingDraft => ({
  ...placeOf([row], 'actual'),
  severity: 'error',
  verdict: 'outside',
  printed: '',
  expected: '实际完成值',
  message: `${rowName(row)}实际完成值空白，却得${row.view.score.cell.printed}分。`,
  messageEn: `${rowNameEn(row)}: the actual is blank, yet ${row.view.score.cell.printed} points were given.`,
})

const wordy = (row: RowFacts): FindingDraft => ({
  ...placeOf([row], 'actual'),
  verdict: 'outside',
  printed: row.actual.text,
  expected: `与“${row.target.text}”可比的数值`,
  message: `${rowName(row)}指标值是“${row.target.text}”，完成值“${row.actual.text}”没有数值，却得${row.view.score.cell.printed}分。`,
  messageEn: `${rowNameEn(row)}: the target is ${row.target.text}, the actual has no number, yet points were given.`,
})

export const actualAnswersNumber = defineFormCheck({
  id: 'SE-036',
  title: '定量指标填写了实际数值',
  titleEn: 'A quantitative indicator has a numeric actual',
  kind: 'D',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#measured-value', 'definition#form-fields'],
  rule: '得分大于0的指标，实际完成值不空；指标值是数的，完成值也是数',
  remedy: '补填实际完成的数值；没有完成的不应得分。',
  remedyEn: 'Give the number that was reached; no points without it.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      if (!row.view.score.number?.isPositive()) continue
      if (row.actual.text === '') {
        report(blank(row))
        continue
      }
      if (hasNumber(row.actual) || !hasDigit(row.target) || holdsDate(row.target)) continue
      if (wantsNumber(row) && !answersInWords(row)) report(wordy(row))
    }
  },
})
