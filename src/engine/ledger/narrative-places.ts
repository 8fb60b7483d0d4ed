/** Amounts of the narrative with the quantity they are of: by the topic of their section and the words of their subject. */
import type { Measure, Narrative, NumberMention, Statement } from '../../domain/narrative.ts'
import { classification } from '../../law/classification.ts'
import { type CellRef, type NameRule, NO_TOPIC, narrativeCells, type SubjectRule } from '../../law/narrative-cells.ts'
import type { AccountCell, AccountEntryView, AccountsView } from '../accounts.ts'
import { tableOf } from '../accounts.ts'
import { cellPlace, placesOf } from './cells.ts'
import type { LedgerMeasure, LedgerPlace } from './entry.ts'

/** What an amount of the text is of. */
export interface Mapped {
  readonly statement: Statement
  readonly place: LedgerPlace
  readonly key: string
  readonly name: string
  readonly measure: LedgerMeasure
  readonly check: string
  readonly cells: readonly LedgerPlace[]
  /** The same quantity in the tables of another year. */
  readonly cellsIn: (accounts: AccountsView | undefined) => readonly LedgerPlace[]
  readonly mistaken: readonly LedgerPlace[]
  /** Another figure may be meant: rows of one name, or words that name the figure loosely. */
  readonly isLoose: boolean
}

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’]+/gu, '')

/** A glossary and a report on performance name other sections without being about them. */
const STICKY: ReadonlySet<string> = new Set(['terms', 'performance'])

/** Topic of each section: that of its own heading, or of the nearest heading above that has one. */
export const topicsOf = (narrative: Narrative): readonly string[] => {
  const { topics } = narrativeCells()
  const found: string[] = []
  for (const { title, parent } of narrative.sections) {
    const above = parent === undefined ? NO_TOPIC : (found[parent] ?? NO_TOPIC)
    const own = STICKY.has(above) ? undefined : topics.find((topic) => topic.title.test(bare(title)))?.id
    found.push(own ?? above)
  }
  return found
}

const MEASURES: Readonly<Record<Measure, LedgerMeasure>> = {
  '': 'final',
  final: 'final',
  executed: 'final',
  'initial-budget': 'initial-budget',
  'annual-budget': 'annual-budget',
  budget: 'budget',
}

const LEVEL_LENGTH = { 类: 3, 款: 5, 项: 7 } as const

/** 一、一般公共服务支出 and 201 一般公共服务支出 name one class. */
export const itemName = (text: string): string =>
  bare(text)
    .replace(/^(?:[一二三四五六七八九十]+、|\d+)/u, '')
    .replace(/\((?:类|款|项)\)|\((?:[^()]*)\)$/gu, '')

const isNamed = (entry: AccountEntryView, name: string, length: number | undefined): boolean =>
  itemName(entry.name) === name && entry.code !== '' && (length === undefined || entry.code.length === length)

/** Rows of that name in the table of the rule. */
export const namedRows = (
  accounts: AccountsView,
  rule: NameRule,
  name: string,
  level: Statement['subject']['level'],
): readonly AccountCell[] => {
  const table = tableOf(accounts, rule.table)
  if (!table) return []
  const wanted = itemName(name)
  const length = level && rule.kind === 'functional' ? LEVEL_LENGTH[level] : undefined
  return table.entries.flatMap((entry) => {
    const cell = isNamed(entry, wanted, length) ? entry.cells.get(rule.column) : undefined
    return cell ? [cell] : []
  })
}

const headerKind = (accounts: AccountsView, refs: readonly CellRef[]): LedgerMeasure | undefined => {
  for (const ref of refs) {
    const table = tableOf(accounts, ref.profile, ref.side)
    const header = table?.record.columns.find(({ role }) => role === ref.column)?.label.printed
    if (header === undefined) continue
    return /年初/u.test(header) ? 'initial-budget' : /全年|调整/u.test(header) ? 'annual-budget' : 'budget'
  }
  return undefined
}

/** 正文“收入决算情况说明”, for messages. */
export const sectionName = (narrative: Narrative, section: number): string => {
  const title = narrative.sections[section]?.title.replace(/[。；;：:\s]+$/u, '')
  return title ? `正文“${title}”` : '正文'
}

