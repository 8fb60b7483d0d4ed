/** SE-141: the actual repeats the target word for word, and points were lost with a reason: one of the two is not right. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, type RowFacts, saysNone } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'

const contradicts = ({ isCut, target, actual, deviation }: RowFacts): boolean =>
  isCut && actual.text !== '' && actual.text === target.text && !saysNone(deviation.text)

export const deductionFitsActual = defineFormCheck({
  id: 'SE-141',
  title: '扣分的指标，完成值与指标值有差别',
  titleEn: 'An indicator that lost points has an actual unlike its target',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#deduction-consistent'],
  rule: '完成值 = 指标值时不应扣分；扣分时完成值应反映差距',
  remedy: '完成值写明实际差距，或改正得分。',
  remedyEn: 'Let the actual show the gap, or correct the score.',
  *run({ form }) {
    for (const row of factsOf(form).live) {
      if (!contradicts(row)) continue
      const { score, weight } = row.view
      yield {
        ...placeOf([row], 'score'),
        verdict: 'undecided',
        printed: `${row.actual.text}，${score.cell.printed}/${weight.cell.printed}`,
        expected: `${weight.cell.printed}，或与指标值不同的完成值`,
        message: `${rowName(row)}完成值与指标值相同（${row.actual.text}），却扣了分（${score.cell.printed}/${weight.cell.printed}），完成值没有反映差距。`,
        messageEn: `${rowNameEn(row)}: the actual equals the target, yet points were lost.`,
      }
    }
  },
})
