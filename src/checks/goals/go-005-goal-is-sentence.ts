/** GO-005: a goal says what is to be done and how much of it. */
import { defineGoalCheck } from '../../engine/check.ts'
import { textCount } from '../../law/wordlists.ts'
import { goalsWithText, onDeclaration, termName, viewDeclaration } from '../support/declaration.ts'
import { textOf } from '../support/form-facts.ts'
import { short } from '../support/messages.ts'
import { hasNumber } from '../support/values.ts'

const SHORTEST = textCount('goalLength')

export const goalIsSentence = defineGoalCheck({
  id: 'GO-005',
  title: '绩效目标是含有数量的句子',
  titleEn: 'The goal is a sentence with a number',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-all',
  basis: 'proposal',
  cites: ['proposal#goal-as-sentence', 'caiyu-2015-88#review-aspects'],
  rule: '目标文字不短于规定的最少字数，并且至少含有一个数和单位',
  remedy: '写明要完成的工作、数量和要达到的效果。',
  remedyEn: 'Say what is to be done, how much of it, and with what result.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { goal, field } of goalsWithText(declaration)) {
      const text = textOf(goal.text)
      const isShort = text.text.length < SHORTEST
      if (!isShort && hasNumber(text)) continue
      report({
        ...onDeclaration(view, field, goal.text),
        verdict: 'outside',
        printed: short(text.text),
        expected: '含数量和单位的目标',
        message: `${termName(goal.term)}目标“${short(text.text)}”${isShort ? '过短，没有说明内容' : '没有数量'}。`,
        messageEn: `The goal “${short(text.text)}” ${isShort ? 'is too short to say what is to be done' : 'has no quantity'}.`,
      })
    }
  },
})
