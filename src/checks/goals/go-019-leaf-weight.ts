/** GO-019: every indicator carries points, and none carries most of them. */
import { defineGoalCheck } from '../../engine/check.ts'
import { maximum } from '../../kernel/decimal.ts'
import { admissible } from '../../law/self-evaluation-rules.ts'
import { onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn } from '../support/messages.ts'

export const declaredLeafWeight = defineGoalCheck({
  id: 'GO-019',
  title: '单个指标的分值大于0，且不过于集中',
  titleEn: 'Every weight is positive and none carries too much',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#leaf-weight'],
  rule: '0 < 单个三级指标的分值 ≤ 总分 × 规则包的上限比例',
  remedy: '为指标分配分值，或把分值过大的指标拆成几个可衡量的指标。',
  remedyEn: 'Give the indicator points, or split the one that carries too many.',
  run({ declaration, rules }, report) {
    const view = viewDeclaration(declaration)
    const share = rules.maxLeafWeight
    const limit = share && admissible(share).reduce(maximum).multiply(rules.totalWeight.value).normalize()
    for (const { live } of view.sets) {
      // Where no indicator has points the form does not weigh them.
      if (!live.some(({ facts }) => facts.view.weight.number?.isPositive())) continue
      for (const row of live) {
        const { number } = row.facts.view.weight
        const isNothing = number !== undefined && !number.isPositive()
        const isTooMuch = number !== undefined && limit !== undefined && number.compare(limit) > 0
        if (!isNothing && !isTooMuch) continue
        const { printed } = row.declared.more.weight!
        report({
          ...onRows(view, [row], 'weight'),
          ...(isTooMuch ? { sources: [share!.source] } : {}),
          verdict: 'outside',
          printed,
          expected: isNothing ? '大于0的分值' : `≤ ${limit}`,
          message: isNothing
            ? `${rowName(row.facts)}的分值是${printed}，等于没有考核。`
            : `${rowName(row.facts)}一项占${printed}分，超过${limit}分。`,
          messageEn: isNothing
            ? `${rowNameEn(row.facts)} carries ${printed} points.`
            : `${rowNameEn(row.facts)} alone carries ${printed} points, more than ${limit}.`,
        })
      }
    }
  },
})
