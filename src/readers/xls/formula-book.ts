import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { SheetCell, SheetContext } from '../xlsx/sheet-scan.ts'
import { type FormulaPlace, formulaText, leadsElsewhere } from './formula.ts'
import type { BiffGlobals } from './globals.ts'
import type { BiffRecord } from './records.ts'

interface Shared {
  readonly tokens: Uint8Array
  readonly isArray: boolean
}

const keyOf = (row: number, column: number): number => row * 0x10000 + column

const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)

/** The formulas of one sheet. They are written out at its end, because one that cells share comes after the first of them. */
export class FormulaBook {
  readonly #globals: BiffGlobals
  readonly #context: SheetContext
  readonly #limits: ReaderLimits
  readonly #own = new Map<number, Uint8Array>()
  readonly #shared = new Map<number, Shared>()
  #last = -1

  constructor(globals: BiffGlobals, context: SheetContext, limits: ReaderLimits) {
    this.#globals = globals
    this.#context = context
    this.#limits = limits
  }

  has(row: number, column: number): boolean {
    return this.#own.has(keyOf(row, column))
  }

  /** `packed` begins with the length of the tokens. */
  add(row: number, column: number, packed: Uint8Array): void {
    this.#last = keyOf(row, column)
    this.#own.set(this.#last, packed.subarray(2, 2 + u16(packed, 0)))
  }

  /** A formula of several cells; it belongs to the cell before it, and is named by the first of its range. */
  share({ type, data }: BiffRecord): void {
    const isArray = type === 0x0221
    const start = isArray ? 12 : 8
    const shared = { tokens: data.subarray(start + 2, start + 2 + u16(data, start)), isArray }
    this.#shared.set(keyOf(u16(data, 0), data[4] ?? 0), shared)
    this.#shared.set(this.#last, shared)
  }

  finish(rows: ReadonlyMap<number, SheetCell[]>): void {
    for (const [row, cells] of rows) {
      for (const [index, cell] of cells.entries()) {
        const formula = this.#formulaAt(row, cell.column)
        if (formula === undefined) continue
        this.#context.budget.formulaCharacters -= formula.length
        if (this.#context.budget.formulaCharacters < 0) {
          throw limitExceeded(this.#context.where, '公式总长度', `${this.#limits.formulaCharacters} 字`)
        }
        cells[index] = { ...cell, formula }
      }
    }
  }

  #formulaAt(row: number, column: number): string | undefined {
    const key = keyOf(row, column)
    const own = this.#own.get(key)
    if (own === undefined) return undefined
    const place: FormulaPlace = { row, column, sheetsOf: this.#globals.sheetsOf }
    const other = leadsElsewhere(own)
    if (other === undefined) return formulaText(own, place)
    const shared = this.#shared.get(keyOf(other.row, other.column))
    // An array formula stands in its first cell, as in .xlsx.
    if (shared === undefined || (shared.isArray && key !== keyOf(other.row, other.column))) return undefined
    return formulaText(shared.tokens, place)
  }
}
