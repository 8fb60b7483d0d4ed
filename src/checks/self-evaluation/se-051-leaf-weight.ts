import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { valueInput, working } from '../../engine/proof.ts'
import { maximum } from '../../kernel/decimal.ts'
import { admissible } from '../../law/self-evaluation-rules.ts'

/** rules.md 0.1 row 7: one unmeasurable benefit indicator carried 40 of 100 points. A proposal, so information only. */
export const leafWeightLimited = defineFormCheck({
  id: 'SE-051',
  title: '单个指标的分值不过于集中',
  titleEn: 'No single indicator carries too much of the form',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#leaf-weight'],
  rule: '单个三级指标的分值 ≤ 总分 × 规则包的上限比例',
  remedy: '把该指标拆成几个可衡量的指标，或说明集中的理由',
  remedyEn: 'Split the indicator, or explain the concentration.',
  run({ form, rules }, report) {
    const share = rules.maxLeafWeight
    if (!share) return
    const limit = admissible(share).reduce(maximum).multiply(rules.totalWeight.value).normalize()
    for (const indicator of form.indicators) {
      const { weight } = indicator
      if (!weight.number || weight.number.compare(limit) <= 0) continue
      report({
        field: weight.field,
        sources: [share.source],
        verdict: 'outside',
        printed: weight.cell.printed,
        expected: `≤ ${limit}`,
        message: `${indicatorName(indicator)}一项占${weight.cell.printed}分，超过${limit}分`,
        messageEn: `${indicatorNameEn(indicator)} alone carries ${weight.cell.printed} points, more than ${limit}.`,
        proof: working(
          form,
          {
            formula: '单个指标分值 ≤ 上限',
            filledIn: `${weight.cell.printed} ≤ ${limit}`,
            result: '不成立',
            verdict: 'outside',
          },
          [['分值', weight.field]],
          [valueInput('上限', String(limit))],
        ),
      })
    }
  },
})
