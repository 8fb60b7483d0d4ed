/** WD-005: the rate beside a task is what was spent over what was budgeted. */
import { numberOf, onDepartment, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { judgeRatioPercent } from '../../engine/verdict.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

export const taskRate = defineAssessmentCheck({
  id: 'WD-005',
  title: '任务的执行率等于执行数除以预算数',
  titleEn: 'The rate of a task is spent over budgeted',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '执行率 = 执行数 ÷ 预算数 × 100%',
  remedy: '重算执行率，或核对预算数和执行数',
  remedyEn: 'Recompute the rate, or check the amounts.',
  run({ departments }, report) {
    for (const form of departments)
      for (const [index, { cells }] of form.tasks.entries()) {
        const { rate: cell, budgetTotal, executedTotal } = cells
        const read = cell && readPrintedNumber(cell.printed)
        const budget = numberOf(budgetTotal)
        const executed = numberOf(executedTotal)
        if (read?.kind !== 'number' || !read.isPercent || !budget?.isPositive() || !executed) continue
        const judged = judgeRatioPercent(read.value, { value: executed, power: 0 }, { value: budget, power: 0 })
        if (judged.verdict !== 'outside' && judged.verdict !== 'cut-pattern') continue
        const name = cells.name?.printed ?? ''
        report({
          ...onDepartment(`tasks[${index}].rate`, cell!),
          severity: judged.verdict === 'cut-pattern' ? 'info' : surely('error', cell, budgetTotal, executedTotal),
          verdict: judged.verdict,
          printed: cell!.printed,
          expected: `${judged.expected}%`,
          message: `“${name}”执行率印为${cell!.printed}，${executedTotal!.printed} ÷ ${budgetTotal!.printed} 是${judged.expected}%`,
          messageEn: `The rate is printed ${cell!.printed}; the amounts give ${judged.expected} %.`,
        })
      }
  },
})
