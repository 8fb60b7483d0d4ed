/** Compares two documents record by record. Pure: what was read and found of each comes in, what changed goes out. */
import type { DepartmentSelfEvaluation } from '../../domain/department-self-evaluation.ts'
import {
  COMPARED_KINDS,
  type ComparisonMode,
  type DocumentComparison,
  type PlacedFinding,
  type RecordChange,
} from '../../domain/document-comparison.ts'
import type { EvaluationSheet } from '../../domain/evaluation-sheet.ts'
import type { FinalAccounts } from '../../domain/final-accounts.ts'
import type { GoalDeclaration } from '../../domain/goal-declaration.ts'
import type { Monitoring } from '../../domain/monitoring.ts'
import type { Narrative } from '../../domain/narrative.ts'
import type { SelfEvaluation } from '../../domain/self-evaluation.ts'
import { textKey } from '../../kernel/normalize.ts'
import type { ComparedRecord } from './compared-record.ts'
import { compareFindings } from './finding-changes.ts'
import { departmentRecords, formRecords } from './form-records.ts'
import { compareNarratives } from './narrative-changes.ts'
import { goalRecords, monitoringRecords } from './plan-records.ts'
import { compareRecords, matchRecords, matchRows } from './record-changes.ts'
import { sheetRecords, tableRecords } from './table-records.ts'

export interface ComparedDocument {
  readonly forms: readonly SelfEvaluation[]
  readonly evaluations: readonly EvaluationSheet[]
  readonly departments: readonly DepartmentSelfEvaluation[]
  readonly goals: readonly GoalDeclaration[]
  readonly monitorings: readonly Monitoring[]
  readonly accounts: FinalAccounts | undefined
  readonly narrative: Narrative | undefined
  readonly findings: readonly PlacedFinding[]
}

const recordsOf = ({
  forms,
  evaluations,
  departments,
  goals,
  monitorings,
  accounts,
}: ComparedDocument): readonly ComparedRecord[] => [
  ...tableRecords(accounts?.tables ?? []),
  ...departmentRecords(departments),
  ...sheetRecords(evaluations),
  ...formRecords(forms),
  ...goalRecords(goals),
  ...monitoringRecords(monitorings),
]

const titlesOf = (document: ComparedDocument): readonly string[] =>
  [
    ...document.forms,
    ...document.departments,
    ...document.evaluations,
    ...document.goals,
    ...document.monitorings,
    ...(document.accounts?.tables ?? []),
  ].flatMap(({ title }) => (title ? [textKey(title.printed)] : []))

const lonely = (record: ComparedRecord, state: 'new' | 'gone'): RecordChange => ({
  kind: record.kind,
  state,
  name: record.name,
  before: state === 'gone' ? record.index : undefined,
  after: state === 'new' ? record.index : undefined,
  changes: [],
})

/** Names that both documents share: of records by pairs, of cells by the pair of their rows. */
interface Identities {
  readonly records: Map<string, string>
  readonly cells: Map<string, string>
}

const nothingKnown = (): Identities => ({ records: new Map(), cells: new Map() })

const recordKey = (kind: string, index: number): string => `${kind}${index}`

const nameCells = (
  identities: Identities,
  record: ComparedRecord,
  name: string,
  rowName: (row: number) => string,
): void => {
  identities.records.set(recordKey(record.kind, record.index), name)
  record.rows.forEach((row, i) => {
    for (const { key, field } of row.cells)
      identities.cells.set(`${recordKey(record.kind, record.index)}|${field}`, `${rowName(i)}|${key}`)
  })
}

const namePair = (
  pair: readonly [ComparedRecord, ComparedRecord],
  name: string,
  sides: readonly [Identities, Identities],
  mode: ComparisonMode,
): void => {
  const { pairs } = matchRows(...pair, mode)
  for (const side of [0, 1] as const) {
    const names = new Map(pairs.map((rows, i) => [rows[side], `row${i}`]))
    const own = pair[side]
    nameCells(sides[side], own, name, (i) => names.get(own.rows[i]!) ?? `${side === 0 ? 'old' : 'new'}${i}`)
  }
}

const identityOf =
  ({ cells }: Identities) =>
  ({ finding, kind, index }: PlacedFinding): string | undefined =>
    finding.at.field === undefined
      ? undefined
      : (cells.get(`${recordKey(kind, index)}|${finding.at.field}`) ?? finding.at.field)

const recordNameOf =
  ({ records }: Identities) =>
  ({ kind, index }: PlacedFinding): string =>
    records.get(recordKey(kind, index)) ?? kind

export const compareDocuments = (
  before: ComparedDocument,
  after: ComparedDocument,
  mode: ComparisonMode,
): DocumentComparison => {
  const sides = [nothingKnown(), nothingKnown()] as const
  const records: RecordChange[] = []
  const titles = new Set([...titlesOf(before), ...titlesOf(after)])
  if (before.narrative && after.narrative)
    records.push(compareNarratives(before.narrative, after.narrative, mode, titles))
  const [old, now] = [recordsOf(before), recordsOf(after)]
  for (const kind of COMPARED_KINDS) {
    const isKind = (record: ComparedRecord): boolean => record.kind === kind
    const { pairs, gone, added } = matchRecords(old.filter(isKind), now.filter(isKind), mode)
    pairs.forEach((pair, i) => {
      namePair(pair, `${kind} pair ${i}`, sides, mode)
      records.push(compareRecords(...pair, mode))
    })
    gone.forEach((record, i) => {
      nameCells(sides[0], record, `${kind} gone ${i}`, (row) => `row${row}`)
    })
    added.forEach((record, i) => {
      nameCells(sides[1], record, `${kind} new ${i}`, (row) => `row${row}`)
    })
    records.push(...added.map((record) => lonely(record, 'new')), ...gone.map((record) => lonely(record, 'gone')))
  }
  const findings = compareFindings(
    { findings: before.findings, identityOf: identityOf(sides[0]), recordOf: recordNameOf(sides[0]) },
    { findings: after.findings, identityOf: identityOf(sides[1]), recordOf: recordNameOf(sides[1]) },
  )
  return { mode, records, findings }
}
