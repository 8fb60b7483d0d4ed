import { defineBookletCheck } from '../../engine/check.ts'
import { coverageOf } from '../support/booklet-coverage.ts'
import { about, printedOf } from '../support/narrative.ts'
import { isOfProject } from '../support/sheets.ts'

/** Beside a single form nothing says that all of them are here. */
const FEWEST_FORMS = 2

export const numberOfForms = defineBookletCheck({
  id: 'XD-005',
  title: '自评表张数与正文所说的项目个数一致',
  titleEn: 'There are as many forms as the text says',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#coverage'],
  rule: '文件公开多张项目自评表时，张数 = 正文所说的自评项目个数；少的几张有评价报告的作提示',
  remedy: '补上缺少的自评表，或在正文中说明哪些项目只有评价报告',
  remedyEn: 'Add the missing forms, or say which projects have a report only.',
  run(context, report) {
    const { forms, assessment } = context
    if (forms.length < FEWEST_FORMS) return
    const [coverage] = coverageOf(context)
    if (!coverage) return
    const stated = coverage.selfEvaluated ?? coverage.count
    const count = Number(stated.mention.value.toString())
    // Fewer counted than printed: the sentence is about some of them.
    if (count <= forms.length) return
    const reports = (assessment?.sheets ?? []).filter(isOfProject).length
    const isExplained = !coverage.selfEvaluated && count - forms.length <= reports
    report(
      about(stated, {
        severity: isExplained ? 'info' : 'warning',
        verdict: 'outside',
        expected: `${forms.length}${stated.mention.unit}`,
        message: `正文说评价项目${printedOf(stated)}，文件中有${forms.length}张项目自评表${isExplained ? `，另有${reports}份评价评分表` : ''}`,
        messageEn: `The text counts ${count} projects; there are ${forms.length} forms.`,
      }),
    )
  },
})
