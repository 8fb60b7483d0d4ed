/** SE-013: a number with its unit in the goal wants a number of that unit in the completion text. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf } from '../support/form-facts.ts'
import { hasDigit } from '../support/values.ts'

/** A goal with one number may be answered in words; a goal that counts its tasks is answered by counts. */
const SHOWN = 6

export const goalNumbersAnswered = defineFormCheck({
  id: 'SE-013',
  title: '目标中的数量在完成情况中有对应',
  titleEn: 'Numbers of the goal are answered in the completion text',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#goal-numbers-answered'],
  rule: '预期目标中的每个“数量+单位”，实际完成情况中有同单位的数量',
  remedy: '在实际完成情况中写明相应数量的完成数。',
  remedyEn: 'Give the reached number for each number of the goal.',
  run({ form }, report) {
    const facts = factsOf(form)
    const { goalExpected, goalActual } = facts
    if (!hasDigit(goalExpected) || goalActual.text === '' || goalActual.text === goalExpected.text) return
    const reached = facts.actualMentions
    const open = facts.expectedMentions.filter(({ unit }) => !reached.some((other) => other.unit === unit))
    if (open.length === 0) return
    const list = open
      .slice(0, SHOWN)
      .map(({ printed }) => printed)
      .join('、')
    report({
      field: 'goalActual',
      also: ['goalExpected'],
      verdict: 'undecided',
      printed: '',
      expected: list,
      message: `预期目标中的${list}，在实际完成情况中没有对应的数量。`,
      messageEn: `The completion text answers none of these numbers of the goal: ${list}.`,
    })
  },
})
