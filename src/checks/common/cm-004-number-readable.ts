/** CM-004: a number cell must hold one number that can be read: no letter O, no two points, no stray sign. */

import { FUND_COLUMNS } from '../../domain/self-evaluation.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import type { NumberField } from '../../engine/form-view.ts'
import { factsOf } from '../support/form-facts.ts'
import { numberTraits } from '../support/number-traits.ts'

/** Words in a number cell are somebody's remark; a damaged number is an error. */
const DAMAGED = /^(?=.*\d)[\dOoIl〇.,，．+\-−%％万亿元分]+$/u

const draft = (number: NumberField | undefined): FindingDraft | undefined => {
  if (number?.read.kind !== 'unreadable') return undefined
  const { text, reason } = number.read
  return {
    field: number.field,
    severity: DAMAGED.test(text) ? 'error' : 'warning',
    verdict: 'undecided',
    printed: number.cell.printed,
    expected: '一个数',
    message: `“${number.cell.printed}”读不出唯一的数：${reason}。`,
    messageEn: `“${number.cell.printed}” cannot be read as one number.`,
  }
}

export const numberReadable = defineFormCheck({
  id: 'CM-004',
  title: '数字栏能读出唯一的数',
  titleEn: 'A number cell holds one readable number',
  kind: 'D',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#printed-number'],
  rule: '金额、分值、得分、执行率栏只有一个数，千分位、小数点、正负号位置正确，没有混入字母',
  remedy: '核对原始数据，改成规范的数字。',
  remedyEn: 'Check the source and print a plain number.',
  run({ form }, report) {
    if (!numberTraits(form).hasUnreadable) return
    for (const row of form.funds.rows)
      for (const column of FUND_COLUMNS) {
        const found = draft(row.columns[column])
        if (found) report(found)
      }
    for (const { view, isLive } of factsOf(form).rows) {
      if (!isLive) continue
      const found = draft(view.weight)
      if (found) report(found)
      const score = draft(view.score)
      if (score) report(score)
    }
    const weight = draft(form.totalWeight)
    if (weight) report(weight)
    const score = draft(form.totalScore)
    if (score) report(score)
  },
})
