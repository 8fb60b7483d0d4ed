/** MO-008: what was counted until now cannot become less by the end of the year. */
import { defineMonitoringCheck } from '../../engine/check.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import { measureOf } from '../../kernel/units.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { onColumn, printedIn, viewMonitoring } from '../support/monitored.ts'
import { COUNTED_MEASURES } from '../support/monitored-lights.ts'

export const forecastNotBelow = defineMonitoringCheck({
  id: 'MO-008',
  title: '累计指标的全年预计完成值不小于已完成值',
  titleEn: 'A counted indicator’s forecast is no less than what was reached',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable', 'caiyu-2019-136#form-columns'],
  rule: '计数的正向指标：全年预计完成 ≥ 1—7月执行',
  remedy: '核对已完成值和全年预计完成值。',
  remedyEn: 'Check both values.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const row of view.rows) {
      const { untilNow, expected } = row
      if (!untilNow || !expected || untilNow.direction !== 'forward' || untilNow.isPercent) continue
      if (untilNow.unit !== expected.unit || !COUNTED_MEASURES.has(measureOf(untilNow.unit) ?? '')) continue
      if (untilNow.actualOperator !== undefined || expected.actualOperator !== undefined) continue
      if (!certainlyExceeds(untilNow.actual, expected.actual)) continue
      const [actual, forecast] = [printedIn(row, 'actual'), printedIn(row, 'forecast')]
      report({
        ...onColumn(view, row, 'forecast', ['actual']),
        verdict: 'outside',
        printed: forecast,
        expected: `≥ ${actual}`,
        message: `${rowName(row.facts)}已完成${actual}，全年预计却只有${forecast}。`,
        messageEn: `${rowNameEn(row.facts)}: ${actual} reached, ${forecast} expected of the year.`,
      })
    }
  },
})
