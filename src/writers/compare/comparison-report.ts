/** What a report on two documents is made from, and its names for people. */
import type {
  ComparedKind,
  DocumentComparison,
  PlacedFinding,
  RecordChange,
  ValueChange,
} from '../../domain/document-comparison.ts'
import type { Finding } from '../../domain/finding.ts'
import { fieldLabel } from '../field-labels.ts'
import { planFieldName } from '../records/plan-names.ts'
import { KIND_WORDS, placeName, recordName, recordTitle } from '../records/record-names.ts'
import { TASK_NAMES } from '../records/task-names.ts'
import type { CheckedFile } from '../report-model.ts'
import type { Language } from '../words.ts'

export interface ComparisonReport {
  readonly before: CheckedFile
  readonly after: CheckedFile
  readonly comparison: DocumentComparison
  /** Between two years: what the documents say of one another. */
  readonly across: readonly Finding[]
}

/** 自评表3 河道保洁; the document that has the record names it. */
export const recordLabel = ({ before, after }: ComparisonReport, record: RecordChange, language: Language): string => {
  const { kind } = record
  if (kind === 'text') return KIND_WORDS[language].text.all
  const ref = { kind, index: record.after ?? record.before! }
  const read = record.after === undefined ? before : after
  const title = recordTitle(read, ref)
  return kind === 'table' && title !== '' ? title : [recordName(read, ref, language), title].filter(Boolean).join(' ')
}

const SHEET_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  level1: ['一级指标', 'level 1'],
  level2: ['二级指标', 'level 2'],
  level3: ['三级指标', 'level 3'],
  level4: ['四级指标', 'level 4'],
  weight: ['分值', 'points'],
  score: ['得分', 'score'],
  comment: ['说明', 'comment'],
  criteria: ['评分标准', 'criteria'],
  totalWeight: ['总分值', 'total points'],
  totalScore: ['总得分', 'total score'],
  grade: ['等级', 'grade'],
}

const lastPart = (label: string): string => label.split(/·|, /).at(-1)!

const TAIL = /\.([A-Za-z]\w*)$/

const columnName = (report: ComparisonReport, record: RecordChange, field: string, language: Language): string => {
  const tail = TAIL.exec(field)?.[1] ?? field
  if (record.kind === 'form') {
    const form = report.after.forms.find(({ index }) => index === record.after)
    const label = fieldLabel(form, field, language)
    return /^(?:indicators|funds)/.test(field) ? lastPart(label) : label
  }
  if (record.kind === 'sheet') return SHEET_NAMES[tail]?.[language === 'zh' ? 0 : 1] ?? tail
  if (record.kind === 'department') {
    const own: Readonly<Record<string, string>> = TASK_NAMES[language]
    if (field.startsWith('tasks')) return own[tail] ?? tail
    return lastPart(fieldLabel(undefined, field, language))
  }
  return planFieldName(field, language)
}

const isWholeRow = ({ field, column }: ValueChange): boolean => column === '' && /\]$/.test(field)

/** “参加人数”·实际完成值, “2010301 行政运行”·基本支出, 年度总体目标. */
export const changeLabel = (
  report: ComparisonReport,
  record: RecordChange,
  change: ValueChange,
  language: Language,
): string => {
  const row = change.row === '' ? '' : `“${change.row}”`
  if (record.kind === 'text') return [row, change.column].filter(Boolean).join('·')
  if (isWholeRow(change) && row !== '') return row
  return [row, change.column || columnName(report, record, change.field, language)].filter(Boolean).join('·')
}

/** +1.10 万元（+8.94%）; empty when the two are no numbers. */
export const differenceText = ({ difference, rate, unit }: ValueChange, language: Language): string => {
  if (difference === undefined) return ''
  const signed = (text: string): string => (text.startsWith('-') ? text.replace('-', '−') : `+${text}`)
  const amount = `${signed(difference)}${unit === '%' ? (language === 'zh' ? '个百分点' : ' points') : unit}`
  if (rate === undefined) return amount
  return language === 'zh' ? `${amount}（${signed(rate)}）` : `${amount} (${signed(rate)})`
}

export const findingLabel = (read: CheckedFile, { finding }: PlacedFinding, language: Language): string =>
  placeName(read, finding, language)

export interface ComparisonCounts {
  readonly values: number
  readonly changed: number
  readonly added: number
  readonly gone: number
  readonly same: number
}

export const countChanges = (records: readonly RecordChange[]): ComparisonCounts => {
  const of = (state: RecordChange['state']): number =>
    records.filter((record) => record.state === state && record.kind !== 'text').length
  return {
    values: records.reduce((n, { changes }) => n + changes.length, 0),
    changed: of('changed'),
    added: of('new'),
    gone: of('gone'),
    same: of('same'),
  }
}

/** Kinds with something to tell, in the order of a booklet. */
export const toldByKind = (
  records: readonly RecordChange[],
): readonly { readonly kind: ComparedKind; readonly records: readonly RecordChange[] }[] => {
  const kinds = [...new Set(records.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind && record.state !== 'same')
    return own.length > 0 ? [{ kind, records: own }] : []
  })
}
