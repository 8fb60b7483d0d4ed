/** EV-001: a sheet without one of the four groups leaves a part of the project unjudged. */
import { onSheet } from '../../engine/assessment.ts'
import { defineAssessmentCheck } from '../../engine/check.ts'
import { frameworkGroups, frameworkNames, isOfProject } from '../support/sheets.ts'

/** Of a framework of a place's own nobody can say what is missing. */
const FEWEST_KNOWN = 2

export const frameworkGroupsPresent = defineAssessmentCheck({
  id: 'EV-001',
  title: '评价体系包含决策、过程、产出、效益',
  titleEn: 'The framework has decision, process, output and benefit',
  kind: 'D',
  // The text that names the groups is recalled, not read: nothing is certainly wrong.
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'law',
  cites: ['caiyu-2020-10#evaluation-framework'],
  rule: '项目评价的评分表应有决策、过程、产出、效益四组指标（按各地的名称）',
  remedy: '补设缺少的一组指标，或说明本次评价不涉及的理由',
  remedyEn: 'Add the missing group, or say why this evaluation leaves it out.',
  run({ sheets }, report) {
    for (const sheet of sheets.filter(isOfProject)) {
      const present = new Set(sheet.rows.flatMap(frameworkGroups))
      const missing = frameworkNames().filter((name) => !present.has(name))
      if (present.size < FEWEST_KNOWN || missing.length === 0) continue
      report({
        ...onSheet(sheet, 'rows', sheet.record.title),
        verdict: 'outside',
        printed: [...new Set(sheet.rows.map(({ row }) => row.level1.printed))].join('、'),
        expected: frameworkNames().join('、'),
        message: `${sheet.name}没有“${missing.join('”“')}”一组的指标`,
        messageEn: `The sheet has no indicators of ${missing.join(', ')}.`,
      })
    }
  },
})
