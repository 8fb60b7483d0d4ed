/**
 * YAML cases (style: a budget officer can read them). A case names the code under test by its file, changes cells of the
 * correct base form and lists what that code alone must find. Keys:
 *   name, on (ISO day; it also sets the form's year unless `year` does), pack (default national-2020)
 *   form:   { dotted field: printed, … }; null takes the field out of the form; indicators[n] beyond the last one adds a row
 *   rows:   replaces all indicators by [level1, level2, level3, target, actual, weight, score, deviation] rows
 *   forms:  a list of `form` maps for checks over several forms
 *   document: what stands around the forms: { paragraphs: [text, …], notes: [{ code, message, page? }, …] }
 *   goal:   { dotted field: printed, … } of the base goal declaration; `rows` as [level1, level2, level3, target, weight]
 *   monitoring: { dotted field: printed, … } of the base monitoring form
 *   text:   paragraphs of prose, for checks of the narrative; then there is no form
 *   sheets: score sheets or a whole department's form as Markdown tables, with the report's text around them
 *   booklet: a whole document as Markdown (prose, tables, forms), read as a file is; every kind of record is passed on
 *   booklets: several documents, for checks across them; `year` and `department` are read from each
 *   doubt:  fields that the reader was not sure of; templateRows: rows left as the template printed them; title of the form
 *   variant: a named change of the pack (rule-variants.ts)
 *   findings: [{ at, form?, severity?, verdict?, printed?, expected? }]
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { checkAcross } from '../../src/app/check-across.ts'
import { checkRead } from '../../src/app/check-file.ts'
import { readSource } from '../../src/app/read-file.ts'
import { allChecks } from '../../src/checks/index.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { type Cell, INDICATOR_COLUMNS, type SelfEvaluation } from '../../src/domain/self-evaluation.ts'
import type { Grid, GridCell, ReaderNote, SourceDocument } from '../../src/domain/source-document.ts'
import { runChecks } from '../../src/engine/run.ts'
import { rulesFor } from '../../src/law/packs.ts'
import { readText } from '../../src/readers/text/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { readNarrative } from '../../src/recognise/narrative/index.ts'
import { baseForm } from './base-form.ts'
import { baseGoal, baseMonitoring, type PlanChanges } from './base-plans.ts'
import { type GoldForm, recordFromGold } from './gold-record.ts'
import { ruleVariant } from './rule-variants.ts'

type Changes = Readonly<Record<string, string | null>>

export interface ExpectedFinding {
  readonly code?: string
  readonly at?: string
  readonly form?: number
  readonly severity?: string
  readonly verdict?: string
  readonly printed?: string
  readonly expected?: string
  readonly table?: string
  readonly file?: string
}

export interface CheckCase {
  readonly name: string
  readonly on: string
  readonly pack?: string
  readonly form?: Changes
  readonly rows?: readonly (readonly string[])[]
  readonly forms?: readonly Changes[]
  readonly document?: {
    readonly paragraphs?: readonly string[]
    /** Cells of a workbook sheet by address: printed text, or text with formula and stored value. */
    readonly cells?: Readonly<Record<string, string | Pick<GridCell, 'text' | 'formula' | 'stored'>>>
    readonly notes?: readonly { readonly code: ReaderNote['code']; readonly message: string; readonly page?: number }[]
  }
  readonly goal?: PlanChanges
  readonly monitoring?: PlanChanges
  readonly text?: readonly string[]
  /** Score sheets and whole-department forms, read as a document is. */
  readonly sheets?: string
  /** A whole document with everything in it. */
  readonly booklet?: string
  readonly booklets?: readonly string[]
  readonly doubt?: readonly string[]
  readonly templateRows?: readonly string[]
  readonly title?: string
  /** Pack values that no pack has as its first one yet: name of an entry of rule-variants.ts. */
  readonly variant?: string
  readonly findings: readonly ExpectedFinding[]
}

export interface CaseFile {
  readonly code: string
  readonly path: string
  readonly cases: readonly CheckCase[]
}

const EMPTY_ROW = Object.fromEntries(INDICATOR_COLUMNS.map((column) => [column, '']))

