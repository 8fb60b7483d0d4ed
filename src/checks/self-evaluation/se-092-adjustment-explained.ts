/** SE-092: a budget changed during the year has its own reason, where the pack asks for it (Sichuan). */
import { defineFormCheck } from '../../engine/check.ts'
import { anyOf } from '../../law/wordlists.ts'
import { explanations } from '../support/explanations.ts'
import { factsOf } from '../support/form-facts.ts'
import { amountOf } from '../support/fund-amounts.ts'

const ADJUSTED = new RegExp(`调整|追加|调增|调减|下达|压减|收回|${anyOf('moneyWords')}`, 'u')

export const adjustmentExplained = defineFormCheck({
  id: 'SE-092',
  title: '年中预算调整写明理由',
  titleEn: 'A budget adjusted during the year gives its reason',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice-sichuan-2023#adjustment'],
  rule: '规则包要求时：年初预算 ≠ 调整后预算，须有调整理由',
  remedy: '补写预算调整的依据和理由。',
  remedyEn: 'Give the ground for the adjustment.',
  run({ form, rules }, report) {
    if (!rules.isAdjustmentReasonRequired?.value) return
    const columns = form.funds.total?.columns
    const [initial, adjusted] = [amountOf(columns?.initialBudget), amountOf(columns?.fullYearBudget)]
    if (!initial || !adjusted || initial.equals(adjusted)) return
    if (explanations(factsOf(form)).some((text) => ADJUSTED.test(text))) return
    report({
      field: 'funds.total.fullYearBudget',
      also: ['funds.total.initialBudget'],
      sources: [rules.isAdjustmentReasonRequired.source],
      verdict: 'outside',
      printed: `${columns!.initialBudget!.cell.printed} → ${columns!.fullYearBudget!.cell.printed}`,
      expected: '调整理由',
      message: `预算由${columns!.initialBudget!.cell.printed}调整为${columns!.fullYearBudget!.cell.printed}，没有写调整理由。`,
      messageEn: `The budget went from ${columns!.initialBudget!.cell.printed} to ${columns!.fullYearBudget!.cell.printed} without a reason.`,
    })
  },
})
