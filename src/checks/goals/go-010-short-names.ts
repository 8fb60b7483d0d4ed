/** GO-010: a name names what is measured; it is short, is no bare verb, and holds no value. */
import { defineGoalCheck } from '../../engine/check.ts'
import { textCount } from '../../law/wordlists.ts'
import { type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn, short } from '../support/messages.ts'
import { isBareAmount, isBareNumber, isBarePercent, isDateOnly, withoutBracket } from '../support/values.ts'

const LONGEST = textCount('nameLength')
const VALUE_INSIDE = /(?<!\d)\d+(?:\.\d+)?(?:[%％]|万?[个人次项份套台家户场元米亩公里]+)(?!以|级|类|期)/u
const BARE_VERB = /^(?:完成|开展|组织|保障|推进|加强|提升|落实|实施|建设|支付|购置|做好)$/u

const problemOf = ({ facts: { name } }: DeclaredRow): readonly [string, string] | undefined => {
  const bare = withoutBracket(name.text)
  if (bare === '') return undefined
  if (isBarePercent(name) || isBareAmount(name) || isDateOnly(name) || isBareNumber(name))
    return ['是数值或日期，不是名称', 'is a value or a date, not a name']
  if (BARE_VERB.test(bare)) return ['只有动词，没有说明考核什么', 'is a verb without an object']
  if (VALUE_INSIDE.test(bare)) return ['含有指标值', 'holds a value']
  return bare.length > LONGEST ? [`超过${LONGEST}个字`, `is longer than ${LONGEST} characters`] : undefined
}

export const namesAreShort = defineGoalCheck({
  id: 'GO-010',
  title: '三级指标名称简短，不含数值',
  titleEn: 'Indicator names are short and hold no value',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#names-short', 'definition#column-meaning'],
  rule: `三级指标名称不超过${LONGEST}个字，不只是动词，不含数值和单位`,
  remedy: '缩短名称，把数值写入指标值栏。',
  remedyEn: 'Shorten the name and put the value into the target column.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const row of live) {
        const problem = problemOf(row)
        if (!problem) continue
        report({
          ...onRows(view, [row], 'level3'),
          verdict: 'outside',
          printed: short(row.facts.name.text),
          expected: '简短的指标名称',
          message: `${rowName(row.facts)}${problem[0]}。`,
          messageEn: `${rowNameEn(row.facts)} ${problem[1]}.`,
        })
      }
  },
})
