/** WD-016: the money of the tasks makes the printed sum. */
import type { DepartmentTask, TaskColumn } from '../../domain/department-self-evaluation.ts'
import { numberOf, onDepartment, sumOf, surely, taskAmounts } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { judgeSum } from '../../engine/verdict.ts'
import type { Decimal } from '../../kernel/decimal.ts'

const COLUMNS: Readonly<Partial<Record<TaskColumn, string>>> = {
  budgetTotal: '预算数',
  budgetAppropriation: '预算数·财政拨款',
  budgetOther: '预算数·其他资金',
  executedTotal: '执行数',
  executedAppropriation: '执行数·财政拨款',
  executedOther: '执行数·其他资金',
}

export const taskSums = defineAssessmentCheck({
  id: 'WD-016',
  title: '各任务金额之和等于金额合计',
  titleEn: 'The money of the tasks adds up to the printed sum',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: 'Σ 各任务（含基本支出）的预算数、执行数 = 金额合计',
  remedy: '重算金额合计，或核对各任务的金额',
  remedyEn: 'Recompute the sum, or check the tasks.',
  run({ departments }, report) {
    for (const form of departments) {
      const index = form.tasks.findIndex(({ isTotal }) => isTotal)
      const total: DepartmentTask | undefined = form.tasks[index]
      if (!total) continue
      for (const [column, name] of Object.entries(COLUMNS) as [TaskColumn, string][]) {
        const cell = total.cells[column]
        const printed = numberOf(cell)
        const parts = taskAmounts(form, column)
        const { sum, isIncomplete } = sumOf(parts)
        if (!cell || !printed || isIncomplete) continue
        const { verdict, expected } = judgeSum(
          { value: printed, power: 0 },
          (parts as readonly Decimal[]).map((value) => ({ value, power: 0 })),
        )
        // Amounts in yuan are exact to the cent.
        const isExact = form.unit === '元'
        if (verdict === 'equal' || (!isExact && verdict === 'rounding-only')) continue
        report({
          ...onDepartment(`tasks[${index}].${column}`, cell),
          severity: surely('error', cell, ...form.tasks.map(({ cells }) => cells[column])),
          verdict: 'outside',
          printed: cell.printed,
          expected: expected.toString(),
          message: `部门整体自评表${name}合计印为${cell.printed}，各任务之和是${sum.normalize()}`,
          messageEn: `The sum is printed ${cell.printed}; the tasks add up to ${sum.normalize()}.`,
        })
      }
    }
  },
})
