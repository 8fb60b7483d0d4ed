/** SE-140: the reason says that points were taken off, the score is full; or it says 0 points, and there are some. */
import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { anyOf, patternOf } from '../../law/wordlists.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { quote, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'

const DEDUCTED = patternOf('deductionPatterns')
const ZERO = patternOf('zeroScorePatterns')
/** 每少一次扣1分 is a rule of scoring, no deduction. */
const CONDITION = new RegExp(anyOf('deductionConditions'), 'u')

const saysDeducted = ({ deviation, isFull }: RowFacts): string | undefined =>
  isFull && !CONDITION.test(deviation.text) ? DEDUCTED.exec(deviation.text)?.[0] : undefined

const saysZero = ({ deviation, view }: RowFacts): string | undefined =>
  view.score.number?.isPositive() && !CONDITION.test(deviation.text) ? ZERO.exec(deviation.text)?.[0] : undefined

export const announcedDeductionMade = defineFormCheck({
  id: 'SE-140',
  title: '写明扣分的，得分确有扣减',
  titleEn: 'Points said to be taken off are taken off',
  kind: 'T',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact', 'proposal#deduction-consistent'],
  rule: '原因写“扣分”时得分 < 分值；写“此项0分”时得分 = 0',
  remedy: '按说明扣减得分，或改正说明。',
  remedyEn: 'Take the points off, or correct the reason.',
  *run({ form }) {
    for (const row of factsOf(form).live) {
      if (!(row.deviation.bits & HAS.deduct)) continue
      const said = saysDeducted(row) ?? saysZero(row)
      if (said === undefined) continue
      const { score, weight } = row.view
      yield {
        field: indicatorField(row.index, 'score'),
        also: [indicatorField(row.index, 'deviation')],
        verdict: 'outside',
        printed: score.cell.printed,
        expected: row.isFull ? `低于${weight.cell.printed}` : '0',
        message: `${rowName(row)}偏差原因写${quote(said)}，得分却是${score.cell.printed}（分值${weight.cell.printed}）。`,
        messageEn: `${rowNameEn(row)}: the reason says points were taken off, the score is ${score.cell.printed} of ${weight.cell.printed}.`,
      }
    }
  },
})
