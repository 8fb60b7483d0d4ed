/** EV-023: one project, two scores that both are called its self-evaluation. */
import { onSheet, type SheetView, surely } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { bareName } from '../support/sheets.ts'

const isOf = (sheet: SheetView, form: FormView): boolean => {
  const name = bareName(sheet.record.projectName?.printed ?? '').replace(/项目$/, '')
  return name !== '' && name === bareName(form.record.head.projectName?.printed ?? '').replace(/项目$/, '')
}

/** 绩效自评评价为88.25分: the report itself says that the sheet's total is a self-evaluation. */
const isCalledSelfEvaluation = ({ record, totalScore }: SheetView): boolean => {
  if (!totalScore) return false
  const number = totalScore.toString().replace('.', '\\.')
  return new RegExp(`自评[^。；;]{0,30}?(?<![\\d.])${number}分`).test((record.reportText ?? '').normalize('NFKC'))
}

export const oneSelfEvaluationScore = defineAssessmentCheck({
  id: 'EV-023',
  title: '评价报告所称的自评得分与自评表一致',
  titleEn: 'What a report calls the self-evaluation score is that of the form',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '报告把评分表的总分称为自评得分时，应等于同一项目自评表的总分',
  remedy: '说明两个得分各是什么，或改正其中一个',
  remedyEn: 'Say what each of the two scores is, or correct one.',
  run({ sheets, forms }, report) {
    for (const sheet of sheets) {
      const form = forms.find((one) => isOf(sheet, one))
      const self = form?.totalScore?.number
      const cell = sheet.record.totalScore
      if (!form || !self || !cell || !sheet.totalScore || self.equals(sheet.totalScore)) continue
      if (!isCalledSelfEvaluation(sheet)) continue
      const printed = form.totalScore!.cell.printed
      report({
        ...onSheet(sheet, 'totalScore', cell),
        severity: surely('warning', cell, form.totalScore!.cell),
        verdict: 'outside',
        printed: cell.printed,
        expected: printed,
        message: `“${sheet.record.projectName!.printed}”在报告中的自评得分是${cell.printed}，自评表${form.index}的总分是${printed}`,
        messageEn: `The report gives the self-evaluation as ${cell.printed}, form ${form.index} as ${printed}.`,
      })
    }
  },
})
