/** Forms as they were read, for a terminal: head, fund block, goals, indicators. */
import { fieldLabel, type Language, type ReadFile } from '../app/report-words.ts'
import {
  FUND_COLUMNS,
  FUND_ROWS,
  HEAD_FIELDS,
  INDICATOR_COLUMNS,
  type SelfEvaluation,
} from '../domain/self-evaluation.ts'
import type { Style } from './style.ts'
import { displayWidth, hang, padEnd, printable, truncate } from './width.ts'

export interface TableOptions {
  readonly language: Language
  readonly width: number
  readonly style: Style
}

/** Column widths: what the longest cell needs, the widest ones giving way until the table fits. */
const fitWidths = (rows: readonly (readonly string[])[], width: number): number[] => {
  const columns = rows[0]?.length ?? 0
  const widths = Array.from({ length: columns }, (_, c) =>
    Math.max(2, ...rows.map((row) => displayWidth(row[c] ?? ''))),
  )
  const room = width - 2 - (columns - 1) * 2
  let total = widths.reduce((a, b) => a + b, 0)
  while (total > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= 6) break
    widths[widest]!--
    total--
  }
  return widths
}

const tableLines = (rows: readonly (readonly string[])[], { width, style }: TableOptions): string[] => {
  const shown = rows.map((row) => row.map(printable))
  const widths = fitWidths(shown, width)
  return shown.map((row, r) => {
    const line = `  ${row.map((text, c) => padEnd(truncate(text, widths[c]!), widths[c]!)).join('  ')}`.trimEnd()
    return r === 0 ? style.dim(line) : line
  })
}

const label = (form: SelfEvaluation, field: string, language: Language): string =>
  fieldLabel(form, field, language).split(/·|, /).at(-1)!

const fundLines = (form: SelfEvaluation, options: TableOptions): string[] => {
  const { rows, moreSources, unit } = form.funds
  const present = [
    ...FUND_ROWS.flatMap((key) =>
      rows[key] ? [{ name: label(form, `funds.${key}`, options.language), row: rows[key] }] : [],
    ),
    ...moreSources.map((row) => ({ name: row.label.printed, row })),
  ]
  if (present.length === 0) return []
  const columns = FUND_COLUMNS.filter((column) => present.some(({ row }) => row.cells[column]))
  const header = [unit, ...columns.map((column) => label(form, `funds.total.${column}`, options.language))]
  return tableLines(
    [header, ...present.map(({ name, row }) => [name, ...columns.map((c) => row.cells[c]?.printed ?? '')])],
    options,
  )
}

const indicatorLines = (form: SelfEvaluation, options: TableOptions): string[] => {
  if (form.indicators.length === 0) return []
  const header = INDICATOR_COLUMNS.map((column) => label(form, `indicators[0].${column}`, options.language))
  const total = form.totalScore || form.totalWeight
  const sum = INDICATOR_COLUMNS.map((column) =>
    column === 'level1'
      ? options.language === 'zh'
        ? '总分'
        : 'total'
      : column === 'weight'
        ? (form.totalWeight?.printed ?? '')
        : column === 'score'
          ? (form.totalScore?.printed ?? '')
          : '',
  )
  const rows = form.indicators.map((row) => INDICATOR_COLUMNS.map((column) => row[column].printed))
  return tableLines([header, ...rows, ...(total ? [sum] : [])], options)
}

const formLines = (form: SelfEvaluation, options: TableOptions): string[] => {
  const { language, width, style } = options
  const heading = `${language === 'zh' ? `自评表${form.index}` : `form ${form.index}`}  ${form.head.projectName?.printed ?? ''}`
  const head = HEAD_FIELDS.flatMap((key) => {
    const cell = form.head[key]
    return cell && key !== 'projectName' ? [`${fieldLabel(form, key, language)} ${cell.printed || '—'}`] : []
  })
  const goals = (['goalExpected', 'goalActual'] as const).flatMap((key) =>
    form[key] ? [hang(`  ${fieldLabel(form, key, language)} `, printable(form[key].printed), width)] : [],
  )
  return [
    style.bold(printable(heading)),
    ...(head.length > 0 ? [hang('  ', printable(head.join('  ')), width)] : []),
    ...fundLines(form, options),
    ...goals,
    ...indicatorLines(form, options),
  ]
}

export const formsTable = (read: ReadFile, options: TableOptions): string => {
  const none = options.language === 'zh' ? '没有找到项目支出绩效自评表' : 'no self-evaluation form found'
  const notes = read.notes.map(({ message }) => options.style.dim(hang('  ', printable(message), options.width)))
  const forms = read.forms.flatMap((form) => ['', ...formLines(form, options)])
  return [options.style.bold(printable(read.file)), ...notes, ...(forms.length > 0 ? forms : [`  ${none}`])].join('\n')
}
