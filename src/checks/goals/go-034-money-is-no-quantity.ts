/** GO-034: an amount of money is cost, not output. */
import { defineGoalCheck } from '../../engine/check.ts'
import { measureOf } from '../../kernel/units.ts'
import { onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn } from '../support/messages.ts'

export const moneyIsNoQuantity = defineGoalCheck({
  id: 'GO-034',
  title: '数量指标不以金额作指标值',
  titleEn: 'A quantity indicator has no amount of money as its target',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#money-is-no-quantity', 'proposal#right-group'],
  rule: '数量指标的计量单位不是元',
  remedy: '改填完成的数量，把金额移到成本指标。',
  remedyEn: 'State what is delivered, and move the amount to the costs.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const row of live) {
        const { facts } = row
        const { target } = facts.view
        if (facts.group !== 'quantity' || target.kind !== 'number' || target.per !== '') continue
        if (measureOf(target.unit) !== 'money' || target.before.length + target.after.length > 2) continue
        report({
          ...onRows(view, [row], 'target'),
          verdict: 'outside',
          printed: facts.target.text,
          expected: '完成的数量',
          message: `${rowName(facts)}是数量指标，指标值“${facts.target.text}”却是金额。`,
          messageEn: `${rowNameEn(facts)} is a quantity indicator with an amount of money as its target.`,
        })
      }
  },
})
