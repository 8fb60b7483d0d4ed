/** GO-001: a field that the form prints and leaves open. A field that the place's form does not have is no gap. */
import type { DeclarationField } from '../../domain/goal-declaration.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { defineGoalCheck } from '../../engine/check.ts'
import { onDeclaration, termName, viewDeclaration } from '../support/declaration.ts'

const REQUIRED: readonly (readonly [DeclarationField, string, string])[] = [
  ['projectName', '项目名称', 'project name'],
  ['projectCode', '项目编码', 'project code'],
  ['department', '主管部门', 'department'],
  ['unit', '实施单位', 'implementing unit'],
  ['kind', '项目类别（属性）', 'kind of project'],
  ['period', '项目期', 'period'],
  ['start', '开始时间', 'start'],
  ['end', '结束时间', 'end'],
]

export const declarationFilled = defineGoalCheck({
  id: 'GO-001',
  title: '绩效目标申报表的必填栏已填',
  titleEn: 'The required fields of the goal declaration are filled in',
  kind: 'D',
  severity: 'fatal',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#form-fields', 'caiyu-2015-88#review-aspects'],
  rule: '表上印有的项目名称、编码、主管部门、实施单位、类别、项目期、资金总额、目标、指标值栏不空',
  remedy: '补填空白的必填栏。',
  remedyEn: 'Fill in the blank fields.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    const missing = (field: string, cell: Cell, name: string, nameEn: string): void =>
      report({
        ...onDeclaration(view, field, cell),
        verdict: 'outside',
        printed: cell.printed,
        expected: name,
        message: `${name}没有填写。`,
        messageEn: `The ${nameEn} is blank.`,
      })
    for (const [field, name, nameEn] of REQUIRED) {
      const cell = declaration.head[field]
      if (cell && cell.printed.trim() === '') missing(`head.${field}`, cell, name, nameEn)
    }
    // A project of one year has no amount of the period.
    const isLong = view.years !== undefined && view.years[0] < view.years[1]
    for (const { term, total } of view.money)
      if (total?.read.kind === 'blank' && (term === 'annual' || isLong || view.money.length === 1))
        missing(total.field, total.cell, total.name, 'total of the money')
    // Of two terms one may not apply; a form without any goal text has none.
    const goals = declaration.goals
    const blank = goals.findIndex(({ text }) => text.printed.trim() === '')
    const isNeeded = goals.length > 0 && (goals.every(({ text }) => text.printed.trim() === '') || goals.length === 1)
    if (isNeeded && blank >= 0)
      missing(`goals[${blank}].text`, goals[blank]!.text, `${termName(goals[blank]!.term)}目标`, 'goal')
    if (declaration.indicators.length === 0)
      missing('indicators', { printed: '', at: declaration.at }, '绩效指标', 'block of indicators')
  },
})
