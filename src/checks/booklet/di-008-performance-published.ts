import { defineBookletCheck } from '../../engine/check.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { isWholeBooklet, wholeText } from '../support/booklet-whole.ts'

export const performancePublished = defineBookletCheck({
  id: 'DI-008',
  title: '绩效自评结果随决算公开',
  titleEn: 'Self-evaluations are published with the accounts',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#coverage'],
  rule: '整本决算公开应有预算绩效情况的说明，或附项目支出绩效自评表、评价报告',
  remedy: '补上绩效情况说明，附上自评表',
  remedyEn: 'Add the section on performance and the forms.',
  run(context, report) {
    const { forms, assessment, narrative } = context
    if (!narrative || !isWholeBooklet(context)) return
    if (forms.length > 0 || (assessment?.sheets.length ?? 0) > 0 || (assessment?.departments.length ?? 0) > 0) return
    if (topicsOf(narrative).includes('performance') || /绩效/u.test(wholeText(context))) return
    report({
      section: 'narrative',
      verdict: 'outside',
      printed: '',
      expected: '预算绩效情况说明或自评表',
      message: '决算公开中没有预算绩效情况的说明，也没有附自评表',
      messageEn: 'The booklet says nothing of performance.',
    })
  },
})