/** `funds.total.score`, `indicators[2].actual`, `more.grade`, `funds.moreSources[0].executed`. */
const setField = (form: Record<string, unknown>, address: string, printed: string | null): void => {
  const path = address.replaceAll(/\[(\d+)\]/g, '.$1').split('.')
  let at: Record<string, unknown> = form
  for (const [i, key] of path.slice(0, -1).entries()) {
    const isList = /^\d+$/.test(path[i + 1]!)
    at[key] ??= isList ? [] : /^\d+$/.test(key) && path[0] === 'indicators' ? { ...EMPTY_ROW } : {}
    at = at[key] as Record<string, unknown>
  }
  const last = path.at(-1)!
  if (printed === null) delete at[last]
  else at[last] = last === 'year' ? Number(printed) : String(printed)
}

export const changedForm = (index: number, changes: Changes, rows?: CheckCase['rows']): SelfEvaluation => {
  const form = { ...baseForm(), index } as unknown as Record<string, unknown>
  if (rows)
    form.indicators = rows.map((row) =>
      Object.fromEntries(INDICATOR_COLUMNS.map((column, i) => [column, row[i] ?? ''])),
    )
  for (const [address, printed] of Object.entries(changes)) setField(form, address, printed)
  return recordFromGold(form as unknown as GoldForm)
}

const gridOf = (cells: NonNullable<CheckCase['document']>['cells']): readonly Grid[] =>
  cells === undefined
    ? []
    : [
        {
          kind: 'grid',
          structure: 'exact',
          rows: 0,
          columns: 0,
          at: {},
          cells: Object.entries(cells).map(([address, cell]) => ({
            ...(typeof cell === 'string' ? { text: cell } : cell),
            row: 0,
            column: 0,
            rowSpan: 1,
            columnSpan: 1,
            at: { cell: address },
          })),
        },
      ]

/** Block 0 stands for the forms; paragraphs follow, then the cells of a workbook. */
const sourceOf = ({ document }: CheckCase): SourceDocument => ({
  file: '用例',
  format: document?.cells ? 'xlsx' : 'txt',
  blocks: [
    ...['', ...(document?.paragraphs ?? [])].map((text) => ({ kind: 'paragraph' as const, text, at: {} })),
    ...gridOf(document?.cells),
  ],
  notes: (document?.notes ?? []).map(({ code, message, page }) => ({
    code,
    message,
    messageEn: message,
    at: page ? { page } : {},
  })),
})

const doubtful = (cell: Cell): Cell => ({ ...cell, unsure: true })

/** What a recogniser adds to a record besides the printed texts. */
const completed = (record: SelfEvaluation, { doubt, templateRows, title }: CheckCase): SelfEvaluation => ({
  ...record,
  ...(title && record.title ? { title: { ...record.title, printed: title } } : {}),
  emptyTemplateRows: (templateRows ?? []).map((printed) => ({ printed, at: {} })),
  head: Object.fromEntries(
    Object.entries(record.head).map(([key, cell]) => [key, doubt?.includes(key) ? doubtful(cell) : cell]),
  ),
  indicators: record.indicators.map((row, i) => ({
    ...row,
    ...Object.fromEntries(
      INDICATOR_COLUMNS.filter((column) => doubt?.includes(`indicators[${i}].${column}`)).map((column) => [
        column,
        doubtful(row[column]),
      ]),
    ),
  })),
})

/** Paragraphs read as the prose of a booklet. */
const runText = (code: string, one: CheckCase, paragraphs: readonly string[]): readonly Finding[] => {
  const source: SourceDocument = {
    file: '用例',
    format: 'txt',
    blocks: paragraphs.map((text, i) => ({ kind: 'paragraph' as const, text, at: { line: i + 1 } })),
    notes: [],
  }
  const checks = allChecks.filter((check) => check.id === code)
  const rules = rulesFor(one.pack ?? 'national-2020', String(one.on))
  return runChecks(source, [], rules, checks, { narrative: readNarrative(source, []) })
}

