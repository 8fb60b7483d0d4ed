/** MO-010: one answer of three, and one that the form's own forecast does not contradict. */
import type { FindingDraft } from '../../engine/check.ts'
import { defineMonitoringCheck } from '../../engine/check.ts'
import { LIKELIHOOD_NAMES, likelihoodField, likelihoodOf, type StatedLikelihood } from '../support/likelihood.ts'
import { rowName, rowNameEn } from '../support/messages.ts'
import {
  type MonitoredRow,
  type MonitoringView,
  onMonitoring,
  printedIn,
  viewMonitoring,
} from '../support/monitored.ts'

const draft = (
  view: MonitoringView,
  row: MonitoredRow,
  answer: StatedLikelihood,
  rest: Pick<FindingDraft, 'printed' | 'expected' | 'message' | 'messageEn'> & Pick<FindingDraft, 'severity'>,
): FindingDraft => {
  const { forecast, target } = row.indicator.cells
  const isUnsure = forecast?.unsure || target?.unsure
  return {
    ...onMonitoring(view, likelihoodField(row, answer), row.indicator.cells.likelihood ?? row.indicator.level3, [
      `indicators[${row.facts.index}].forecast`,
    ]),
    verdict: 'outside',
    ...rest,
    ...(isUnsure && !rest.severity ? { severity: 'warning' } : {}),
  }
}

/** 确定能 beside a forecast below the target, 完全不可能 beside one that reaches it. */
const contradiction = (view: MonitoringView, row: MonitoredRow, answer: StatedLikelihood): FindingDraft | undefined => {
  const { expected } = row
  const [stated] = answer.stated
  if (!expected || expected.isApproximate || expected.actualOperator !== undefined || !stated) return undefined
  const [target, forecast] = [printedIn(row, 'target'), printedIn(row, 'forecast')]
  const name = LIKELIHOOD_NAMES[stated]
  if (stated === 'certain' && expected.outcome === 'missed')
    return draft(view, row, answer, {
      printed: name,
      expected: `${LIKELIHOOD_NAMES.possible}或${LIKELIHOOD_NAMES.impossible}`,
      message: `${rowName(row.facts)}年度指标值${target}，全年预计${forecast}，达不到，却选“${name}”。`,
      messageEn: `${rowNameEn(row.facts)}: ${forecast} is expected against ${target}, yet the form says it will certainly be reached.`,
    })
  if (stated === 'impossible' && expected.outcome === 'met' && expected.directionFrom === 'printed')
    return draft(view, row, answer, {
      printed: name,
      expected: `${LIKELIHOOD_NAMES.certain}或${LIKELIHOOD_NAMES.possible}`,
      message: `${rowName(row.facts)}年度指标值${target}，全年预计${forecast}，能够达到，却选“${name}”。`,
      messageEn: `${rowNameEn(row.facts)}: ${forecast} is expected against ${target}, yet the form says it cannot be reached.`,
    })
  return undefined
}

const gap = (view: MonitoringView, row: MonitoredRow, answer: StatedLikelihood): FindingDraft | undefined => {
  if (answer.unknown !== '')
    return draft(view, row, answer, {
      severity: 'warning',
      printed: answer.unknown,
      expected: Object.values(LIKELIHOOD_NAMES).join('、'),
      message: `${rowName(row.facts)}的完成可能性“${answer.unknown}”不是规定的选项。`,
      messageEn: `${rowNameEn(row.facts)}: ${answer.unknown} is none of the answers.`,
    })
  if (answer.stated.length === 1) return undefined
  const names = answer.stated.map((key) => LIKELIHOOD_NAMES[key]).join('、')
  return draft(view, row, answer, {
    printed: names,
    expected: '三项中选一项',
    message: names === '' ? `${rowName(row.facts)}没有选完成目标可能性。` : `${rowName(row.facts)}同时选了${names}。`,
    messageEn: `${rowNameEn(row.facts)} has ${names === '' ? 'no answer' : 'more than one answer'} on the likelihood.`,
  })
}

export const likelihoodFits = defineMonitoringCheck({
  id: 'MO-010',
  title: '完成目标可能性选一项，与全年预计完成情况相符',
  titleEn: 'One likelihood is stated, and it fits the forecast',
  kind: 'D',
  severity: 'error',
  missing: 'blank-is-error',
  basis: 'law',
  cites: ['caiyu-2019-136#form-columns', 'definition#column-meaning'],
  rule: '每个指标在确定能、有可能、完全不可能中选一项；全年预计达不到指标值的不选“确定能”',
  remedy: '按全年预计完成情况改选，或改正预计完成值。',
  remedyEn: 'Choose the answer that the forecast gives, or correct the forecast.',
  run({ monitoring }, report) {
    const view = viewMonitoring(monitoring)
    const answers = view.rows.map((row) => ({ row, answer: likelihoodOf(row) }))
    // A form in which nobody answered is one gap, not one per indicator.
    const asked = answers.filter(({ answer }) => answer.isAsked)
    const isOpen = asked.length > 0 && asked.every(({ answer }) => answer.stated.length === 0 && answer.unknown === '')
    for (const { row, answer } of isOpen ? asked.slice(0, 1) : asked) {
      const found = gap(view, row, answer) ?? contradiction(view, row, answer)
      if (found)
        report(
          isOpen
            ? { ...found, message: '各指标都没有选完成目标可能性。', messageEn: 'No likelihood is stated.' }
            : found,
        )
    }
  },
})
