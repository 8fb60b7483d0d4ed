/** Which cells of which drawing the findings of a file mark: the cell that is wrong, and the cells it was computed with. */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { Proof, ProofInput } from '../../domain/finding.ts'
import type { Position } from '../../domain/source-document.ts'
import { positionKey } from '../position-text.ts'
import { recordCells } from '../record-fields.ts'
import { type RecordRef, refKey } from '../records/record-ref.ts'
import type { CheckedFile, NumberedFinding } from '../report-model.ts'
import type { NumberedCause, Problems } from '../report-problems.ts'
import type { Language } from '../words.ts'
import { CellFinder, type DrawnRecord, drawableRefs, drawnWith, drawRecord } from './drawn-record.ts'

/** Findings by the field they stand at; a field that a finding also mentions is only outlined. */
export interface Marks {
  readonly at: ReadonlyMap<FieldAddress, readonly NumberedFinding[]>
  readonly also: ReadonlyMap<FieldAddress, readonly NumberedFinding[]>
  /** Cells that have to change so that several findings go away. */
  readonly causes: ReadonlyMap<FieldAddress, readonly NumberedCause[]>
}

interface Drawing {
  readonly record: DrawnRecord
  readonly finder: CellFinder
  readonly at: Map<FieldAddress, NumberedFinding[]>
  readonly also: Map<FieldAddress, NumberedFinding[]>
  readonly causes: Map<FieldAddress, NumberedCause[]>
}

const put = <T>(map: Map<string, T[]>, key: string | undefined, entry: T): void => {
  if (key === undefined) return
  const list = map.get(key)
  if (!list) map.set(key, [entry])
  else if (!list.includes(entry)) list.push(entry)
}

const inputsOf = ({ inputs, steps = [] }: Proof): readonly ProofInput[] => [...inputs, ...steps.flatMap(inputsOf)]

/** Drawings of one file, made when they are first asked for, with the marks of all findings on them. */
export class Drawings {
  readonly #checked: CheckedFile
  readonly #language: Language
  readonly #drawings = new Map<string, Drawing>()
  readonly #marked = new Set<number>()
  /** Records by the places of their cells; made only when a finding looks beyond its own record. */
  #places: Map<string, RecordRef> | undefined

  constructor(checked: CheckedFile, problems: Problems, language: Language) {
    this.#checked = checked
    this.#language = language
    for (const entry of problems.entries) this.#mark(entry, problems.homeOf.get(entry.number)!)
    for (const cause of problems.causes) this.#markCause(cause)
  }

  /** The record as drawn, with its marks; `undefined` for what cannot be drawn. */
  of(ref: RecordRef): { readonly record: DrawnRecord; readonly marks: Marks } | undefined {
    const drawing = this.#drawing(ref)
    return drawing && { record: drawing.record, marks: drawing }
  }

  /** Is there a cell that the finding stands at, in whatever drawing? */
  isMarked({ number }: NumberedFinding): boolean {
    return this.#marked.has(number)
  }

  #drawing(ref: RecordRef): Drawing | undefined {
    const own = drawnWith(this.#checked, ref)
    const key = refKey(own)
    const known = this.#drawings.get(key)
    if (known) return known
    const record = drawRecord(this.#checked, own, this.#language)
    if (!record) return undefined
    const drawing = { record, finder: new CellFinder(record), at: new Map(), also: new Map(), causes: new Map() }
    this.#drawings.set(key, drawing)
    return drawing
  }

  #mark(entry: NumberedFinding, home: RecordRef): void {
    const { at, printed, position, proof } = entry.finding
    const own = this.#drawing(home)
    if (own) {
      // Without a field a finding is about the form as a whole, and no cell of it is to blame.
      const field =
        home.kind === 'form' && at.field === undefined
          ? undefined
          : own.finder.find({ field: at.field, position, printed })
      put(own.at, field, entry)
      if (field !== undefined) this.#marked.add(entry.number)
      for (const other of at.also ?? []) put(own.also, own.finder.find({ field: other }), entry)
    }
    // Numbers of another document have their places there.
    if (home.kind === 'form' || !proof || at.file !== undefined) return
    for (const input of inputsOf(proof)) this.#markInput(input, entry)
  }

  /** A number that the working used, in whatever record it is printed. */
  #markInput({ field, position, printed }: ProofInput, entry: NumberedFinding): void {
    const ref = position && this.#recordAt(position)
    const drawing = ref && this.#drawing(ref)
    if (drawing) put(drawing.also, drawing.finder.find({ field, position, printed }), entry)
  }

  #markCause(cause: NumberedCause): void {
    const { main, position, candidates } = cause.cause
    const printed = candidates[0]?.changes[0]?.printed
    const own = this.#drawing(cause.home)
    const spoken = { field: main.field, position, ...(printed === undefined ? {} : { printed }) }
    if (own) put(own.causes, own.finder.find(spoken), cause)
  }

  #recordAt(position: Position): RecordRef | undefined {
    this.#places ??= this.#indexPlaces()
    return this.#places.get(positionKey(position))
  }

  #indexPlaces(): Map<string, RecordRef> {
    const places = new Map<string, RecordRef>()
    const { forms } = this.#checked
    for (const form of forms)
      for (const { cell } of recordCells(form)) places.set(positionKey(cell.at), { kind: 'form', index: form.index })
    for (const ref of drawableRefs(this.#checked)) {
      if (ref.kind === 'form') continue
      const drawing = this.#drawing(ref)
      for (const cell of drawing?.record.tables.flat(2) ?? [])
        if (cell.at && cell.fields.length > 0) places.set(positionKey(cell.at), ref)
    }
    return places
  }
}