const textPlace = (narrative: Narrative, statement: Statement, mention: NumberMention): LedgerPlace => ({
  from: 'text',
  printed: mention.printed + mention.unit,
  amount: { value: mention.value, power: mention.power },
  name: sectionName(narrative, statement.section),
  address: { section: 'narrative' },
  position: mention.at,
  unsure: false,
  statement,
})

interface Scope {
  readonly narrative: Narrative
  readonly accounts: AccountsView | undefined
  readonly topic: string
}

type Found = Omit<Mapped, 'statement' | 'place'>

const bySubject = ({ accounts }: Scope, rule: SubjectRule, stated: LedgerMeasure): Found => {
  const cellsIn = (other: AccountsView | undefined): readonly LedgerPlace[] => placesOf(other, rule.cells)
  const own = { key: rule.id, name: rule.name, check: rule.check, isLoose: rule.isLoose, cellsIn }
  if (stated === 'final')
    return {
      ...own,
      measure: stated,
      cells: placesOf(accounts, rule.cells),
      mistaken: placesOf(accounts, rule.mistaken),
    }
  const header = accounts ? headerKind(accounts, rule.budget) : undefined
  // A column that says 预算数 only, or words that do, may mean either budget.
  const measure = header === 'budget' || stated === 'budget' ? 'budget' : stated
  const fits = header !== undefined && (measure === 'budget' || header === stated)
  const isLoose = rule.isLoose || measure === 'budget'
  return { ...own, measure, isLoose, cells: fits ? placesOf(accounts, rule.budget) : [], mistaken: [] }
}

const placesByName = (
  accounts: AccountsView | undefined,
  rule: NameRule,
  { subject }: Statement,
): readonly LedgerPlace[] =>
  accounts ? namedRows(accounts, rule, subject.name, subject.level).flatMap((cell) => cellPlace(cell) ?? []) : []

const isClassName = (rule: NameRule, { subject }: Statement, year: number): boolean => {
  const name = itemName(subject.name)
  return [...classification(year)[rule.kind].values()].some((entry) => itemName(entry.name) === name)
}

const byName = ({ accounts, narrative }: Scope, rule: NameRule, statement: Statement): Found | undefined => {
  const cells = placesByName(accounts, rule, statement)
  // Without a table the name must be one of the classification.
  if (cells.length === 0 && (accounts !== undefined || !isClassName(rule, statement, narrative.year))) return undefined
  const { subject } = statement
  const name = itemName(subject.name)
  return {
    key: `${rule.id}:${subject.level ?? ''}${name}`,
    name: subject.level ? `${name}（${subject.level}）` : name,
    measure: 'final',
    check: rule.check,
    cells,
    cellsIn: (other) => placesByName(other, rule, statement),
    mistaken: [],
    isLoose: cells.length > 1,
  }
}

const mappedOf = (scope: Scope, statement: Statement, mention: NumberMention): Mapped | undefined => {
  const { subjects, names } = narrativeCells()
  const name = bare(statement.subject.name)
  const place = textPlace(scope.narrative, statement, mention)
  const measure = MEASURES[statement.measure]
  const rule = subjects.find(({ topics, subject }) => topics.includes(scope.topic) && subject.test(name))
  if (rule) return { statement, place, ...bySubject(scope, rule, measure) }
  if (measure !== 'final') return undefined
  for (const own of names) {
    const found = own.topics.includes(scope.topic) ? byName(scope, own, statement) : undefined
    if (found) return { statement, place, ...found }
  }
  return undefined
}

/** Exact amounts only: a value, or the figure that a value is compared with. */
export const mappedStatements = (narrative: Narrative, accounts: AccountsView | undefined): readonly Mapped[] => {
  const topics = topicsOf(narrative)
  return narrative.statements.flatMap((statement) => {
    const mention = narrative.numbers[statement.number]!
    if (mention.kind !== 'amount' || mention.isApproximate || mention.isBound) return []
    if (statement.role !== 'value' && statement.role !== 'base') return []
    const topic = topics[statement.section] ?? NO_TOPIC
    return mappedOf({ narrative, accounts, topic }, statement, mention) ?? []
  })
}
