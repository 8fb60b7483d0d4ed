import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import { spendingOf } from '../../engine/execution.ts'
import { working } from '../../engine/proof.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import { costRows } from '../support/cost-rows.ts'

/** A limit above the money that was there limits nothing. A multi-year cap is a reason that someone has to give. */
export const costTargetWithinBudget = defineFormCheck({
  id: 'SE-072',
  title: '成本指标值不超过全年预算数',
  titleEn: 'A cost limit does not exceed the budget',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#cost-within-budget'],
  rule: '成本指标值（上限） ≤ 全年预算数',
  remedy: '按调整后的预算修改成本指标值，或说明口径（如跨年度总成本）',
  remedyEn: 'Adjust the limit to the budget, or state its scope.',
  run({ form, rules }, report) {
    const rows = costRows(form)
    if (rows.length === 0) return
    const spending = spendingOf(form, form.funds.total, rules)
    if (!spending) return
    for (const { indicator, target } of rows) {
      if (!target || indicator.comparison?.direction === 'forward' || !certainlyExceeds(target, spending.budget))
        continue
      const { row, index } = indicator
      const field = indicatorField(index, 'target')
      const budget = spending.budgetField.cell.printed
      report({
        field,
        also: [spending.budgetField.field],
        verdict: 'outside',
        printed: row.target.printed,
        expected: `≤ ${budget}`,
        message: `${indicatorName(indicator)}的指标值${row.target.printed}大于全年预算数${budget}`,
        messageEn: `${indicatorNameEn(indicator)}: the limit ${row.target.printed} exceeds the budget ${budget}.`,
        proof: working(
          form,
          {
            formula: '成本指标值 ≤ 全年预算数',
            filledIn: `${row.target.printed} ≤ ${budget}`,
            result: '不成立',
            verdict: 'outside',
          },
          [
            ['成本指标值', field],
            ['全年预算数', spending.budgetField.field],
          ],
        ),
      })
    }
  },
})
