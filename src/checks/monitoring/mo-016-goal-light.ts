/** MO-016: the light of the goal is the worst of its indicators; beside it stands that of the money. */
import { defineMonitoringCheck } from '../../engine/check.ts'
import { onMonitoring, viewMonitoring } from '../support/monitored.ts'
import { LIGHT_NAMES, moneyLight, rowLight, worstLight } from '../support/monitored-lights.ts'

export const goalLight = defineMonitoringCheck({
  id: 'MO-016',
  title: '目标的灯号取各指标中最差的',
  titleEn: 'The goal’s light is the worst of its indicators',
  kind: 'A',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#monitoring-lights'],
  rule: '目标灯号 = 各指标灯号中最差的一个；与资金灯号并列',
  remedy: '红灯的查明原因，按规定纠偏。',
  remedyEn: 'Find the cause of a red light and correct the course.',
  run({ monitoring, rules }, report) {
    const view = viewMonitoring(monitoring)
    const lights = view.rows.flatMap((row) => rowLight(row, monitoring.months, rules) ?? [])
    const worst = worstLight(lights.map(({ light }) => light))
    if (worst !== 'red' && worst !== 'yellow') return
    const behind = lights.filter(({ light }) => light === worst)
    const money = moneyLight(view, rules)
    const fields = behind.map(({ row }) => `indicators[${row.facts.index}].actual`)
    report({
      ...onMonitoring(view, 'goal', monitoring.goal ?? behind[0]!.row.indicator.level3, fields),
      sources: [rules.monitoringLights!.source],
      verdict: 'outside',
      printed: LIGHT_NAMES[worst],
      expected: LIGHT_NAMES.green,
      message: `目标${LIGHT_NAMES[worst]}（${lights.length}个可比指标中${behind.length}个${LIGHT_NAMES[worst]}）${money ? `，资金${LIGHT_NAMES[money.light]}` : ''}。`,
      messageEn: `The goal has a ${worst} light (${behind.length} of ${lights.length} indicators)${money ? `, the money a ${money.light} one` : ''}.`,
    })
  },
})
