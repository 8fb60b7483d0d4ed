/** MO-012: far behind the months passed, and yet certain. */

import { defineMonitoringCheck } from '../../engine/check.ts'
import { showFraction, times } from '../../engine/fraction.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { LIKELIHOOD_NAMES, likelihoodField, likelihoodOf } from '../support/likelihood.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { onMonitoring, printedIn, viewMonitoring } from '../support/monitored.ts'
import { rowLight } from '../support/monitored-lights.ts'

export const certainThoughRed = defineMonitoringCheck({
  id: 'MO-012',
  title: '进度明显落后的指标不选“确定能”',
  titleEn: 'What is far behind is not called certain',
  kind: 'S',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-lights'],
  rule: '完成进度低于序时进度60%（红灯）的计数指标选“确定能”的，提示核实',
  remedy: '核实进度，改选可能性，或在备注中说明下半年的安排。',
  remedyEn: 'Check the progress, change the answer, or explain in the note.',
  run({ monitoring, rules }, report) {
    const view = viewMonitoring(monitoring)
    for (const row of view.rows) {
      const answer = likelihoodOf(row)
      const light = rowLight(row, monitoring.months, rules)
      if (answer.stated.length !== 1 || answer.stated[0] !== 'certain') continue
      if (light?.kind !== 'forward' || light.light !== 'red' || !light.share) continue
      // A note may say why the work falls into the last months.
      if (printedIn(row, 'note') !== '' || printedIn(row, 'causeText') !== '' || printedIn(row, 'cause') !== '')
        continue
      const percent = showFraction(times(light.share, Decimal.hundred), 1)
      report({
        ...onMonitoring(view, likelihoodField(row, answer), row.indicator.level3, [
          `indicators[${row.facts.index}].actual`,
        ]),
        ...(rules.monitoringLights ? { sources: [rules.monitoringLights.source] } : {}),
        verdict: 'outside',
        printed: LIKELIHOOD_NAMES.certain,
        expected: `${LIKELIHOOD_NAMES.possible}，或说明安排`,
        message: `${rowName(row.facts)}1—${monitoring.months}月完成${printedIn(row, 'actual')}，只有序时进度的${percent}%，却选“${LIKELIHOOD_NAMES.certain}”。`,
        messageEn: `${rowNameEn(row.facts)} is at ${percent} % of what the months passed would give, and is called certain.`,
      })
    }
  },
})
