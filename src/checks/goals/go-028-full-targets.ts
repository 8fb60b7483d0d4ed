/** GO-028: a form in which nearly every target is 100 % or 1 measures little. */
import { defineGoalCheck } from '../../engine/check.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { textThreshold } from '../../law/wordlists.ts'
import { type DeclaredRow, onRows, termName, viewDeclaration } from '../support/declaration.ts'

const LIMIT = textThreshold('fullTargetShare')
/** Of fewer numbers no share can be said. */
const FEWEST = 5

const isFull = ({ facts: { view } }: DeclaredRow): boolean => {
  const { target } = view
  if (target.kind !== 'number') return false
  if (target.isPercent) return target.value.equals(Decimal.hundred)
  return target.power === 0 && target.value.equals(Decimal.one)
}

export const notAllFull = defineGoalCheck({
  id: 'GO-028',
  title: '指标值不大多是100%或1',
  titleEn: 'Not most of the targets are 100 % or 1',
  kind: 'S',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#full-targets'],
  rule: '指标值等于100%或1的指标占定量指标的比例不超过上限',
  remedy: '核实指标值，设定能区分好坏的值。',
  remedyEn: 'Choose targets that tell good from bad.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { term, live } of view.sets) {
      const numbers = live.filter(({ facts }) => facts.view.target.kind === 'number')
      const full = numbers.filter(isFull)
      const limit = LIMIT.multiply(Decimal.of(numbers.length))
      if (numbers.length < FEWEST || Decimal.of(full.length).compare(limit) <= 0) continue
      const percent = LIMIT.shift(2).normalize()
      report({
        ...onRows(view, full, 'target'),
        verdict: 'outside',
        printed: `${full.length}/${numbers.length}`,
        expected: `≤ ${percent}%`,
        message: `${termName(term)}${numbers.length}个定量指标中有${full.length}个指标值是100%或1。`,
        messageEn: `${full.length} of ${numbers.length} quantitative targets are 100 % or 1.`,
      })
    }
  },
})
