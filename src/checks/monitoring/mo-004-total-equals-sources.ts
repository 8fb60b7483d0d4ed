/** MO-004: the total of each column is the sum of its sources. */
import type { MonitoredFundColumn } from '../../domain/monitoring.ts'
import { surely } from '../../engine/assessment.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { sumFinding } from '../support/plan-money.ts'

const COLUMNS: readonly (readonly [MonitoredFundColumn, string, string])[] = [
  ['initialBudget', '年初预算数', 'initial budget'],
  ['adjustment', '调整数', 'adjustment'],
  ['adjustedBudget', '全年预算数', 'adjusted budget'],
  ['executed', '执行数', 'executed amount'],
  ['forecast', '全年预计执行数', 'forecast'],
]

export const monitoredTotals = defineMonitoringCheck({
  id: 'MO-004',
  title: '监控表资金总额等于各来源之和',
  titleEn: 'The fund total equals the sum of its sources',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-all',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'definition#printed-interval'],
  rule: '资金总额 = Σ 各来源（年初预算数、执行数、全年预计执行数各栏分别成立）',
  remedy: '核对各来源的金额，改正合计或改正来源。',
  remedyEn: 'Correct the total or its sources.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    const { total, sources } = view
    if (!total || sources.length === 0) return
    const isComplete = sources.some(({ key }) => key === 'other') || sources.length > 2
    for (const [column, name, nameEn] of COLUMNS) {
      const sum = total.amounts[column]
      const parts = sources.flatMap(({ amounts }) => amounts[column] ?? [])
      const found = sum && sumFinding(sum, parts, isComplete)
      if (!sum || !found) continue
      const expected = found.judged.expected.toString()
      report({
        ...onMonitoring(
          view,
          sum.field,
          sum.cell,
          parts.map(({ field }) => field),
        ),
        severity: surely(found.severity, sum.cell, ...parts.map(({ cell }) => cell)),
        verdict: found.judged.verdict,
        printed: sum.cell.printed,
        expected,
        message: `${name}合计${sum.cell.printed}与各来源之和不等：${found.terms} = ${expected}${found.hasBlank ? '（有来源栏空白）' : ''}`,
        messageEn: `The total ${nameEn} ${sum.cell.printed} differs from its sources: ${found.terms} = ${expected}.`,
        proof: found.proof,
      })
    }
  },
})
