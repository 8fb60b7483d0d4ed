import { columnName } from '../xlsx/address.ts'
import { parseStored, plainText } from '../xlsx/number-format/decimal-text.ts'
import { FUNCTIONS } from './functions.ts'

export interface FormulaPlace {
  readonly row: number
  readonly column: number
  sheetsOf(reference: number): readonly [first: string, last: string] | undefined
}

/** A cell whose formula is that of another: which one ([MS-XLS] 2.5.198.58). */
export function leadsElsewhere(tokens: Uint8Array): { row: number; column: number } | undefined {
  if (tokens[0] !== 1 || tokens.length < 5) return undefined
  return { row: tokens[1]! | (tokens[2]! << 8), column: tokens[3]! | (tokens[4]! << 8) }
}

/** Tokens of two operands, from 3 on. */
const OPERATORS: readonly string[] = ['+', '-', '*', '/', '^', '&', '<', '<=', '=', '>=', '>', '<>', ' ', ',', ':']
const ERRORS: Readonly<Record<number, string>> = { 0: '#NULL!', 7: '#DIV/0!', 15: '#VALUE!', 23: '#REF!', 42: '#N/A' }

/** Longer than Excel lets a formula be; shared parts of a damaged one could double with each token. */
const LONGEST = 8192

/**
 * A formula as text, without the equals sign, from its tokens in the order they are worked off ([MS-XLS] 2.5.198).
 * Undefined when it has something that is not written out here (names, other files, constant arrays): then the value alone
 * is handed on.
 */
export function formulaText(tokens: Uint8Array, place: FormulaPlace): string | undefined {
  const machine = new Machine(tokens, place)
  while (!machine.isDone) if (!machine.step()) return undefined
  return machine.result
}

class Machine {
  readonly #view: DataView
  readonly #tokens: Uint8Array
  readonly #place: FormulaPlace
  readonly #stack: string[] = []
  #at = 0

  constructor(tokens: Uint8Array, place: FormulaPlace) {
    this.#tokens = tokens
    this.#view = new DataView(tokens.buffer, tokens.byteOffset, tokens.byteLength)
    this.#place = place
  }

  get isDone(): boolean {
    return this.#at >= this.#tokens.length
  }

  get result(): string | undefined {
    return this.#stack.length === 1 ? this.#stack[0] : undefined
  }

  /** Works off one token; false when it cannot be written out. */
  step(): boolean {
    const raw = this.#tokens[this.#at++]!
    // Operands come in three classes, which say the same in the text.
    const token = raw < 0x20 ? raw : raw & 0x40 ? (raw & 0x1f) | 0x20 : raw & 0x3f
    const size = OPERAND_BYTES[token] ?? 0
    if (this.#at + size > this.#tokens.length) return false
    const at = this.#at
    this.#at += size
    const text = this.#textOf(token, at)
    if (text === undefined || text.length > LONGEST) return false
    if (text !== '') this.#stack.push(text)
    return true
  }

  /** What the token puts on the stack; empty for nothing. */
  #textOf(token: number, at: number): string | undefined {
    if (token >= 3 && token <= 17) return this.#joined(OPERATORS[token - 3]!)
    const view = this.#view
    switch (token) {
      case 0x12:
      case 0x13:
        return this.#around(token === 0x12 ? '+' : '-', '')
      case 0x14:
        return this.#around('', '%')
      case 0x15:
        return this.#around('(', ')')
      case 0x16:
        return MISSING
      case 0x17:
        return this.#string(at)
      case 0x19:
        return this.#attribute(at)
      case 0x1c:
        return ERRORS[view.getUint8(at)]
      case 0x1d:
        return view.getUint8(at) === 0 ? 'FALSE' : 'TRUE'
      case 0x1e:
        return String(view.getUint16(at, true))
      case 0x1f:
        return numberText(view.getFloat64(at, true))
      case 0x21:
        return this.#call(FUNCTIONS[view.getUint16(at, true)]?.[1], view.getUint16(at, true))
      case 0x22:
        return this.#call(view.getUint8(at) & 0x7f, view.getUint16(at + 1, true) & 0x7fff)
      default:
        return this.#reference(token, at)
    }
  }

