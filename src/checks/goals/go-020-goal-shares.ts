/** GO-020: goals that carry shares share the whole. */
import { TERMS } from '../../domain/goal-declaration.ts'
import { defineGoalCheck } from '../../engine/check.ts'
import { proof } from '../../engine/proof.ts'
import { Decimal, sum } from '../../kernel/decimal.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'
import { onDeclaration, termName, viewDeclaration } from '../support/declaration.ts'

export const goalShares = defineGoalCheck({
  id: 'GO-020',
  title: '各目标占比合计为100%',
  titleEn: 'The shares of the goals add up to 100 %',
  kind: 'A',
  severity: 'fatal',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice-tianjin#goal-shares', 'definition#form-arithmetic'],
  rule: '列有目标占比的，Σ 目标占比 = 100%',
  remedy: '核对各目标的占比，使合计为100%。',
  remedyEn: 'Correct the shares so that they add up to 100 %.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const term of TERMS) {
      const goals = declaration.goals.flatMap((goal, i) => (goal.term === term ? [{ goal, i }] : []))
      const shares = goals.flatMap(({ goal: { ratio }, i }) => {
        const read = ratio ? readPrintedNumber(ratio.printed) : undefined
        return ratio && read?.kind === 'number' ? [{ ratio, i, value: read.value }] : []
      })
      // One goal without a share leaves the sum open.
      if (shares.length < 2 || shares.length < goals.length) continue
      const total = sum(shares.map(({ value }) => value))
      if (total.equals(Decimal.hundred) || total.equals(Decimal.one)) continue
      const terms = shares.map(({ ratio }) => ratio.printed).join(' + ')
      const printed = total.normalize().toString()
      report({
        ...onDeclaration(
          view,
          `goals[${shares[0]!.i}].ratio`,
          shares[0]!.ratio,
          shares.slice(1).map(({ i }) => `goals[${i}].ratio`),
        ),
        severity: shares.some(({ ratio }) => ratio.unsure) ? 'warning' : 'fatal',
        verdict: 'outside',
        printed,
        expected: '100',
        message: `${termName(term)}各目标占比之和是${printed}，应为100：${terms}`,
        messageEn: `The shares of the goals add up to ${printed}, not 100: ${terms}.`,
        proof: () =>
          proof({
            formula: 'Σ 目标占比 = 100%',
            filledIn: `${terms} = ${printed}`,
            result: '100',
            verdict: 'outside',
            inputs: shares.map(({ ratio, i }) => ({
              name: '目标占比',
              printed: ratio.printed,
              field: `goals[${i}].ratio`,
              position: ratio.at,
            })),
          }),
      })
    }
  },
})
