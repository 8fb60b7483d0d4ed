/** GO-024: the ground of a project is a document that a person can look up, and that existed when the goal was set. */
import { defineGoalCheck } from '../../engine/check.ts'
import { onDeclaration, viewDeclaration } from '../support/declaration.ts'
import { textOf } from '../support/form-facts.ts'
import { short } from '../support/messages.ts'

const TITLE = /《[^《》]{2,}》/u
const NUMBER = /[〔［【[(（]((?:19|20)\d{2})[〕］】\])）]\s*(?:第\s*)?\d+\s*号/gu
/** A meeting, a programme of an authority or a law is named without a number. */
const OTHER = /会议|纪要|批复|批示|法$|条例|规划|方案|合同|协议|职责|三定/u
const SHORTEST = 4

export const policyBasis = defineGoalCheck({
  id: 'GO-024',
  title: '立项依据写明文件名称和文号，且不晚于申报',
  titleEn: 'The policy basis names a document that existed when the goal was set',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-all',
  basis: 'practice',
  cites: ['practice#policy-basis', 'definition#date-order'],
  rule: '立项依据含有《文件名称》或文号；文号的年份不晚于申报年度',
  remedy: '写明文件名称和文号；更正文号的年份。',
  remedyEn: 'Name the document and its number; correct the year.',
  run({ declaration }, report) {
    const cell = declaration.head.basis
    const { text } = textOf(cell)
    if (!cell || text.length < SHORTEST) return
    const view = viewDeclaration(declaration)
    const numbers = [...text.matchAll(NUMBER)]
    // A document of the declaration's own year may still be older than it.
    const late = declaration.year > 0 ? numbers.find((match) => Number(match[1]) > declaration.year) : undefined
    if (late)
      report({
        ...onDeclaration(view, 'head.basis', cell),
        verdict: 'outside',
        printed: late[0],
        expected: `${declaration.year}年及以前的文件`,
        message: `立项依据“${late[0]}”晚于申报年度${declaration.year}年。`,
        messageEn: `The policy basis ${late[0]} is later than the declaration, ${declaration.year}.`,
      })
    else if (numbers.length === 0 && !TITLE.test(text) && !OTHER.test(text))
      report({
        ...onDeclaration(view, 'head.basis', cell),
        verdict: 'outside',
        printed: short(text),
        expected: '文件名称和文号',
        message: `立项依据“${short(text)}”没有写明文件名称和文号。`,
        messageEn: `The policy basis “${short(text)}” names no document.`,
      })
  },
})
