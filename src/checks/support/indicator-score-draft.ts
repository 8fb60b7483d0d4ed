/** The finding that SE-041, SE-042 and SE-043 share: a score that does not follow from target and actual value. */
import { indicatorField } from '../../domain/field-address.ts'
import type { Severity } from '../../domain/finding.ts'
import type { FormContext, Report } from '../../engine/check.ts'
import type { Direction } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import type { IndicatorView } from '../../engine/form-view.ts'
import {
  deviationSeverity,
  type ScoreDeviation,
  scoreCandidates,
  scoreDeviation,
  showAdmitted,
} from '../../engine/indicator-score.ts'
import { working } from '../../engine/proof.ts'
import { roundsElsewhere } from '../../engine/rounding-mode.ts'
import { totalVouchesFor } from '../../engine/totals.ts'

const FORMULA: Readonly<Record<Direction, string>> = {
  forward: '得分 = 分值 × min(完成值 ÷ 指标值, 1)',
  reverse: '完成值 ≤ 指标值得满分；超过的按规则包的反向公式计分',
  equal: '完成值 = 指标值得满分；不等的按规则包的等于型公式计分',
}

const sayWhat = (deviation: ScoreDeviation, indicator: IndicatorView, expected: string): readonly [string, string] => {
  const { row, score } = indicator
  const name = indicatorName(indicator)
  const pair = `指标值${row.target.printed}、完成值${row.actual.printed}`
  const pairEn = `target ${row.target.printed}, actual ${row.actual.printed}`
  if (deviation.kind === 'full')
    return [
      `${name}未达到指标值却得满分${score.cell.printed}：${pair}，应得${expected}`,
      `Full points ${score.cell.printed} although the target was missed: ${pairEn}; ${expected} expected.`,
    ]
  if (deviation.kind === 'cut')
    return [
      `${name}得分${score.cell.printed}末位截去而未舍入，应为${expected}：${pair}`,
      `${indicatorNameEn(indicator)}: score ${score.cell.printed} was cut, not rounded to ${expected} (${pairEn}).`,
    ]
  const [side, sideEn] = deviation.kind === 'above' ? ['高于', 'above'] : ['低于', 'below']
  return [
    `${name}得分${score.cell.printed}${side}按规则计算的${expected}：${pair}`,
    `${indicatorNameEn(indicator)}: score ${score.cell.printed} is ${sideEn} the computed ${expected} (${pairEn}).`,
  ]
}

const filledIn = ({ comparison }: ScoreDeviation, indicator: IndicatorView, expected: string): string => {
  const { row, weight } = indicator
  if (comparison.outcome === 'met')
    return `完成值${row.actual.printed}达到指标值${row.target.printed}，得${weight.cell.printed}`
  const terms =
    comparison.direction === 'forward' ? [comparison.actual, comparison.target] : [comparison.target, comparison.actual]
  const [top, bottom] = terms.map(({ value, power }) =>
    power === 0 ? `${value}` : value.shift(power).normalize().toString(),
  )
  return `${weight.cell.printed} × ${top} ÷ ${bottom} → ${expected}`
}

/**
 * Beside scores or rates that were rounded up, or against a total that adds up with the rounded score, a cut score is off
 * by one and not a habit.
 */
const severityOf = ({ form, rules }: FormContext, deviation: ScoreDeviation, indicator: IndicatorView): Severity => {
  if (deviation.kind !== 'cut') return deviationSeverity(deviation, indicator)
  const { score, judgement } = deviation
  return totalVouchesFor(form, score, judgement.expected) || roundsElsewhere(form, rules) ? 'warning' : 'info'
}

/** Findings of one direction over all indicators of a form. */
export const scoreFindings = (
  context: FormContext,
  report: Report,
  direction: Direction,
  sources: readonly string[],
  isOther: (indicator: IndicatorView) => boolean = () => false,
): void => {
  const { form, rules } = context
  for (const indicator of scoreCandidates(form)) {
    if (isOther(indicator)) continue
    const deviation = scoreDeviation(form, indicator, direction, rules)
    if (!deviation) continue
    const expected = showAdmitted(deviation, rules.scoreDecimals.value)
    const [message, messageEn] = sayWhat(deviation, indicator, expected)
    const { index } = indicator
    const target = indicatorField(index, 'target')
    const actual = indicatorField(index, 'actual')
    report({
      field: indicator.score.field,
      also: [target, actual, indicator.weight.field],
      severity: severityOf(context, deviation, indicator),
      sources,
      verdict: deviation.judgement.verdict,
      printed: indicator.score.cell.printed,
      expected,
      message,
      messageEn,
      proof: working(
        form,
        {
          formula: FORMULA[direction],
          filledIn: filledIn(deviation, indicator, expected),
          result: expected,
          interval: deviation.judgement.interval,
          verdict: deviation.judgement.verdict,
        },
        [
          ['指标值', target],
          ['完成值', actual],
          ['分值', indicator.weight.field],
          ['得分', indicator.score.field],
        ],
      ),
    })
  }
}
