/** SE-093: money left at the year’s end has a cause and goes somewhere. Small remainders are ordinary saving. */
import { defineFormCheck } from '../../engine/check.ts'
import { textThreshold } from '../../law/wordlists.ts'
import { explainsExecution } from '../support/explanations.ts'
import { factsOf } from '../support/form-facts.ts'
import { totalFunds } from '../support/fund-amounts.ts'

const NOTABLE = textThreshold('notableRemainder')

export const remainderExplained = defineFormCheck({
  id: 'SE-093',
  title: '结余资金写明原因和去向',
  titleEn: 'Money left has a cause and a destination',
  kind: 'T',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#low-execution-reason'],
  rule: '未执行的金额达到预算的二十分之一时，表内有原因或去向说明',
  remedy: '写明结余的原因，以及已上缴、结转还是继续使用。',
  remedyEn: 'Say why money is left, and whether it was returned or carried over.',
  run({ form, rules }, report) {
    const funds = totalFunds(form, rules)
    if (!funds || funds.executed.isNegative()) return
    const left = funds.budget.subtract(funds.executed)
    if (left.compare(funds.budget.multiply(NOTABLE)) < 0) return
    // Below the pack's limit the warning of SE-091 says it already.
    if (funds.executed.compare(funds.budget.multiply(rules.lowExecutionRate.value)) < 0) return
    if (explainsExecution(factsOf(form))) return
    report({
      field: form.funds.total?.columns.rate ? 'funds.total.rate' : 'funds.total.executed',
      verdict: 'outside',
      printed: form.funds.total?.columns.rate?.cell.printed || funds.executedField.cell.printed,
      expected: '结余原因和去向',
      message: `预算${funds.budgetField.cell.printed}，执行${funds.executedField.cell.printed}，剩余资金的原因和去向没有说明。`,
      messageEn: `${funds.executedField.cell.printed} of ${funds.budgetField.cell.printed} was used; nothing says why money is left or where it goes.`,
    })
  },
})
