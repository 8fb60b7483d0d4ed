/** SE-012: goal and completion say what was to be done and what was done, not an amount, not 完成, not nothing. */
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { wordSet } from '../../law/wordlists.ts'
import { factsOf, saysNone, type Text } from '../support/form-facts.ts'
import { quote } from '../support/messages.ts'

const EMPTY = wordSet('emptyResults')
const ONLY_NUMBER = /^[\d.,，%％万亿元]+$/u
const END = /(?<![。.！!；;])[。.！!；;]+$/u

type Field = 'goalExpected' | 'goalActual'
const NAME: Readonly<Record<Field, readonly [string, string]>> = {
  goalExpected: ['预期目标', 'expected goal'],
  goalActual: ['实际完成情况', 'completion'],
}

const draft = (field: Field, { text }: Text): FindingDraft | undefined => {
  const [name, nameEn] = NAME[field]
  const rest = { field, verdict: 'outside', printed: text, expected: '写明做了什么、结果如何' } as const
  if (saysNone(text))
    return { ...rest, severity: 'error', message: `${name}没有填写。`, messageEn: `The ${nameEn} is blank.` }
  if (ONLY_NUMBER.test(text))
    return {
      ...rest,
      severity: 'error',
      message: `${name}只填了${quote(text)}，是数字不是目标。`,
      messageEn: `The ${nameEn} is only a number.`,
    }
  if (EMPTY.has(text.replace(END, '')))
    return {
      ...rest,
      message: `${name}只写“${text}”，没有说明内容和结果。`,
      messageEn: `The ${nameEn} says only “${text}”.`,
    }
  return undefined
}

export const goalsAreSentences = defineFormCheck({
  id: 'SE-012',
  title: '预期目标和实际完成情况写明内容',
  titleEn: 'Goal and completion say what was to be done and what was done',
  kind: 'T',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'proposal',
  cites: ['proposal#goal-as-sentence', 'definition#form-fields'],
  rule: '两栏不空，不只是一个数字，不只是“完成”一类套话',
  remedy: '写明完成了哪些工作、数量多少、效果如何。',
  remedyEn: 'Say what was done, how much of it, and with what result.',
  run({ form }, report) {
    const facts = factsOf(form)
    const { goalExpected, goalActual } = form.record
    // One of the two blank is a gap in the form; both blank may be a form without goals.
    if (goalExpected && !(facts.goalExpected.text === '' && facts.goalActual.text === '')) {
      const found = draft('goalExpected', facts.goalExpected)
      if (found) report(found)
    }
    if (goalActual && facts.goalExpected.text !== '') {
      const found = draft('goalActual', facts.goalActual)
      if (found) report(found)
    }
  },
})
