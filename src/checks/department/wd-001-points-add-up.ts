/** WD-001: weights and scores of a whole department's form add up, those of its money included. */
import type { DepartmentSelfEvaluation } from '../../domain/department-self-evaluation.ts'
import { numberOf, onDepartment, sumOf, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { mayBeRounded } from '../support/sheets.ts'

interface Part {
  readonly weight: Decimal | undefined
  readonly score: Decimal | undefined
}

const partsOf = (form: DepartmentSelfEvaluation): readonly Part[] => {
  const money = form.funds?.rows.total?.cells
  const tasks = form.taskColumns.includes('score') ? form.tasks.filter(({ isTotal }) => !isTotal) : []
  const rows = [
    ...(money?.score || money?.weight ? [money] : []),
    ...tasks.map(({ cells }) => cells),
    ...form.indicators,
  ]
  return rows
    .filter(({ weight, score }) => (weight?.printed ?? '') !== '' || (score?.printed ?? '') !== '')
    .map(({ weight, score }) => ({ weight: numberOf(weight), score: numberOf(score) }))
}

const NAMES = { weight: '分值', score: '得分' } as const

export const departmentPointsAddUp = defineAssessmentCheck({
  id: 'WD-001',
  title: '部门整体自评表的分值和得分之和相符',
  titleEn: 'Weights and scores of the whole department’s form add up',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: 'Σ 分值 = 总分值；Σ 得分 = 总分（含预算执行的分值和得分）',
  remedy: '重算合计，或核对各项',
  remedyEn: 'Recompute the totals, or check the rows.',
  run({ departments }, report) {
    for (const form of departments)
      for (const column of ['weight', 'score'] as const) {
        const cell = column === 'weight' ? form.totalWeight : form.totalScore
        const total = numberOf(cell)
        const parts = partsOf(form)
        const { sum, isIncomplete } = sumOf(parts.map((part) => part[column]))
        if (!cell || !total || isIncomplete || sum.equals(total)) continue
        const rows = parts.flatMap(({ score, weight }) => (score ? [{ score, weight }] : []))
        const isRounding = column === 'score' && mayBeRounded(total, sum, rows)
        report({
          ...onDepartment(column === 'weight' ? 'totalWeight' : 'totalScore', cell),
          severity: isRounding ? 'info' : surely('error', cell),
          verdict: isRounding ? 'rounding-only' : 'outside',
          printed: cell.printed,
          expected: sum.normalize().toString(),
          message: `部门整体自评表${NAMES[column]}合计印为${cell.printed}，各项之和是${sum.normalize()}`,
          messageEn: `The ${column} total is printed ${cell.printed}; the rows add up to ${sum.normalize()}.`,
        })
      }
  },
})
