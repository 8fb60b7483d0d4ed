/** Names of records and of places in them, for people: 公开05表《…》 第4行“行政运行”·基本支出. */
import type { TaskColumn } from '../../domain/department-self-evaluation.ts'
import type { AccountTable } from '../../domain/final-accounts.ts'
import type { Finding, FindingPlace } from '../../domain/finding.ts'
import type { Position } from '../../domain/source-document.ts'
import { fieldLabel } from '../field-labels.ts'
import type { CheckedFile, ReadFile } from '../report-model.ts'
import type { Language } from '../words.ts'
import { planFieldName } from './plan-names.ts'
import { proseFinder } from './prose-places.ts'
import { type RecordKind, type RecordRef, recordOf } from './record-ref.ts'
import { TASK_NAMES } from './task-names.ts'

interface KindWords {
  /** Of one record with its number. */
  readonly one: (n: number) => string
  /** Heading over all of a kind. */
  readonly all: string
}

export const KIND_WORDS: Readonly<Record<Language, Readonly<Record<RecordKind, KindWords>>>> = {
  zh: {
    document: { one: () => '全文', all: '全文' },
    text: { one: () => '文字说明', all: '文字说明' },
    table: { one: (n) => `公开表${n}`, all: '公开表' },
    department: { one: (n) => `部门整体自评表${n}`, all: '部门整体自评表' },
    sheet: { one: (n) => `评分表${n}`, all: '评分表' },
    form: { one: (n) => `自评表${n}`, all: '项目自评表' },
    goal: { one: (n) => `绩效目标表${n}`, all: '绩效目标表' },
    monitoring: { one: (n) => `监控表${n}`, all: '绩效监控表' },
  },
  en: {
    document: { one: () => 'Whole document', all: 'Whole document' },
    text: { one: () => 'Text', all: 'Text' },
    table: { one: (n) => `Table ${n}`, all: 'Accounts tables' },
    department: { one: (n) => `Whole department ${n}`, all: 'Whole-department forms' },
    sheet: { one: (n) => `Score sheet ${n}`, all: 'Score sheets' },
    form: { one: (n) => `Form ${n}`, all: 'Self-evaluation forms' },
    goal: { one: (n) => `Goals ${n}`, all: 'Goal declarations' },
    monitoring: { one: (n) => `Monitoring ${n}`, all: 'Monitoring forms' },
  },
}

const tableName = ({ code, title, side }: AccountTable): string =>
  [code, title ? `《${title.printed}》` : '', side].filter(Boolean).join('')

/** What the record calls itself: the project of a form, the title of a table; empty when it says nothing. */
export const recordTitle = (read: ReadFile | CheckedFile, { kind, index }: RecordRef): string => {
  const at = index - 1
  switch (kind) {
    case 'form':
      return read.forms.find((form) => form.index === index)?.head.projectName?.printed ?? ''
    case 'table': {
      const table = read.finalAccounts?.tables[at]
      return table ? tableName(table) : ''
    }
    case 'sheet':
      return read.evaluations[at]?.projectName?.printed || (read.evaluations[at]?.title?.printed ?? '')
    case 'department':
      return read.departments?.[at]?.department?.printed ?? ''
    case 'goal':
      return read.goalDeclarations?.[at]?.head.projectName?.printed ?? ''
    case 'monitoring':
      return read.monitorings?.[at]?.head.projectName?.printed ?? ''
    default:
      return ''
  }
}

/** 自评表3, 公开05表: short enough to stand in front of every place. */
export const recordName = (read: ReadFile | CheckedFile, ref: RecordRef, language: Language): string => {
  const table = ref.kind === 'table' ? read.finalAccounts?.tables[ref.index - 1] : undefined
  if (table) return (table.code || (table.title?.printed ?? '')) + table.side
  return KIND_WORDS[language][ref.kind].one(ref.index)
}

const ROWS = /^rows\[(\d+)\](?:\.(.+))?$/
const CELLS = /^cells\[(\d+)\]$/

const columnLabel = (table: AccountTable, column: string): string => {
  const at = CELLS.exec(column)
  const own = at ? table.columns[Number(at[1])] : table.columns.find(({ role }) => role === column)
  return own?.label.printed.replaceAll(':', '·') ?? column
}

const tablePlace = (table: AccountTable, at: FindingPlace, language: Language): string => {
  const field = ROWS.exec(at.field ?? '')
  const row = field ? Number(field[1]) : at.row
  if (row === undefined) return at.field ?? ''
  const names = table.columns.flatMap(({ role }, i) => (role === 'name' || role === 'code' ? [i] : []))
  const own = table.rows[row]
  const name = own
    ? names
        .map((i) => own.cells[i]?.printed ?? '')
        .filter(Boolean)
        .slice(0, 2)
        .join(' ')
    : ''
  const line = language === 'zh' ? `第${row + 1}行${name && `“${name}”`}` : `row ${row + 1}${name && ` “${name}”`}`
  const column = field?.[2] === undefined ? '' : columnLabel(table, field[2])
  return [line, column].filter(Boolean).join('·')
}