/** The tables of the case as records; forms beside them only where the case has some. */
const runSheets = (code: string, { on, pack, form, forms, sheets }: CheckCase): readonly Finding[] => {
  const source = readText(sheets!, '用例.md', 'utf-8')
  const { evaluations, evaluationExcerpts, departmentSelfEvaluations } = recognise(source)
  const changes = forms ?? (form ? [form] : [])
  const rules = rulesFor(pack ?? 'national-2020', String(on))
  return runChecks(
    source,
    changes.map((change, i) => changedForm(i + 1, { year: String(on).slice(0, 4), ...change })),
    rules,
    allChecks.filter((check) => check.id === code),
    {
      assessments: {
        sheets: evaluations,
        excerpts: evaluationExcerpts,
        departments: departmentSelfEvaluations,
        rules,
      },
    },
  )
}

/** A document as a user hands it in; the pack follows from place and year as in the product, unless the case names one. */
const runBooklet = (code: string, { pack }: CheckCase, booklet: string): readonly Finding[] => {
  const read = readSource(readText(booklet, '用例.md', 'utf-8'), '用例.md')
  const { findings, unchecked } = checkRead(read, pack === undefined ? {} : { pack })
  const failed = unchecked.filter(({ message }) => message.includes(code))
  if (failed.length > 0) throw new Error(failed.map(({ message }) => message).join('；'))
  return findings.filter((finding) => finding.code === code)
}

const runBooklets = (code: string, booklets: readonly string[]): readonly Finding[] => {
  const files = booklets.map((text, i) => readSource(readText(text, `用例${i + 1}.md`, 'utf-8'), `用例${i + 1}.md`))
  return checkAcross(files).findings.filter((finding) => finding.code === code)
}

/** One form that looks ahead: a declaration of goals, or a monitoring form. */
const runPlan = (code: string, one: CheckCase): readonly Finding[] => {
  const { on, pack, goal, monitoring, rows } = one
  const rules = ruleVariant(rulesFor(pack ?? 'national-2021', String(on)), one.variant)
  const year = String(on).slice(0, 4)
  const checks = allChecks.filter((check) => check.id === code)
  return runChecks({ file: '用例', format: 'txt', blocks: [], notes: [] }, [], rules, checks, {
    goals: goal ? [{ declaration: baseGoal({ year, ...goal }, rows), rules }] : [],
    monitorings: monitoring ? [{ monitoring: baseMonitoring({ year, ...monitoring }), rules }] : [],
  })
}

/** All findings of the case's code. */
export const runCase = (code: string, one: CheckCase): readonly Finding[] => {
  if (one.booklets) return runBooklets(code, one.booklets)
  if (one.booklet !== undefined) return runBooklet(code, one, one.booklet)
  if (one.sheets !== undefined) return runSheets(code, one)
  if (one.text) return runText(code, one, one.text)
  if (one.goal || one.monitoring) return runPlan(code, one)
  const { on, pack, form, rows, forms } = one
  const year = String(on).slice(0, 4)
  const records = (forms ?? [form ?? {}]).map((changes, i) =>
    completed(changedForm(i + 1, { year, ...changes }, rows), one),
  )
  const checks = allChecks.filter((check) => check.id === code)
  const rules = ruleVariant(rulesFor(pack ?? 'national-2020', String(on)), one.variant)
  return runChecks(sourceOf(one), records, rules, checks)
}

/** Only the keys that the case names are compared. */
export const reduced = (finding: Finding, expected: ExpectedFinding | undefined): ExpectedFinding => {
  const all: ExpectedFinding = {
    code: finding.code,
    at: finding.at.field ?? '',
    ...(finding.at.form === undefined ? {} : { form: finding.at.form }),
    ...(finding.at.table === undefined ? {} : { table: finding.at.table }),
    ...(finding.at.file === undefined ? {} : { file: finding.at.file }),
    severity: finding.severity,
    verdict: finding.verdict,
    printed: finding.printed,
    expected: finding.expected,
  }
  const keys = Object.keys(expected ?? { code: '', at: '', severity: '', printed: '', expected: '' })
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)))
}

/** `se-021-execution-score.yaml` → SE-021. */
const codeOf = (file: string): string => /^([a-z]+-\d+)/.exec(basename(file))![1]!.toUpperCase()

export const caseFiles = (root: string): readonly CaseFile[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const path = join(root, file)
      return { code: codeOf(file), path, cases: (parse(readFileSync(path, 'utf8')) ?? []) as CheckCase[] }
    })
