/** MO-009: where the year's target will be missed, the form says of which class the cause is, and what it was. */
import { CAUSE_CLASSES } from '../../domain/monitoring.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { saysNone } from '../support/form-facts.ts'
import { likelihoodOf } from '../support/likelihood.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { type MonitoredRow, onColumn, onMonitoring, printedIn, tickedOf, viewMonitoring } from '../support/monitored.ts'

interface Cause {
  readonly hasClasses: boolean
  readonly isTicked: boolean
  /** `undefined`: the form has no column for words. */
  readonly text: string | undefined
}

const causeOf = (row: MonitoredRow): Cause => {
  const { causes, cells } = row.indicator
  const boxes = CAUSE_CLASSES.filter((key) => causes[key] !== undefined)
  const texts = [cells.causeText, cells.cause, cells.note].flatMap((cell) => cell?.printed.trim() ?? [])
  const hasText = cells.causeText !== undefined || cells.cause !== undefined
  return {
    hasClasses: boxes.length > 0,
    isTicked: tickedOf(causes, boxes).length > 0,
    text: hasText ? (texts.find((text) => !saysNone(text)) ?? '') : undefined,
  }
}

export const deviationHasCause = defineMonitoringCheck({
  id: 'MO-009',
  title: '预计完不成的指标写明偏差原因',
  titleEn: 'What will be missed has its cause given',
  kind: 'D',
  severity: 'error',
  missing: 'blank-is-error',
  basis: 'law',
  cites: ['caiyu-2019-136#form-columns'],
  rule: '全年预计达不到年度指标值，或选“完全不可能”的，勾选原因类别并写明原因',
  remedy: '勾选原因类别，写明具体原因。',
  remedyEn: 'Tick the class of the cause and say what it was.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const row of view.rows) {
      const isMissed = row.expected?.outcome === 'missed' || likelihoodOf(row).stated.includes('impossible')
      const { hasClasses, isTicked, text } = causeOf(row)
      if (!isMissed || (!hasClasses && text === undefined)) continue
      const hasText = text !== undefined && text !== ''
      const isWhole = (isTicked || !hasClasses) && (hasText || text === undefined)
      if (isWhole) continue
      // Said in words or by a tick the cause is there; only the other half of it is open.
      const isNothing = !isTicked && !hasText
      const column = row.indicator.cells.causeText ? 'causeText' : 'cause'
      const box = CAUSE_CLASSES.find((key) => row.indicator.causes[key])
      const index = row.facts.index
      const place =
        row.indicator.cells[column] === undefined && box
          ? onMonitoring(view, `indicators[${index}].causes.${box}`, row.indicator.causes[box])
          : onColumn(view, row, column)
      const what = isNothing ? '没有填写偏差原因' : hasText ? '没有勾选原因类别' : '没有写明原因'
      report({
        ...place,
        severity: isNothing ? (row.indicator.cells.forecast?.unsure ? 'warning' : 'error') : 'warning',
        verdict: 'outside',
        printed: text ?? '',
        expected: hasText ? '原因类别' : '偏差原因',
        message: `${rowName(row.facts)}年度指标值${printedIn(row, 'target')}，全年预计${printedIn(row, 'forecast') || '完不成'}，${what}。`,
        messageEn: `${rowNameEn(row.facts)} will be missed, and ${isNothing ? 'no cause is given' : hasText ? 'no class of cause is ticked' : 'the cause is not explained'}.`,
      })
    }
  },
})
