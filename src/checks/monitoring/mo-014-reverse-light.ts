/** MO-014: the light of an indicator of which less is better: the bound of the year is already passed. */
import { defineMonitoringCheck } from '../../engine/check.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { onColumn, printedIn, viewMonitoring } from '../support/monitored.ts'
import { LIGHT_NAMES, rowLight } from '../support/monitored-lights.ts'

export const reverseLight = defineMonitoringCheck({
  id: 'MO-014',
  title: '反向指标的灯号',
  titleEn: 'The light of a reverse indicator',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-lights'],
  rule: '反向指标：完成值 ≤ 年度指标值为绿灯，否则红灯',
  remedy: '查明超出的原因，采取措施。',
  remedyEn: 'Find out why the bound was passed, and act.',
  run({ monitoring, rules }, report) {
    const view = viewMonitoring(monitoring)
    for (const row of view.rows) {
      const light = rowLight(row, monitoring.months, rules)
      if (light?.kind !== 'reverse' || light.light !== 'red') continue
      const [actual, target] = [printedIn(row, 'actual'), printedIn(row, 'target')]
      report({
        ...onColumn(view, row, 'actual', ['target']),
        sources: [rules.monitoringLights!.source],
        verdict: 'outside',
        printed: actual,
        expected: target,
        message: `${rowName(row.facts)}${LIGHT_NAMES.red}：已达到${actual}，超过年度指标值${target}。`,
        messageEn: `${rowNameEn(row.facts)} has a red light: ${actual} is beyond ${target}.`,
      })
    }
  },
})
