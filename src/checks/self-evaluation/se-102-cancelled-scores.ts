import { indicatorField } from '../../domain/field-address.ts'
import { defineFormCheck, type FindingDraft } from '../../engine/check.ts'
import { scored } from '../../engine/comparison.ts'
import { indicatorName, indicatorNameEn } from '../../engine/drafts.ts'
import type { FormView, IndicatorView } from '../../engine/form-view.ts'
import { proof, working } from '../../engine/proof.ts'

/** The cell says that nothing was done; 取消了3项收费 is a result, so the word must be the whole statement. */
const CANCELLED =
  /^(?:因.{0,20}[，,])?(?:项目|本项目|活动|计划|该项目|该项)?(?:已)?(?:取消|未实施|未开展|未启动|未执行|暂缓实施|暂停实施|中止|终止)(?:采购|实施|执行|开展|项目|举办|活动)?[。.]?$/

const MAY_BE = /取消|[未暂中终]/

const keepsPoints = (indicator: IndicatorView): boolean => {
  const text = indicator.row.actual.printed
  if (!MAY_BE.test(text)) return false
  return (scored(indicator)?.score.isPositive() ?? false) && CANCELLED.test(text.replace(/\s/g, ''))
}

const rowDraft = (form: FormView, indicator: IndicatorView): FindingDraft => {
  const { row, score, index } = indicator
  return {
    field: score.field,
    also: [indicatorField(index, 'actual')],
    verdict: 'outside',
    printed: score.cell.printed,
    expected: '0',
    message: `${indicatorName(indicator)}写明“${row.actual.printed}”，仍得${score.cell.printed}分`,
    messageEn: `${indicatorNameEn(indicator)} was not carried out and still has ${score.cell.printed} points.`,
    proof: working(
      form,
      {
        formula: '未实施的指标得0分',
        filledIn: `${row.actual.printed}：${score.cell.printed}`,
        result: '0',
        verdict: 'outside',
      },
      [
        ['完成值', indicatorField(index, 'actual')],
        ['得分', score.field],
      ],
    ),
  }
}

/** All rows of a cancelled project are one finding at the total. */
const formDraft = (form: FormView, rows: readonly IndicatorView[]): FindingDraft => {
  const terms = rows.map(({ score }) => score.cell.printed).join(' + ')
  return {
    field: form.totalScore?.field ?? 'indicators',
    also: rows.map(({ score }) => score.field),
    verdict: 'outside',
    printed: form.totalScore?.cell.printed ?? '',
    expected: '0',
    message: `各指标都写明未实施，仍得${terms}分`,
    messageEn: `No indicator was carried out, yet they have ${terms} points.`,
    proof: () =>
      proof({
        formula: '未实施的指标得0分',
        filledIn: terms,
        result: '0',
        verdict: 'outside',
        inputs: rows.map(({ row, score }) => ({
          name: row.actual.printed,
          printed: score.cell.printed,
          field: score.field,
          position: score.cell.at,
        })),
      }),
  }
}

export const cancelledEarnsNothing = defineFormCheck({
  id: 'SE-102',
  title: '未实施的指标不得分',
  titleEn: 'What was not carried out earns no points',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#full-score-means-met'],
  rule: '完成值写明取消、未实施、未开展的指标：得分 = 0',
  remedy: '得分改为0；确已部分实施的，写明完成情况',
  remedyEn: 'Score 0; where part was done, say what.',
  run({ form }, report) {
    let rows: IndicatorView[] | undefined
    let others = 0
    for (const indicator of form.indicators) {
      if (keepsPoints(indicator)) (rows ??= []).push(indicator)
      else if (indicator.score.number?.isPositive()) others += 1
    }
    if (!rows) return
    if (others === 0 && rows.length > 1) report(formDraft(form, rows))
    else for (const indicator of rows) report(rowDraft(form, indicator))
  },
})
