/** SE-140: the reason says that the indicator has 0 points, and the score is none. Other deductions are SE-104's. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { anyOf, patternOf } from '../../law/wordlists.ts'
import { factsOf } from '../support/form-facts.ts'
import { quote, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'

const ZERO = patternOf('zeroScorePatterns')
/** 未提供材料的此项不得分 inside a rule of scoring is no statement about this indicator. */
const CONDITION = new RegExp(anyOf('deductionConditions'), 'u')

export const announcedZeroGiven = defineFormCheck({
  id: 'SE-140',
  title: '写明得0分的指标，得分为0',
  titleEn: 'An indicator said to have no points has none',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact', 'proposal#deduction-consistent'],
  rule: '原因写“此项得0分”“此项不得分”时，得分 = 0',
  remedy: '按说明改正得分，或改正说明。',
  remedyEn: 'Correct the score, or the reason.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      if (!(row.deviation.bits & HAS.deduct) || !row.view.score.number?.isPositive()) continue
      const said = CONDITION.test(row.deviation.text) ? undefined : ZERO.exec(row.deviation.text)?.[0]
      if (said === undefined) continue
      const { score } = row.view
      report({
        field: indicatorField(row.index, 'score'),
        also: [indicatorField(row.index, 'deviation')],
        verdict: 'outside',
        printed: score.cell.printed,
        expected: '0',
        message: `${rowName(row)}偏差原因写${quote(said)}，得分却是${score.cell.printed}。`,
        messageEn: `${rowNameEn(row)}: the reason says 0 points, the score is ${score.cell.printed}.`,
      })
    }
  },
})
