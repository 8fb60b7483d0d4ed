import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { working } from '../../engine/proof.ts'

const NOT_APPLICABLE = new Set(['无', '不涉及', '不涉及此项内容', '不适用', '本项目不涉及'])

/** The name must be 无 as well: "投诉次数：无" is a target, a row that is 无 throughout measures nothing. */
export const droppedIndicatorWithoutPoints = defineFormCheck({
  id: 'SE-048',
  title: '不适用的指标不占分值',
  titleEn: 'An indicator that does not apply carries no points',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#rebase-dropped'],
  rule: '名称、指标值都是“无”或“不涉及”的行，分值为0，其分值按规则分到其余指标',
  remedy: '把该行分值改为0，其余指标按 w × 总分 ÷ Σw 折算，并说明原因',
  remedyEn: 'Set the row’s weight to 0 and re-base the others, with a reason.',
  run({ form }, report) {
    for (const indicator of form.indicators) {
      const { row, weight, index } = indicator
      if (!weight.number?.isPositive() || !NOT_APPLICABLE.has(row.target.printed)) continue
      if (!NOT_APPLICABLE.has(row.level3.printed)) continue
      report({
        field: weight.field,
        also: [indicatorField(index, 'target')],
        verdict: 'outside',
        printed: weight.cell.printed,
        expected: '0',
        message: `${indicatorName(indicator)}写明“${row.target.printed}”，仍占${weight.cell.printed}分`,
        messageEn: `${indicatorNameEn(indicator)} does not apply and still carries ${weight.cell.printed} points.`,
        proof: working(
          form,
          {
            formula: '不适用的指标：分值 = 0',
            filledIn: `${weight.cell.printed} = 0`,
            result: '不成立',
            verdict: 'outside',
          },
          [
            ['指标值', indicatorField(index, 'target')],
            ['分值', weight.field],
          ],
        ),
      })
    }
  },
})
