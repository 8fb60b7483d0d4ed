/** Draws the records of a document, whatever their kind, and finds the cell of a drawing that a finding speaks of. */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { Position } from '../../domain/source-document.ts'
import { positionKey } from '../position-text.ts'
import type { RecordRef } from '../records/record-ref.ts'
import type { ReadFile } from '../report-model.ts'
import type { Language } from '../words.ts'
import { accountLayout, headerDepth, sidesOf } from './account-layout.ts'
import { departmentLayout } from './department-layout.ts'
import { type DrawnForm, drawForm, drawFrom } from './drawn-form.ts'
import type { DrawnCell } from './drawn-table.ts'
import { goalLayout, monitoringLayout } from './plan-layout.ts'
import { sheetLayout } from './sheet-layout.ts'

export interface DrawnRecord extends DrawnForm {
  readonly ref: RecordRef
  /** All records that this drawing shows: both sides of a two-sided table. */
  readonly covers: readonly RecordRef[]
  /** Rows at the top of the first table that are no data. */
  readonly headerRows: number
}

type Read = Pick<
  ReadFile,
  'forms' | 'evaluations' | 'departments' | 'goalDeclarations' | 'monitorings' | 'finalAccounts' | 'source'
>

const made = (ref: RecordRef, tables: DrawnForm['tables']): DrawnRecord => ({
  ref,
  covers: [ref],
  headerRows: 1,
  layout: 'official',
  tables,
})

const drawAccounts = ({ finalAccounts, source }: Read, index: number): DrawnRecord | undefined => {
  const tables = finalAccounts?.tables ?? []
  const records = sidesOf(tables).find((group) => group.includes(index - 1))
  if (!records) return undefined
  const layout = accountLayout(tables, records)
  const covers = records.map((i): RecordRef => ({ kind: 'table', index: i + 1 }))
  // The grid of a file holds both sides; a part of it would miss the other one.
  const range = tables[records[0]!]!.source
  const isOneGrid = records.every((i) => tables[i]!.source.fromBlock === range.fromBlock)
  const drawn = isOneGrid ? drawFrom(range, source, [layout]) : ({ layout: 'official', tables: [layout] } as const)
  return {
    ...drawn,
    ref: covers[0]!,
    covers,
    headerRows: drawn.layout === 'official' ? headerDepth(tables, records) : 0,
  }
}

/** `undefined` for prose and the document itself, which are no tables, and for a record that is not there. */
export const drawRecord = (read: Read, ref: RecordRef, language: Language): DrawnRecord | undefined => {
  const at = ref.index - 1
  switch (ref.kind) {
    case 'form': {
      const form = read.forms.find(({ index }) => index === ref.index)
      return form && { ref, covers: [ref], headerRows: 0, ...drawForm(form, read.source) }
    }
    case 'table':
      return drawAccounts(read, ref.index)
    case 'sheet': {
      const sheet = read.evaluations[at]
      return sheet && made(ref, [sheetLayout(sheet, language)])
    }
    case 'department': {
      const form = read.departments?.[at]
      return form && made(ref, departmentLayout(form))
    }
    case 'goal': {
      const goal = read.goalDeclarations?.[at]
      return goal && { ...made(ref, []), ...drawFrom(goal.source, read.source, goalLayout(goal)) }
    }
    case 'monitoring': {
      const form = read.monitorings?.[at]
      return form && { ...made(ref, []), ...drawFrom(form.source, read.source, monitoringLayout(form)) }
    }
    default:
      return undefined
  }
}

/** What a finding says of a cell: its address, its place, what is printed there. */
export interface Spoken {
  readonly field?: FieldAddress | undefined
  readonly position?: Position | undefined
  readonly printed?: string
}

const cellsOf = (cells: Iterable<DrawnCell>): DrawnCell[] =>
  [...cells].flatMap((cell) => [cell, ...cellsOf(cell.nested.flat(2))])

const put = (map: Map<string, DrawnCell[]>, key: string, cell: DrawnCell): void => {
  const list = map.get(key)
  if (list) list.push(cell)
  else map.set(key, [cell])
}

/** The cells of one drawing by address, by name and by place. */
export class CellFinder {
  readonly #byName = new Map<string, DrawnCell[]>()
  readonly #byPlace = new Map<string, DrawnCell[]>()

  constructor({ tables }: DrawnForm) {
    for (const cell of cellsOf(tables.flat(2))) {
      for (const name of [...cell.fields, ...(cell.names ?? [])]) put(this.#byName, name, cell)
      if (cell.at && cell.fields.length > 0) put(this.#byPlace, positionKey(cell.at), cell)
    }
  }

  /** First address of the cell that is spoken of. An address that several cells have is told by place, then by print. */
  find({ field, position, printed }: Spoken): FieldAddress | undefined {
    const named = field === undefined ? [] : (this.#byName.get(field) ?? [])
    if (named.length === 1) return named[0]!.fields[0] ?? field
    const there = position ? (this.#byPlace.get(positionKey(position)) ?? []) : []
    const both = named.length > 0 ? named.filter((cell) => there.includes(cell)) : there
    const few = both.length > 0 ? both : named
    const alike = few.length > 1 ? few.filter(({ text }) => text !== '' && printed?.startsWith(text)) : few
    return alike[0]?.fields[0] ?? named[0]?.fields[0]
  }
}

/** All records of a file that can be drawn, two-sided tables once, in the order of a booklet. */
export const drawableRefs = (read: Read): readonly RecordRef[] => {
  const count = (kind: RecordRef['kind'], list: readonly unknown[] | undefined): RecordRef[] =>
    (list ?? []).map((_, i) => ({ kind, index: i + 1 }))
  return [
    ...sidesOf(read.finalAccounts?.tables ?? []).map(([first]): RecordRef => ({ kind: 'table', index: first! + 1 })),
    ...count('department', read.departments),
    ...count('sheet', read.evaluations),
    ...read.forms.map(({ index }): RecordRef => ({ kind: 'form', index })),
    ...count('goal', read.goalDeclarations),
    ...count('monitoring', read.monitorings),
  ]
}

/** The drawing that shows a record: that of the first side for the other side of a table. */
export const drawnWith = (read: Read, ref: RecordRef): RecordRef => {
  if (ref.kind !== 'table') return ref
  const group = sidesOf(read.finalAccounts?.tables ?? []).find((one) => one.includes(ref.index - 1))
  return group ? { kind: 'table', index: group[0]! + 1 } : ref
}

/** A drawing of both sides of a table is called by the name of neither. */
export const withoutSide = (read: Read, ref: RecordRef, name: string): string => {
  if (ref.kind !== 'table') return name
  const group = sidesOf(read.finalAccounts?.tables ?? []).find((one) => one.includes(ref.index - 1))
  return group && group.length > 1 ? name.replace(/(?:收入|支出)$/, '') : name
}
