/** GO-011: two indicators of one framework under one name measure the same thing twice. */
import { defineGoalCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { similarity, textKey } from '../../kernel/normalize.ts'
import { textThreshold } from '../../law/wordlists.ts'
import { type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, short } from '../support/messages.ts'

const SIMILAR = textThreshold('similarShare')
/** Shorter names are alike by chance. */
const SHORTEST = 10
const MOST_PAIRS_ROWS = 200

const keyOf = ({ facts }: DeclaredRow): string => textKey(facts.name.text)

/** 一期 and 二期, 男 and 女: names that differ in numbers measure different things. */
const isAlike = (a: string, b: string): boolean => {
  if (a.length < SHORTEST || b.length < SHORTEST || /\d/.test(a) || /\d/.test(b)) return false
  const share = similarity(a, b)
  return Decimal.of(Math.round(share * 1000), 3).compare(SIMILAR) >= 0
}

export const namesDiffer = defineGoalCheck({
  id: 'GO-011',
  title: '同一表内不重复设指标',
  titleEn: 'No indicator stands twice',
  kind: 'S',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#duplicate-indicator'],
  rule: '同一套指标中没有名称相同的指标；名称相似度达到上限的提示核实',
  remedy: '合并重复的指标，或改写名称以示区别。',
  remedyEn: 'Merge the two, or tell them apart by name.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets) {
      const rows = live.filter((row) => row.facts.name.text !== '').slice(0, MOST_PAIRS_ROWS)
      rows.forEach((row, i) => {
        const key = keyOf(row)
        const same = rows.slice(0, i).find((other) => keyOf(other) === key)
        const alike = same ?? rows.slice(0, i).find((other) => isAlike(keyOf(other), key))
        if (!alike) return
        report({
          ...onRows(view, [row, alike], 'level3'),
          severity: same ? 'warning' : 'info',
          verdict: 'outside',
          printed: short(row.facts.name.text),
          expected: '名称各不相同的指标',
          message: `${rowName(row.facts)}与${rowName(alike.facts)}${same ? '名称相同' : '名称几乎相同'}。`,
          messageEn: `Rows ${alike.facts.index + 1} and ${row.facts.index + 1} have ${same ? 'the same name' : 'nearly the same name'}.`,
        })
      })
    }
  },
})
