/** MO-011: a target that cannot be reached calls for measures and for adjusting the goal and its money. */

import type { Monitoring } from '../../domain/monitoring.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { saysNone } from '../support/form-facts.ts'
import { LIKELIHOOD_NAMES, likelihoodField, likelihoodOf } from '../support/likelihood.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import { type MonitoredRow, onMonitoring, viewMonitoring } from '../support/monitored.ts'

const MEASURE =
  /措施|调整|调减|调增|申请|追加|收回|加快|督促|协调|整改|拟|将于|计划|下一步|报批|核减|取消|顺延|暂停|约定|商定|另行|改为|加派|赶工|催促|落实/u

const says = (text: string | undefined): boolean => text !== undefined && !saysNone(text.trim()) && text.trim() !== ''

/** A column or line for measures counts with whatever it says; a cause or a note only with words of doing. */
const hasMeasures = ({ head }: Monitoring, { indicator: { cells } }: MonitoredRow): boolean =>
  [cells.measures, head.measures, head.adjustment].some((cell) => says(cell?.printed)) ||
  [cells.causeText, cells.cause, cells.note, head.problems, head.conclusion, head.remarks].some(
    (cell) => cell !== undefined && MEASURE.test(cell.printed),
  )

export const impossibleHasMeasures = defineMonitoringCheck({
  id: 'MO-011',
  title: '完全不可能完成的指标有改进措施或调整申请',
  titleEn: 'What cannot be reached has measures or a request for adjustment',
  kind: 'P',
  severity: 'error',
  missing: 'blank-is-error',
  basis: 'law',
  cites: ['caiyu-2019-136#correction'],
  rule: '选“完全不可能”的，写明改进措施或目标、预算的调整申请',
  remedy: '写明改进措施，或按程序申请调整目标和预算。',
  remedyEn: 'State the measures, or ask for an adjustment of goal and budget.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    for (const row of view.rows) {
      const answer = likelihoodOf(row)
      if (answer.stated.length !== 1 || answer.stated[0] !== 'impossible' || hasMeasures(monitoring, row)) continue
      // A cause in words may hold the measure in words that nobody foresaw.
      const { causeText, cause, note } = row.indicator.cells
      const hasWords = [causeText, cause, note].some((cell) => says(cell?.printed))
      report({
        severity: hasWords ? 'warning' : 'error',
        ...onMonitoring(view, likelihoodField(row, answer), row.indicator.level3),
        verdict: 'outside',
        printed: LIKELIHOOD_NAMES.impossible,
        expected: '改进措施或调整申请',
        message: `${rowName(row.facts)}选“${LIKELIHOOD_NAMES.impossible}”，表上没有改进措施或调整申请。`,
        messageEn: `${rowNameEn(row.facts)} cannot be reached, and the form names no measure and no adjustment.`,
      })
    }
  },
})
