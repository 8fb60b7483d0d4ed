/** CM-020: cells whose place in the form had to be inferred (merged cells, lost borders) are named, so that a person can look. */

import { indicatorField } from '../../domain/field-address.ts'
import { type HeadField, INDICATOR_COLUMNS, type Indicator } from '../../domain/self-evaluation.ts'
import { defineFormCheck } from '../../engine/check.ts'

const SHOWN = 20

/** By name, because most rows hold none and a look-up by column costs ten times as much. */
const holdsDoubt = (row: Indicator): boolean =>
  (row.level1.unsure ||
    row.level2.unsure ||
    row.level3.unsure ||
    row.target.unsure ||
    row.actual.unsure ||
    row.weight.unsure ||
    row.score.unsure ||
    row.deviation.unsure) ??
  false

export const cellsReadSurely = defineFormCheck({
  id: 'CM-020',
  title: '合并或错位的单元格已确认归属',
  titleEn: 'Cells of merged or broken rows were read without doubt',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-all',
  basis: 'proposal',
  cites: ['proposal#reading-damage'],
  rule: '每个单元格的行列归属唯一；不唯一的逐一列出，不据以下结论',
  remedy: '对照原文核对所列单元格。',
  remedyEn: 'Compare the cells listed with the original.',
  run({ form }, report) {
    const { record } = form
    const doubtful: string[] = []
    for (const field in record.head) if (record.head[field as HeadField]?.unsure) doubtful.push(field)
    for (const field of ['goalExpected', 'goalActual', 'totalWeight', 'totalScore'] as const)
      if (record[field]?.unsure) doubtful.push(field)
    for (let index = 0; index < record.indicators.length; index++) {
      const row = record.indicators[index]!
      if (!holdsDoubt(row)) continue
      for (const column of INDICATOR_COLUMNS) if (row[column].unsure) doubtful.push(indicatorField(index, column))
    }
    if (doubtful.length === 0) return
    report({
      field: doubtful[0]!,
      also: doubtful.slice(1, SHOWN),
      verdict: 'undecided',
      printed: `${doubtful.length}个单元格`,
      expected: '对照原文确认',
      message: `有${doubtful.length}个单元格的归属是推断的（合并单元格或表线缺失），请对照原文。`,
      messageEn: `The place of ${doubtful.length} cell(s) was inferred; compare them with the original.`,
    })
  },
})
