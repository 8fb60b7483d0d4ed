/** Amounts of the narrative with the quantity they are of: by the topic of their section and the words of their subject. */
import type { Measure, Narrative, NumberMention, Statement } from '../../domain/narrative.ts'
import { classification, dictionary } from '../../law/classification.ts'
import { type CellRef, type NameRule, NO_TOPIC, narrativeCells, type SubjectRule } from '../../law/narrative-cells.ts'
import type { AccountCell, AccountEntryView, AccountsView } from '../accounts.ts'
import { tableOf } from '../accounts.ts'
import { cellPlace, placesOf } from './cells.ts'
import type { LedgerMeasure, LedgerPlace } from './entry.ts'
import { CODE_LENGTHS, coreName, type ItemLevel, type NamedItem, pathsInText } from './item-paths.ts'

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

/** 一、一般公共服务支出 and 201 一般公共服务支出 name one class. */
export const itemName = (text: string): string =>
  bare(text)
    .replace(/^(?:[一二三四五六七八九十]+、|\d+)/u, '')
    .replace(/\((?:类|款|项)\)|\((?:[^()]*)\)$/gu, '')

/** An item with the outer levels that the text names before it. */
interface TextItem {
  readonly name: string
  readonly level: ItemLevel | undefined
  readonly parents: readonly NamedItem[]
}

/** Does the code stand below those names, in this table or in the dictionary of any year? */
const isBelow = (code: string, parents: readonly NamedItem[], entries: readonly AccountEntryView[]): boolean =>
  parents.every(({ name, level }) => {
    const prefix = code.slice(0, CODE_LENGTHS[level])
    const own = [...entries, ...dictionary('functional').entries].filter((entry) => entry.code === prefix)
    return own.length === 0 || own.some((entry) => coreName(entry.name) === name)
  })

/** Rows of that name in the table of the rule; the outer levels decide between rows of one name. */
const namedRows = (accounts: AccountsView, rule: NameRule, item: TextItem): readonly AccountCell[] => {
  const table = tableOf(accounts, rule.table)
  if (!table) return []
  const length = item.level && rule.kind === 'functional' ? CODE_LENGTHS[item.level] : undefined
  const own = table.entries.filter(
    ({ code, name }) =>
      code !== '' && coreName(itemName(name)) === item.name && (length === undefined || code.length === length),
  )
  const below = own.filter(({ code }) => isBelow(code, item.parents, table.entries))
  return (below.length > 0 ? below : own).flatMap((entry) => entry.cells.get(rule.column) ?? [])
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

const placesByName = (accounts: AccountsView | undefined, rule: NameRule, item: TextItem): readonly LedgerPlace[] =>
  accounts ? namedRows(accounts, rule, item).flatMap((cell) => cellPlace(cell) ?? []) : []

const isClassName = (rule: NameRule, { name }: TextItem, year: number): boolean =>
  [...classification(year)[rule.kind].values()].some((entry) => coreName(itemName(entry.name)) === name)

/** The item of a statement: with its level, as the path in front of its number names it. */
const itemOf = ({ subject }: Statement, before: string): TextItem => {
  const path = subject.level === undefined ? undefined : pathsInText(before.slice(before.lastIndexOf('。') + 1)).at(-1)
  const last = path?.items.at(-1)
  return path && last
    ? { name: last.name, level: last.level, parents: path.items.slice(0, -1) }
    : { name: coreName(itemName(subject.name)), level: subject.level, parents: [] }
}

const byName = ({ accounts, narrative }: Scope, rule: NameRule, item: TextItem): Found | undefined => {
  const cells = placesByName(accounts, rule, item)
  // Without a table the name must be one of the classification.
  if (cells.length === 0 && (accounts !== undefined || !isClassName(rule, item, narrative.year))) return undefined
  const path = [...item.parents.map(({ name }) => name), item.name].join('/')
  return {
    key: `${rule.id}:${item.level ?? ''}${path}`,
    name: item.level ? `${item.name}（${item.level}）` : item.name,
    measure: 'final',
    check: rule.check,
    cells,
    cellsIn: (other) => placesByName(other, rule, item),
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
  const text = scope.narrative.paragraphs[mention.paragraph]?.text ?? ''
  const item = itemOf(statement, text.slice(0, mention.start))
  for (const own of names) {
    const found = own.topics.includes(scope.topic) ? byName(scope, own, item) : undefined
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
