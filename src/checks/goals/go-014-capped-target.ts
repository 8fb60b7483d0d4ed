/** GO-014: shares of a whole lie between 0 and 100 %; ≥100 % of such a share means =100 %, and >100 % cannot be reached. */
import { defineGoalCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { isCappedRatio } from '../support/capped-ratio.ts'
import { type DeclaredRow, onRows, viewDeclaration } from '../support/declaration.ts'
import { rowName, rowNameEn } from '../support/messages.ts'

/** `impossible`: no value can reach it; `loose`: ≥100 %, which says more than it means. */
const problemOf = ({ facts: { view } }: DeclaredRow): 'impossible' | 'loose' | undefined => {
  const { target, row } = view
  if (target.kind !== 'number' || !target.isPercent || !isCappedRatio(row)) return undefined
  if (target.operator === '≤' || target.operator === '<') return undefined
  const side = target.value.compare(Decimal.hundred)
  if (side > 0 || target.value.isNegative()) return 'impossible'
  if (side < 0) return undefined
  return target.operator === '>' ? 'impossible' : target.operator === '≥' ? 'loose' : undefined
}

export const declaredRatioCapped = defineGoalCheck({
  id: 'GO-014',
  title: '有上限的比率，指标值在0—100%之间',
  titleEn: 'The target of a capped ratio lies between 0 and 100 %',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#ratio-range'],
  rule: '合格率、覆盖率、满意度等：0 ≤ 指标值 ≤ 100%，不写“>100%”；“≥100%”应写“=100%”',
  remedy: '指标值改为100%或可以达到的比率。',
  remedyEn: 'Set the target to 100 % or to a reachable ratio.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const row of live) {
        const problem = problemOf(row)
        if (!problem) continue
        const { text } = row.facts.target
        report({
          ...onRows(view, [row], 'target'),
          severity: problem === 'loose' ? 'info' : row.declared.target.unsure ? 'warning' : 'error',
          verdict: 'outside',
          printed: text,
          expected: problem === 'loose' ? '=100%' : '0—100%',
          message: `${rowName(row.facts)}是不会超过100%的比率，指标值却写${text}。`,
          messageEn: `${rowNameEn(row.facts)} is a ratio that cannot exceed 100 %; its target reads ${text}.`,
          proof: () =>
            proof({
              formula: '0 ≤ 指标值 ≤ 100%',
              filledIn: `0 ≤ ${text} ≤ 100%`,
              result: '不成立',
              verdict: 'outside',
              inputs: [{ name: '指标值', printed: row.declared.target.printed, position: row.declared.target.at }],
            }),
        })
      }
  },
})