const SHEET_COLUMNS: Readonly<Record<string, readonly [string, string]>> = {
  weight: ['分值', 'points'],
  score: ['得分', 'score'],
  comment: ['说明', 'comment'],
  criteria: ['评分标准', 'criteria'],
  totalWeight: ['总分值', 'total points'],
  totalScore: ['总得分', 'total score'],
  grade: ['等级', 'grade'],
  rows: ['指标', 'indicators'],
}

const named = (field: string, language: Language): string =>
  SHEET_COLUMNS[field]?.[language === 'zh' ? 0 : 1] ?? fieldLabel(undefined, field, language)

const sheetPlace = (field: string, language: Language): string => {
  const row = ROWS.exec(field)
  if (!row) return named(field, language)
  const line = language === 'zh' ? `第${Number(row[1]) + 1}行` : `row ${Number(row[1]) + 1}`
  return row[2] === undefined ? line : `${line}·${named(row[2], language)}`
}

const TASK = /^tasks\[(\d+)\](?:\.(\w+))?$/

const departmentPlace = (field: string, language: Language): string => {
  const task = TASK.exec(field)
  if (!task) return fieldLabel(undefined, field, language)
  const line = language === 'zh' ? `任务${Number(task[1]) + 1}` : `task ${Number(task[1]) + 1}`
  return task[2] === undefined ? line : `${line}·${TASK_NAMES[language][task[2] as TaskColumn] ?? task[2]}`
}

const PLAN_ROW = /^(indicators|costing|funds\.rows)\[(\d+)\]/

/** 指标4·指标值, 年度资金总额·执行数, 年度总体目标. */
const planPlace = (read: ReadFile | CheckedFile, ref: RecordRef, field: string, language: Language): string => {
  const row = PLAN_ROW.exec(field)
  const name = planFieldName(field, language)
  if (!row) return name
  const index = Number(row[2])
  const funds = ref.kind === 'monitoring' ? read.monitorings?.[ref.index - 1]?.funds.rows[index] : undefined
  const line =
    row[1] === 'indicators'
      ? `${language === 'zh' ? '指标' : 'indicator '}${index + 1}`
      : funds?.label.printed || `${language === 'zh' ? '第' : 'row '}${index + 1}${language === 'zh' ? '行' : ''}`
  return /\]$/.test(field) ? line : `${line}·${name}`
}

/** Where in its record a finding stands; empty when it is about the record as a whole. */
const placeWithin = (
  read: ReadFile | CheckedFile,
  ref: RecordRef,
  finding: Pick<Finding, 'at' | 'printed' | 'position' | 'proof'>,
  language: Language,
): string => {
  const { at } = finding
  if (ref.kind === 'text') {
    const place = read.narrative && proseFinder(read.narrative).find(finding)
    const heading = place ? proseFinder(read.narrative!).headingOf(place.paragraph) : ''
    return heading && `“${heading.replace(/[。：:]$/, '')}”`
  }
  if (ref.kind === 'table') return tablePlace(read.finalAccounts!.tables[ref.index - 1]!, at, language)
  if (at.field === undefined) return ''
  if (ref.kind === 'form')
    return fieldLabel(
      read.forms.find(({ index }) => index === ref.index),
      at.field,
      language,
    )
  if (ref.kind === 'sheet') return sheetPlace(at.field, language)
  if (ref.kind === 'department') return departmentPlace(at.field, language)
  return planPlace(read, ref, at.field, language)
}

/** 自评表1 资金·年度资金总额·得分; 公开05表 第4行“行政运行”·基本支出; 文字说明 “收入决算情况说明”. */
export const placeName = (
  read: ReadFile | CheckedFile,
  finding: Pick<Finding, 'at' | 'printed' | 'position' | 'proof'>,
  language: Language = 'zh',
): string => {
  const ref = recordOf(read, finding.at, finding.position)
  // A table or section that was not kept as a record still has the name that the finding gives it.
  const { table, section } = finding.at
  const own =
    ref.kind === 'document'
      ? (table ?? (section === undefined || section === 'document' ? undefined : section))
      : undefined
  const name = own ?? recordName(read, ref, language)
  return [name, placeWithin(read, ref, finding, language)].filter(Boolean).join(' ')
}

/** The same for a place without a finding, such as the cell of a cause. */
export const placeNameAt = (
  read: ReadFile | CheckedFile,
  at: FindingPlace,
  position: Position | undefined,
  language: Language = 'zh',
): string => placeName(read, { at, position, printed: '', proof: undefined }, language)
