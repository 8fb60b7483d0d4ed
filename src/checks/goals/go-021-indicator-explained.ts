/** GO-021: a column for the meaning, the source, the evidence or the standard of an indicator is filled in for each. */
import type { DeclaredColumn } from '../../domain/goal-declaration.ts'
import { defineGoalCheck } from '../../engine/check.ts'
import { type DeclaredRow, onDeclaration, viewDeclaration } from '../support/declaration.ts'
import { short } from '../support/messages.ts'

const COLUMNS: readonly (readonly [DeclaredColumn, string, string])[] = [
  ['definition', '指标解释', 'definition'],
  ['dataSource', '数据来源', 'data source'],
  ['evidence', '佐证材料', 'evidence'],
  ['standard', '指标标准', 'standard'],
]

const isBlank = (row: DeclaredRow, column: DeclaredColumn): boolean => {
  const cell = row.declared.more[column]
  return cell !== undefined && cell.printed.trim() === '' && !row.facts.view.weight.number?.isZero()
}

export const indicatorExplained = defineGoalCheck({
  id: 'GO-021',
  title: '指标的解释、数据来源、佐证和标准已填',
  titleEn: 'Meaning, data source, evidence and standard of each indicator are given',
  kind: 'D',
  severity: 'warning',
  missing: 'blank-is-error',
  basis: 'law',
  cites: ['caiyu-2021-101#indicator-definition', 'practice#goal-explained'],
  rule: '表上设有这些栏目的，每个指标都填写',
  remedy: '补填空白的说明。',
  remedyEn: 'Fill in what is blank.',
  run({ declaration }, report) {
    const view = viewDeclaration(declaration)
    for (const { live } of view.sets)
      for (const [column, name, nameEn] of COLUMNS) {
        const rows = live.filter((row) => isBlank(row, column))
        if (rows.length === 0) continue
        const names = rows.map(({ facts }) => short(facts.name.text, 14)).join('、')
        const fields = rows.map(({ facts }) => `indicators[${facts.index}].more.${column}`)
        report({
          ...onDeclaration(view, fields[0]!, rows[0]!.declared.more[column], fields.slice(1)),
          verdict: 'outside',
          printed: '',
          expected: name,
          message: `${rows.length}个指标的${name}没有填写：${short(names)}。`,
          messageEn: `The ${nameEn} of ${rows.length} indicators is blank.`,
        })
      }
  },
})
