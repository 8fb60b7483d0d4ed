/** GO-002: the amount asked for is the sum of its sources, for the year and for the whole period. */
import { surely } from '../../engine/assessment.ts'
import { defineGoalCheck } from '../../engine/check.ts'
import { onDeclaration, termName, viewDeclaration } from '../support/declaration.ts'
import { sumFinding } from '../support/plan-money.ts'

export const declaredTotalEqualsSources = defineGoalCheck({
  id: 'GO-002',
  title: '申报资金总额等于各来源之和',
  titleEn: 'The amount asked for equals the sum of its sources',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-all',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'definition#printed-interval'],
  rule: '资金总额 = 财政拨款 + 上年结转 + 其他资金（年度、中期分别成立）',
  remedy: '核对各来源的金额，改正总额或改正来源。',
  remedyEn: 'Correct the total or its sources.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { term, total, sources, isComplete } of view.money) {
      const found = total && sumFinding(total, sources, isComplete)
      if (!total || !found) continue
      const { judged, severity, terms, hasBlank, proof } = found
      const expected = judged.expected.toString()
      report({
        ...onDeclaration(
          view,
          total.field,
          total.cell,
          sources.map(({ field }) => field),
        ),
        severity: surely(severity, total.cell, ...sources.map(({ cell }) => cell)),
        verdict: judged.verdict,
        printed: total.cell.printed,
        expected,
        message: `${termName(term)}资金总额${total.cell.printed}与各来源之和不等：${terms} = ${expected}${hasBlank ? '（有来源栏空白）' : ''}`,
        messageEn: `The total ${total.cell.printed} differs from its sources: ${terms} = ${expected}.`,
        proof,
      })
    }
  },
})
