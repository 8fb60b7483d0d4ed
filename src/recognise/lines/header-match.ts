/** Finds the labels of a header row whose cells may be broken over lines in any order. */
import type { Token } from './tokens.ts'
import { buildTrie, labelText, ROOT, type Trie } from './trie.ts'

export interface HeaderLabel<Field extends string> {
  readonly field: Field
  readonly tokens: readonly Token[]
}

export interface FoundHeader<Field extends string> {
  /** In the order of the columns. */
  readonly labels: readonly HeaderLabel<Field>[]
  /** Tokens that belong to the header, from the first one on; what follows is data. */
  readonly length: number
  /** Tokens of the block label that stands beside the header. */
  readonly block: readonly Token[]
  /** All tokens of the header, units in brackets included. */
  readonly tokens: readonly Token[]
}

export interface HeaderVocabulary<Field extends string> {
  /** In the usual order of the columns. */
  readonly fields: readonly Field[]
  readonly tries: readonly Trie[]
  readonly block: Trie
  /** So many of the first fields stand in this order in every form; the levels do. */
  readonly firstFields: number
}

export function headerVocabulary<Field extends string>(
  labels: Readonly<Record<Field, readonly string[]>>,
  fields: readonly Field[],
  block: readonly string[],
  firstFields = 0,
): HeaderVocabulary<Field> {
  return {
    fields,
    tries: fields.map((field) => buildTrie(withoutBrackets(labels[field]))),
    block: buildTrie(withoutBrackets(block)),
    firstFields,
  }
}

/** 项目资金（万元） in one piece. */
const withoutUnit = (key: string): string => key.replace(/(?<=.)[（(][^（()）]*[)）]?$/, '')

/** （万元） beside a block label, also broken: （万, 元）. */
const UNIT_PIECE = /^[（(](?:单位[:：]?)?[亿万]?元?[)）]?$|^[亿万]?元[)）]$/
const BRACKET = /^[（(【[][^（()）]*[)）】\]]$/

function withoutBrackets(labels: readonly string[]): string[] {
  return labels.flatMap((label) => [label, label.replace(/[（(][^（()）]*[)）]/g, '')]).filter((label) => label !== '')
}

interface Partial {
  readonly nodes: readonly number[]
  /** Tokens of each field, -1-based list indexes kept as arrays of token indexes. */
  readonly owned: readonly (readonly number[])[]
  readonly block: number
  readonly blockOwned: readonly number[]
  /** Pieces that go on with a label after pieces of others: what needs fewest of them is the better reading. */
  readonly jumps: number
}

/** Tokens of a header: eight to twelve labels in up to four pieces each. */
const LONGEST = 48
/** Readings followed at a time. */
const WIDEST = 100

/**
 * Reads a header that begins with `tokens[0]`. Returns `undefined` unless at least `fewest` labels are there; among the
 * possible readings the one with most labels wins, then the one with fewest jumps, then the longest.
 */
export function matchHeader<Field extends string>(
  tokens: readonly Token[],
  vocabulary: HeaderVocabulary<Field>,
  fewest: number,
): FoundHeader<Field> | undefined {
  const { fields, tries } = vocabulary
  if (!mayBegin(tokens, vocabulary)) return undefined
  let best: { partial: Partial; length: number; rank: number } | undefined
  let frontier: Partial[] = [
    { nodes: tries.map(() => ROOT), owned: tries.map(() => []), block: ROOT, blockOwned: [], jumps: 0 },
  ]
  for (let length = 0; frontier.length > 0 && length <= LONGEST; length += 1) {
    for (const partial of frontier) {
      const count = partial.owned.filter((owned) => owned.length > 0).length
      const isWhole = partial.owned.every(
        (owned, at) => owned.length === 0 || tries[at]!.isComplete(partial.nodes[at]!),
      )
      const rank = count + length / 50 - partial.jumps / 200
      if (isWhole && count >= fewest && (!best || rank > best.rank)) best = { partial, length, rank }
    }
    const token = tokens[length]
    if (token === undefined) break
    frontier = distinct(
      frontier.flatMap((partial) => continued(partial, token.key.replace(/[:：]$/, ''), length, vocabulary)),
      tries,
    )
  }
  if (!best) return undefined
  const { partial, length } = best
  const labels = firstInOrder(columnOrder(partial.owned, tokens), vocabulary.firstFields).map((field) => ({
    field: fields[field]!,
    tokens: partial.owned[field]!.map((index) => tokens[index]!),
  }))
  return { labels, length, block: partial.blockOwned.map((index) => tokens[index]!), tokens: tokens.slice(0, length) }
}

