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
}

export function headerVocabulary<Field extends string>(
  labels: Readonly<Record<Field, readonly string[]>>,
  fields: readonly Field[],
  block: readonly string[],
): HeaderVocabulary<Field> {
  return {
    fields,
    tries: fields.map((field) => buildTrie(withoutBrackets(labels[field]))),
    block: buildTrie(withoutBrackets(block)),
  }
}

/** 项目资金（万元） in one piece. */
const withoutUnit = (key: string): string => key.replace(/(?<=.)[（(][^（()）]*[)）]$/, '')

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
const MOST_STEPS = 4000

/**
 * Reads a header that begins with `tokens[0]`. Returns `undefined` unless at least `fewest` labels are there; among the
 * possible readings the one with most labels wins, then the longest.
 */
export function matchHeader<Field extends string>(
  tokens: readonly Token[],
  vocabulary: HeaderVocabulary<Field>,
  fewest: number,
): FoundHeader<Field> | undefined {
  const { fields, tries, block } = vocabulary
  let best: { partial: Partial; length: number; rank: number } | undefined
  let steps = 0
  const consider = (partial: Partial, length: number): void => {
    const count = partial.owned.filter((owned) => owned.length > 0).length
    const isWhole = partial.owned.every(
      (owned, index) => owned.length === 0 || tries[index]!.isComplete(partial.nodes[index]!),
    )
    const rank = count - partial.jumps / 16 + length / 1000
    if (isWhole && count >= fewest && (!best || rank > best.rank)) best = { partial, length, rank }
  }
  const visit = (partial: Partial, index: number): void => {
    steps += 1
    consider(partial, index)
    const token = tokens[index]
    if (token === undefined || index >= LONGEST || steps > MOST_STEPS) return
    const key = token.key.replace(/[:：]$/, '')
    for (const isLonger of [true, false]) {
      for (let field = 0; field < tries.length; field += 1) {
        const node = partial.nodes[field]!
        if (isLonger !== node > ROOT) continue
        const next = tries[field]!.step(node, key)
        const isSuffix = next < 0 && isLonger && BRACKET.test(key) && tries[field]!.isComplete(node)
        if (next >= 0 || isSuffix) {
          const nodes = isSuffix ? partial.nodes : partial.nodes.with(field, next)
          const jumps = partial.jumps + (isLonger && partial.owned[field]!.at(-1) !== index - 1 ? 1 : 0)
          visit(
            { ...partial, jumps, nodes, owned: partial.owned.with(field, [...partial.owned[field]!, index]) },
            index + 1,
          )
        } else if (!isLonger) {
          const bare = withoutUnit(key)
          const short = bare !== key && bare !== '' ? tries[field]!.step(ROOT, bare) : -1
          if (short >= 0 && tries[field]!.isComplete(short)) {
            visit(
              { ...partial, nodes: partial.nodes.with(field, short), owned: partial.owned.with(field, [index]) },
              index + 1,
            )
          }
        }
      }
    }
    const inBlock = block.step(partial.block, withoutUnit(key))
    if (inBlock >= 0) visit({ ...partial, block: inBlock, blockOwned: [...partial.blockOwned, index] }, index + 1)
    else if (BRACKET.test(key) && index < 3) visit(partial, index + 1)
  }
  visit({ nodes: tries.map(() => ROOT), owned: tries.map(() => []), block: ROOT, blockOwned: [], jumps: 0 }, 0)
  if (!best) return undefined
  const found = best as { partial: Partial; length: number }
  const order = columnOrder(found.partial.owned, tokens)
  const labels = order.map((field) => ({
    field: fields[field]!,
    tokens: found.partial.owned[field]!.map((index) => tokens[index]!),
  }))
  return {
    labels,
    length: found.length,
    block: found.partial.blockOwned.map((index) => tokens[index]!),
    tokens: tokens.slice(0, found.length),
  }
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
