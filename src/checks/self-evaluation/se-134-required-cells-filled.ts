/** SE-134: a form names its project and unit, and each indicator with points has a name and a target. */
import type { Cell } from '../../domain/self-evaluation.ts'
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, type RowFacts, textOf } from '../support/form-facts.ts'
import { placeOf } from '../support/messages.ts'

const HEAD = [
  ['projectName', '项目名称', 'project'],
  ['department', '主管部门', 'department'],
  ['implementingUnit', '实施单位', 'implementing unit'],
] as const

const ROW_CELLS = [
  ['level3', 'name', '三级指标', 'name'],
  ['target', 'target', '年度指标值', 'target'],
] as const

/** An ideograph or letter in front says at once that something is written. */
const isBlank = (cell: Cell | undefined): boolean =>
  cell !== undefined && !isWritten(cell.printed.charCodeAt(0)) && textOf(cell).text === ''

const isWritten = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f)

const isUnscored = ({ view }: RowFacts): boolean =>
  view.score.read.kind === 'blank' && (view.weight.number?.isPositive() ?? false)

export const requiredCellsFilled = defineFormCheck({
  id: 'SE-134',
  title: '项目名称、单位、指标名称和指标值已填',
  titleEn: 'Project, unit, indicator names and targets are given',
  kind: 'P',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'definition',
  cites: ['definition#form-fields', 'caiyu-2020-10#form-complete'],
  rule: '表上印有的项目名称、主管部门、实施单位不空；分值大于0的指标有名称、指标值和得分',
  remedy: '补填空白的各栏。',
  remedyEn: 'Fill in the blank cells.',
  run({ form }, report) {
    const { head } = form.record
    if (HEAD.some(([key]) => isBlank(head[key]))) {
      const blank = HEAD.filter(([key]) => isBlank(head[key]))
      report({
        field: blank[0]![0],
        also: blank.slice(1).map(([key]) => key),
        verdict: 'outside',
        printed: '',
        expected: blank.map(([, name]) => name).join('、'),
        message: `${blank.map(([, name]) => name).join('、')}没有填写。`,
        messageEn: `Blank: ${blank.map(([, , name]) => name).join(', ')}.`,
      })
    }
    const { live } = factsOf(form)
    // Without any score the form has no such column, or is not yet scored (SE-003).
    if (live.some(isUnscored) && live.some(({ view }) => view.score.number !== undefined)) {
      const unscored = live.filter(isUnscored)
      report({
        verdict: 'outside',
        printed: '',
        expected: '得分',
        message: `${unscored.length}个有分值的指标没有填得分。`,
        messageEn: `${unscored.length} weighted indicator(s) have no score.`,
        ...placeOf(unscored, 'score'),
      })
    }
    for (const [column, key, name, nameEn] of ROW_CELLS) {
      if (!live.some((row) => row[key].text === '')) continue
      const rows = live.filter((row) => row[key].text === '' && row.view.weight.number?.isPositive())
      // When every row lacks it, the form has no such column (SE-003).
      if (rows.length === 0 || rows.length === live.length) continue
      report({
        verdict: 'outside',
        printed: '',
        expected: name,
        message: `${rows.length}个计分的指标没有填${name}。`,
        messageEn: `${rows.length} scored indicator(s) have no ${nameEn}.`,
        ...placeOf(rows, column),
      })
    }
  },
})