/** Nearly all lines are no header; most of them show it with their first token. */
function mayBegin(tokens: readonly Token[], { tries, block }: HeaderVocabulary<string>): boolean {
  const key = tokens[0]!.key.replace(/[:：]$/, '')
  const bare = withoutUnit(key)
  return block.step(ROOT, bare) >= 0 || UNIT_PIECE.test(key) || tries.some((trie) => trie.step(ROOT, bare) >= 0)
}

/** Everything that the next token can be: the rest of a label, the beginning of another, a piece of the block label, a unit. */
function continued(
  partial: Partial,
  key: string,
  index: number,
  { tries, block }: HeaderVocabulary<string>,
): Partial[] {
  const found: Partial[] = []
  const bare = withoutUnit(key)
  for (const [field, trie] of tries.entries()) {
    const node = partial.nodes[field]!
    const owned = partial.owned[field]!
    const next = trie.step(node, key)
    const jumps = partial.jumps + (node > ROOT && owned.at(-1) !== index - 1 ? 1 : 0)
    const taken = { ...partial, jumps, owned: partial.owned.with(field, [...owned, index]) }
    if (next >= 0) found.push({ ...taken, nodes: partial.nodes.with(field, next) })
    else if (node > ROOT && BRACKET.test(key) && trie.isComplete(node)) found.push(taken)
    else if (node === ROOT && bare !== key) {
      const short = trie.step(ROOT, bare)
      if (short >= 0 && trie.isComplete(short)) found.push({ ...taken, nodes: partial.nodes.with(field, short) })
    }
  }
  const inBlock = block.step(partial.block, bare)
  // A short piece such as 指标 is more often the rest of a label than a block label of its own.
  const jumps =
    partial.jumps +
    (partial.block > ROOT ? (partial.blockOwned.at(-1) !== index - 1 ? 1 : 0) : bare === SHORT_BLOCK ? 2 : 0)
  if (inBlock >= 0) found.push({ ...partial, jumps, block: inBlock, blockOwned: [...partial.blockOwned, index] })
  if (UNIT_PIECE.test(key)) found.push(partial)
  return found
}

const SHORT_BLOCK = '指标'

function distinct(partials: readonly Partial[], tries: readonly Trie[]): Partial[] {
  const best = new Map<string, Partial>()
  for (const partial of partials) {
    const key = `${partial.nodes.join()}:${partial.block}`
    const other = best.get(key)
    if (!other || partial.jumps < other.jumps) best.set(key, partial)
  }
  const kept = [...best.values()]
  if (kept.length <= WIDEST) return kept
  // Open labels are promises: readings with few of them go first.
  const debt = (partial: Partial): number =>
    partial.jumps + partial.nodes.filter((node, field) => node > ROOT && !tries[field]!.isComplete(node)).length
  return kept
    .map((partial) => ({ partial, debt: debt(partial) }))
    .sort((a, b) => a.debt - b.debt)
    .slice(0, WIDEST)
    .map(({ partial }) => partial)
}

function firstInOrder(order: readonly number[], first: number): number[] {
  const sorted = order.filter((field) => field < first).sort((a, b) => a - b)
  return order.map((field) => (field < first ? sorted.shift()! : field))
}

/**
 * Left to right. When every label's pieces stand together, the labels were written cell after cell and their order is that of
 * the text; else lines were written across the page, each of them from left to right, and the usual order decides the rest.
 */
function columnOrder(owned: readonly (readonly number[])[], tokens: readonly Token[]): number[] {
  const present = owned.flatMap((list, field) => (list.length > 0 ? [field] : []))
  const isApart = present.some((field) => owned[field]!.at(-1)! - owned[field]![0]! >= owned[field]!.length)
  if (!isApart) return present.sort((a, b) => owned[a]![0]! - owned[b]![0]!)
  const isBefore = (a: number, b: number): boolean =>
    owned[a]!.some((x) => owned[b]!.some((y) => tokens[x]!.line === tokens[y]!.line && x < y))
  const rest = [...present]
  const order: number[] = []
  while (rest.length > 0) {
    const next = rest.find((field) => rest.every((other) => other === field || !isBefore(other, field))) ?? rest[0]!
    order.push(next)
    rest.splice(rest.indexOf(next), 1)
  }
  return order
}

export const headerText = (label: HeaderLabel<string>): string =>
  label.tokens.map((token) => labelText(token.text)).join('')
