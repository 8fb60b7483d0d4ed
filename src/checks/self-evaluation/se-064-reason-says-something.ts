/** SE-064: 受疫情影响 alone explains nothing: what was affected, by how much, what follows? */
import { defineFormCheck } from '../../engine/check.ts'
import { textCount, wordSet } from '../../law/wordlists.ts'
import { factsOf, groupedRows, type RowFacts, saysNone } from '../support/form-facts.ts'
import { placeOf, quote, rowName, rowNameEn } from '../support/messages.ts'

const EMPTY = wordSet('emptyReasons')
const SHORTEST = textCount('reasonLength')
const END = /(?<![，。；、,;.！!])[，。；、,;.！!]+$/u

const isFormula = ({ isCut, deviation }: RowFacts): boolean => {
  if (!isCut || saysNone(deviation.text)) return false
  const text = deviation.text.replace(END, '')
  return text.length < SHORTEST || EMPTY.has(text)
}

export const reasonSaysSomething = defineFormCheck({
  id: 'SE-064',
  title: '扣分原因写得具体',
  titleEn: 'The reason for a deduction is more than a formula',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#cause-in-words'],
  rule: '原因不是“受疫情影响”“有待提高”一类的套话',
  remedy: '写明什么原因、影响了哪一项、影响多少、如何改进。',
  remedyEn: 'Say what happened, what it affected, by how much, and what is done about it.',
  run({ form }, report) {
    for (const rows of groupedRows(factsOf(form).live, isFormula))
      report({
        verdict: 'undecided',
        printed: rows[0]!.deviation.text,
        expected: '具体原因和措施',
        message: `${rowName(rows[0]!)}扣分原因只写${quote(rows[0]!.deviation.text)}，没有说明具体情况。`,
        messageEn: `${rowNameEn(rows[0]!)}: the reason is only a formula.`,
        ...placeOf(rows, 'deviation'),
      })
  },
})