  #reference(token: number, at: number): string | undefined {
    const view = this.#view
    const word = (index: number): number => view.getUint16(at + 2 * index, true)
    switch (token) {
      case 0x24:
        return this.#cell(word(0), word(1))
      case 0x25:
        return `${this.#cell(word(0), word(2))}:${this.#cell(word(1), word(3))}`
      case 0x26:
      case 0x29:
        // Says how much memory the operands behind it take.
        return ''
      case 0x2a:
      case 0x2b:
        return '#REF!'
      case 0x2c:
        return this.#shifted(word(0), word(1))
      case 0x2d:
        return `${this.#shifted(word(0), word(2))}:${this.#shifted(word(1), word(3))}`
      case 0x3a:
        return this.#onSheet(word(0), this.#cell(word(1), word(2)))
      case 0x3b:
        return this.#onSheet(word(0), `${this.#cell(word(1), word(3))}:${this.#cell(word(2), word(4))}`)
      default:
        return undefined
    }
  }

  #joined(operator: string): string | undefined {
    const right = this.#stack.pop()
    const left = this.#stack.pop()
    return left === undefined || right === undefined ? undefined : left + operator + right
  }

  #around(before: string, after: string): string | undefined {
    const inner = this.#stack.pop()
    return inner === undefined ? undefined : before + inner + after
  }

  #string(at: number): string | undefined {
    const length = this.#tokens[at]!
    const isWide = (this.#tokens[at + 1]! & 1) !== 0
    const end = at + 2 + length * (isWide ? 2 : 1)
    if (end > this.#tokens.length) return undefined
    this.#at = end
    let text = ''
    for (let index = 0; index < length; index += 1) {
      const place = at + 2 + index * (isWide ? 2 : 1)
      text += String.fromCharCode(isWide ? this.#view.getUint16(place, true) : this.#view.getUint8(place))
    }
    return `"${text.replaceAll('"', '""')}"`
  }

  /** Marks for working off IF and CHOOSE, blanks, and a sum of one operand. */
  #attribute(at: number): string | undefined {
    const kind = this.#tokens[at]!
    if (kind & 0x04) this.#at += 2 * (this.#view.getUint16(at + 1, true) + 1)
    return kind & 0x10 ? this.#around('SUM(', ')') : ''
  }

  #call(count: number | undefined, number: number): string | undefined {
    const name = FUNCTIONS[number]?.[0]
    if (name === undefined || count === undefined || count > this.#stack.length) return undefined
    const operands = count === 0 ? [] : this.#stack.splice(-count)
    return `${name}(${operands.map((operand) => (operand === MISSING ? '' : operand)).join(',')})`
  }

  #cell(row: number, column: number): string {
    return address(row, column & 0x3fff, column)
  }

  /** In a shared formula, places are told from the cell it stands in; they run round at the edges of the sheet. */
  #shifted(row: number, column: number): string {
    const { row: ownRow, column: ownColumn } = this.#place
    const toRow = column & ROW_IS_RELATIVE ? (row + ownRow) & 0xffff : row
    const toColumn = column & COLUMN_IS_RELATIVE ? (column + ownColumn) & 0xff : column & 0xff
    return address(toRow, toColumn, column)
  }

  #onSheet(reference: number, text: string): string | undefined {
    const sheets = this.#place.sheetsOf(reference)
    if (sheets === undefined) return undefined
    const name = sheets[0] === sheets[1] ? sheets[0] : `${sheets[0]}:${sheets[1]}`
    const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?$/u.test(name)
    return `${isPlain ? name : `'${name.replaceAll("'", "''")}'`}!${text}`
  }
}

const MISSING = '\u0000'

/** Bytes behind a token; for a text and for CHOOSE those at its start only. */
const OPERAND_BYTES: Readonly<Record<number, number>> = {
  ...{ 1: 4, 2: 4, 23: 2, 25: 3, 28: 1, 29: 1, 30: 2, 31: 8 },
  ...{ 32: 7, 33: 2, 34: 3, 35: 4, 36: 4, 37: 8, 38: 6, 41: 2, 42: 4, 43: 8, 44: 4, 45: 8 },
  ...{ 57: 6, 58: 6, 59: 10 },
}

const COLUMN_IS_RELATIVE = 0x4000
const ROW_IS_RELATIVE = 0x8000

function address(row: number, column: number, flags: number): string {
  const dollar = (flag: number): string => (flags & flag ? '' : '$')
  return `${dollar(COLUMN_IS_RELATIVE)}${columnName(column)}${dollar(ROW_IS_RELATIVE)}${row + 1}`
}

function numberText(value: number): string | undefined {
  const number = parseStored(String(value))
  return number && plainText(number)
}
