/** MO-013: the light of an indicator of which more is better. */
import { defineMonitoringCheck } from '../../engine/check.ts'
import { showFraction } from '../../engine/fraction.ts'
import { proof } from '../../engine/proof.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { onColumn, printedIn, viewMonitoring } from '../support/monitored.ts'
import { LIGHT_NAMES, rowLight } from '../support/monitored-lights.ts'

export const forwardLight = defineMonitoringCheck({
  id: 'MO-013',
  title: '正向指标的进度灯号',
  titleEn: 'The light of a forward indicator',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-lights'],
  rule: '计数的正向指标 v = 完成值 ÷ (年度指标值 × 月数 ÷ 12)：低于60%红灯，60%（含）—80%黄灯，80%（含）—120%（含）绿灯，高于120%蓝灯',
  remedy: '关注落后的指标；大幅超前的核实指标值是否偏低。',
  remedyEn: 'Watch what is behind; ask of what is far ahead whether its target was too low.',
  run({ monitoring, rules }, report) {
    const view = viewMonitoring(monitoring)
    for (const row of view.rows) {
      const light = rowLight(row, monitoring.months, rules)
      if (light?.kind !== 'forward' || light.light === 'green' || !light.share) continue
      const { months } = monitoring
      const [actual, target] = [printedIn(row, 'actual'), printedIn(row, 'target')]
      const value = showFraction(light.share)
      report({
        ...onColumn(view, row, 'actual', ['target']),
        sources: [rules.monitoringLights!.source],
        verdict: 'outside',
        printed: actual,
        expected: LIGHT_NAMES.green,
        message: `${rowName(row.facts)}${LIGHT_NAMES[light.light]}：${actual} ÷ (${target} × ${months}/12) = ${value}`,
        messageEn: `${rowNameEn(row.facts)} has a ${light.light} light: ${actual} ÷ (${target} × ${months}/12) = ${value}.`,
        proof: () =>
          proof({
            formula: 'v = 完成值 ÷ (年度指标值 × 月数 ÷ 12)',
            filledIn: `${actual} ÷ (${target} × ${months} ÷ 12)`,
            result: value,
            verdict: 'outside',
            inputs: (['actual', 'target'] as const).flatMap((column) => {
              const cell = row.indicator.cells[column]
              const field = `indicators[${row.facts.index}].${column}`
              return cell
                ? [
                    {
                      name: column === 'actual' ? '完成值' : '年度指标值',
                      printed: cell.printed,
                      field,
                      position: cell.at,
                    },
                  ]
                : []
            }),
          }),
      })
    }
  },
})
