/** SE-014: a completion text that repeats the goal, or a part of it, word for word states no result. */
import { defineFormCheck } from '../../engine/check.ts'
import { textCount } from '../../law/wordlists.ts'
import { factsOf } from '../support/form-facts.ts'

const MARKS = new Set([...'，。；、：:,;.！!“”"\'（）()0123456789'].map((mark) => mark.charCodeAt(0)))

/** Ideographs, nearly all of a text, are decided without a look-up. */
const isMark = (code: number): boolean => !(code >= 0x4e00 && code <= 0x9fff) && MARKS.has(code)

const lettersIn = (text: string): number => {
  let letters = 0
  for (let i = 0; i < text.length; i++) if (!isMark(text.charCodeAt(i))) letters += 1
  return letters
}

const withoutMarks = (text: string): string => {
  let bare = ''
  for (let i = 0; i < text.length; i++) if (!isMark(text.charCodeAt(i))) bare += text[i]
  return bare
}

/** Does `part` begin at `from` of `text`, marks and figures apart? */
const holdsAt = (text: string, from: number, part: string): boolean => {
  let at = from
  for (let i = 0; i < part.length; i++) {
    const code = part.charCodeAt(i)
    if (isMark(code)) continue
    while (at < text.length && isMark(text.charCodeAt(at))) at += 1
    if (text.charCodeAt(at++) !== code) return false
  }
  return true
}

const holds = (text: string, part: string): boolean => {
  for (let from = 0; from < text.length; from++)
    if (!isMark(text.charCodeAt(from)) && holdsAt(text, from, part)) return true
  return false
}

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
  run({ form }, report) {
    const { goalExpected, goalActual } = factsOf(form)
    if (goalExpected.text.length < SHORTEST || goalActual.text.length < SHORTEST) return
    const isSame = goalExpected.text === goalActual.text
    const letters = isSame ? 0 : lettersIn(goalActual.text)
    if (!isSame && (letters < SHORTEST || !holds(goalExpected.text, goalActual.text))) return
    const how = isSame
      ? '逐字相同'
      : withoutMarks(goalExpected.text) === withoutMarks(goalActual.text)
        ? '除标点和数字外相同'
        : '是其中一段'
    report({
      field: 'goalActual',
      also: ['goalExpected'],
      severity: isSame ? 'warning' : 'info',
      verdict: 'undecided',
      printed: goalActual.text,
      expected: '写明实际结果',
      message: `实际完成情况与预期目标${how === '是其中一段' ? '的一段文字相同' : how}，没有写出结果。`,
      messageEn: `The completion text ${isSame ? 'equals the goal' : 'repeats a part of the goal'} and states no result.`,
    })
  },
})
