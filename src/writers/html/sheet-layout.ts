/** A score sheet drawn from its record: groups of indicators span their rows, subtotals stand where they were printed. */
import type { EvaluationLevel, EvaluationRow, EvaluationSheet, GroupWeight } from '../../domain/evaluation-sheet.ts'
import type { Language } from '../words.ts'
import { type DrawnCell, type DrawnTable, labelCell, recordCell } from './drawn-table.ts'

const LEVELS = ['level1', 'level2', 'level3', 'level4'] as const satisfies readonly EvaluationLevel[]
const WEIGHT_OF: Readonly<Partial<Record<EvaluationLevel, GroupWeight>>> = {
  level1: 'level1Weight',
  level2: 'level2Weight',
  level3: 'level3Weight',
}

const WORDS = {
  zh: {
    level1: '一级指标',
    level2: '二级指标',
    level3: '三级指标',
    level4: '四级指标',
    criteria: '指标解释与评分标准',
    weight: '分值',
    score: '得分',
    comment: '说明',
    total: '合计',
    grade: '等级',
  },
  en: {
    level1: 'level 1',
    level2: 'level 2',
    level3: 'level 3',
    level4: 'level 4',
    criteria: 'meaning and scoring',
    weight: 'points',
    score: 'score',
    comment: 'comment',
    total: 'total',
    grade: 'grade',
  },
} as const

/** Rules of scoring may run over a page; a report shows how they begin. */
const LONGEST = 160

const shortened = (cell: DrawnCell): DrawnCell =>
  cell.text.length > LONGEST ? { ...cell, text: `${cell.text.slice(0, LONGEST)}…` } : cell

const isSameGroup = (a: EvaluationRow, b: EvaluationRow | undefined, depth: number): boolean =>
  b !== undefined && LEVELS.slice(0, depth + 1).every((level) => a[level].printed === b[level].printed)

const groupLength = ({ rows, subtotals = [] }: EvaluationSheet, from: number, depth: number): number => {
  let n = 1
  while (isSameGroup(rows[from]!, rows[from + n], depth) && !subtotals.some(({ before }) => before === from + n)) n++
  return n
}

const isGroupStart = (sheet: EvaluationSheet, row: number, depth: number): boolean =>
  row === 0 ||
  !isSameGroup(sheet.rows[row]!, sheet.rows[row - 1], depth) ||
  (sheet.subtotals ?? []).some(({ before }) => before === row)

const levelCells = (sheet: EvaluationSheet, levels: readonly EvaluationLevel[], row: number): DrawnCell[] =>
  levels.flatMap((level, depth) => {
    const isLeaf = depth === levels.length - 1
    if (!isLeaf && !isGroupStart(sheet, row, depth)) return []
    const own = sheet.rows[row]!
    const cell = recordCell(own[level], `rows[${row}].${level}`, [], 1, isLeaf ? 1 : groupLength(sheet, row, depth))
    const points = WEIGHT_OF[level]
    const weight = points && own[points]
    if (!weight || weight.printed === '' || cell.text.includes(weight.printed)) return [cell]
    return [{ ...cell, text: `${cell.text}（${weight.printed}）`, fields: [...cell.fields, `rows[${row}].${points}`] }]
  })

/** The sheet's table; columns that no row fills are left out. */
export const sheetLayout = (sheet: EvaluationSheet, language: Language): DrawnTable => {
  const words = WORDS[language]
  const { rows, subtotals = [], totalWeight, totalScore, grade } = sheet
  const levels = LEVELS.filter((level) => rows.some((row) => row[level].printed !== ''))
  const hasCriteria = rows.some(({ criteria }) => criteria !== undefined)
  const hasComment = rows.some(({ comment }) => comment.printed !== '')
  const lead = levels.length + (hasCriteria ? 1 : 0)
  const blank = hasComment ? [labelCell('')] : []
  const subtotalRows = (before: number): DrawnTable =>
    subtotals.flatMap((one, i) =>
      one.before === before
        ? [
            [
              { ...recordCell(one.label, `subtotals[${i}].label`, [], lead), isLabel: true },
              recordCell(one.weight, `subtotals[${i}].weight`),
              recordCell(one.score, `subtotals[${i}].score`),
              ...blank,
            ],
          ]
        : [],
    )
  const body = rows.flatMap(
    (row, i): DrawnTable => [
      ...subtotalRows(i),
      [
        ...levelCells(sheet, levels, i),
        ...(hasCriteria ? [shortened(recordCell(row.criteria, `rows[${i}].criteria`))] : []),
        recordCell(row.weight, `rows[${i}].weight`),
        recordCell(row.score, `rows[${i}].score`),
        ...(hasComment ? [shortened(recordCell(row.comment, `rows[${i}].comment`))] : []),
      ],
    ],
  )
  const header = [
    ...levels.map((level) => labelCell(words[level])),
    ...(hasCriteria ? [labelCell(words.criteria)] : []),
    labelCell(words.weight),
    labelCell(words.score),
    ...(hasComment ? [labelCell(words.comment)] : []),
  ]
  const total =
    totalWeight || totalScore
      ? [
          [
            labelCell(words.total, lead),
            recordCell(totalWeight, 'totalWeight'),
            recordCell(totalScore, 'totalScore'),
            ...blank,
          ],
        ]
      : []
  const gradeRow = grade ? [[labelCell(words.grade, lead), recordCell(grade, 'grade', [], 2), ...blank]] : []
  return [header, ...body, ...subtotalRows(rows.length), ...total, ...gradeRow]
}
