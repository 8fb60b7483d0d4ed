/** SE-014: a completion text that repeats the goal, or a part of it, word for word states no result. */
import { defineFormCheck } from '../../engine/check.ts'
import { textCount } from '../../law/wordlists.ts'
import { factsOf } from '../support/form-facts.ts'

const MARKS = /[，。；、：:,;.！!“”"'（）()\d]/gu
/** 已, 了 and the like make a report of a plan: text with them is no mere copy. */
const SHORTEST = textCount('copiedLength')

export const completionNotCopied = defineFormCheck({
  id: 'SE-014',
  title: '实际完成情况不照抄预期目标',
  titleEn: 'The completion text is not a copy of the goal',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#copied-text'],
  rule: '去掉标点和数字后，实际完成情况既不等于预期目标，也不是其中一段',
  remedy: '按实际写明完成了什么、完成多少。',
  remedyEn: 'Report what was done and how much of it.',
  *run({ form }) {
    const { goalExpected, goalActual } = factsOf(form)
    if (goalExpected.text.length < SHORTEST || goalActual.text.length < SHORTEST) return
    const isSame = goalExpected.text === goalActual.text
    const [plan, report] = isSame
      ? ['', '']
      : [goalExpected.text.replace(MARKS, ''), goalActual.text.replace(MARKS, '')]
    if (!isSame && !(report.length >= SHORTEST && plan.includes(report))) return
    const how = isSame ? '逐字相同' : plan === report ? '除标点和数字外相同' : '是其中一段'
    yield {
      field: 'goalActual',
      also: ['goalExpected'],
      severity: isSame ? 'warning' : 'info',
      verdict: 'undecided',
      printed: goalActual.text,
      expected: '写明实际结果',
      message: `实际完成情况与预期目标${how === '是其中一段' ? '的一段文字相同' : how}，没有写出结果。`,
      messageEn: `The completion text ${isSame ? 'equals the goal' : 'repeats a part of the goal'} and states no result.`,
    }
  },
})
