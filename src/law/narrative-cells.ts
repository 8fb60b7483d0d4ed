/** Which cell of which table an amount of the narrative repeats. Data: law/forms/narrative-cells.yaml. */
import { TABLE_SIDES, type TableSide } from '../domain/final-accounts.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import { child, invalidLaw, listOf, maybe, need, oneOf, onlyKeys, placed, type Read, text, yesNo } from './read-node.ts'

/** One cell of a table by roles. */
export interface CellRef {
  readonly profile: string
  readonly side: TableSide
  /** Role of the row; `*` for the only row. */
  readonly row: string
  /** A label instead of a role: rows that hold two totals side by side. */
  readonly label: string
  readonly column: string
}

export interface SubjectRule {
  /** Key of the quantity; rules of several sections may share it. */
  readonly id: string
  readonly name: string
  readonly topics: readonly string[]
  readonly subject: RegExp
  /** All of them print the same amount. */
  readonly cells: readonly CellRef[]
  /** The cells of its budget figure, where the table has one. */
  readonly budget: readonly CellRef[]
  /** A neighbour whose amount is printed under this name by mistake. */
  readonly mistaken: readonly CellRef[]
  readonly check: string
  /** The name may mean another figure: a difference is a doubt, not a proof. */
  readonly isLoose: boolean
}

export interface NameRule {
  readonly id: string
  readonly topics: readonly string[]
  readonly kind: 'functional' | 'economic'
  readonly table: string
  readonly column: string
  readonly check: string
}

export interface NarrativeCells {
  readonly topics: readonly { readonly id: string; readonly title: RegExp }[]
  readonly subjects: readonly SubjectRule[]
  readonly names: readonly NameRule[]
}

/** Topic of a section whose headings name none. */
export const NO_TOPIC = 'none'
const DEFAULT_CHECK = 'FN-001'

const pattern: Read<RegExp> = (at) => new RegExp(text(at), 'u')
const REF = /^([\w-]+)(?::(\S+))? (?:“([^”]+)”|(\*|\w+))\/(\w+)$/u

const cellRef: Read<CellRef> = (at) => {
  const match = REF.exec(text(at))
  const side = (match?.[2] ?? '') as TableSide
  if (!match || !TABLE_SIDES.includes(side)) return invalidLaw(at, `“${text(at)}”不是单元格（表:侧 行/列）`)
  return { profile: match[1]!, side, label: match[3] ?? '', row: match[4] ?? '', column: match[5]! }
}

const subjectRule: Read<SubjectRule> = (at) => {
  onlyKeys(at, ['id', 'name', 'topics', 'subject', 'cells', 'budget', 'mistaken', 'check', 'isLoose'])
  return {
    id: need(at, 'id', text),
    name: need(at, 'name', text),
    topics: need(at, 'topics', listOf(text)),
    subject: need(at, 'subject', pattern),
    cells: need(at, 'cells', listOf(cellRef)),
    budget: maybe(at, 'budget', listOf(cellRef)) ?? [],
    mistaken: maybe(at, 'mistaken', listOf(cellRef)) ?? [],
    check: maybe(at, 'check', text) ?? DEFAULT_CHECK,
    isLoose: maybe(at, 'isLoose', yesNo) ?? false,
  }
}

const nameRule: Read<NameRule> = (at) => {
  onlyKeys(at, ['id', 'topics', 'kind', 'table', 'column', 'check'])
  return {
    id: need(at, 'id', text),
    topics: need(at, 'topics', listOf(text)),
    kind: need(at, 'kind', oneOf(['functional', 'economic'])),
    table: need(at, 'table', text),
    column: need(at, 'column', text),
    check: maybe(at, 'check', text) ?? DEFAULT_CHECK,
  }
}

/** Throws AppError INVALID_LAW with file and path when the data does not fit. */
export const readNarrativeCells = (file: string, node: LawNode): NarrativeCells => {
  const at = placed(file, node)
  onlyKeys(at, ['id', 'topics', 'subjects', 'names'])
  const topics = need(
    at,
    'topics',
    listOf((one) => {
      onlyKeys(one, ['id', 'title'])
      return { id: need(one, 'id', text), title: need(one, 'title', pattern) }
    }),
  )
  const known = new Set([...topics.map(({ id }) => id), NO_TOPIC])
  const subjects = need(at, 'subjects', listOf(subjectRule))
  const names = need(at, 'names', listOf(nameRule))
  for (const rule of [...subjects, ...names])
    for (const topic of rule.topics)
      if (!known.has(topic)) invalidLaw(child(at, 'topics'), `${rule.id} 用了未定义的“${topic}”`)
  return { topics, subjects, names }
}

const FILE = 'forms/narrative-cells'
let read: NarrativeCells | undefined

/** The mapping, read once. */
export const narrativeCells = (): NarrativeCells => {
  read ??= readNarrativeCells(FILE, compiledLaw[FILE] ?? '')
  return read
}
