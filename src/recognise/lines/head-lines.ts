/** The labelled fields above the fund block. */

import { type Cell, type ExtraField, HEAD_FIELDS, type HeadField } from '../../domain/self-evaluation.ts'
import { append } from '../../kernel/lists.ts'
import type { FormLayout } from '../../law/forms.ts'
import { blankCell, cellOf } from './cells.ts'
import type { Token } from './tokens.ts'
import { labelText } from './trie.ts'

type Field = HeadField | ExtraField

interface Part {
  /** `undefined` for a value. */
  readonly field: Field | undefined
  readonly token: Token
}

export interface HeadReading {
  readonly head: Partial<Record<HeadField, Cell>>
  readonly more: Partial<Record<ExtraField, Cell>>
}

export function fieldLabels(layout: FormLayout): ReadonlyMap<string, Field> {
  const labels = new Map<string, Field>()
  for (const [field, names] of Object.entries(layout.more))
    for (const name of names) labels.set(labelText(name), field as Field)
  for (const [field, names] of Object.entries(layout.head))
    for (const name of names) labels.set(labelText(name), field as Field)
  return labels
}

/** Reads label, value, label, value …; a value that broke into lines is put together. */
export function readHead(tokens: readonly Token[], labels: ReadonlyMap<string, Field>): HeadReading {
  const values = new Map<Field, { label: Token; tokens: Token[] }>()
  let open: { label: Token; tokens: Token[] } | undefined
  for (const line of orderedLines(toParts(tokens, labels))) {
    for (const { field, token } of line) {
      if (field === undefined) open?.tokens.push(token)
      else if (values.has(field)) open = undefined
      else {
        open = { label: token, tokens: [] }
        values.set(field, open)
      }
    }
  }
  const head: Partial<Record<HeadField, Cell>> = {}
  const more: Partial<Record<ExtraField, Cell>> = {}
  for (const [field, { label, tokens: found }] of values) {
    const cell = cellOf(found) ?? blankCell(label.at)
    if (isHeadField(field)) head[field] = cell
    else more[field] = cell
  }
  return { head, more }
}

const isHeadField = (field: Field): field is HeadField => (HEAD_FIELDS as readonly string[]).includes(field)

/** Labels may be set wide (项 目 名 称), broken over two lines, or glued to their value by a colon. */
function toParts(tokens: readonly Token[], labels: ReadonlyMap<string, Field>): Part[] {
  const parts: Part[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!
    const joined = joinedLabel(tokens, index, labels)
    if (joined) {
      parts.push({ field: joined.field, token })
      index += joined.count - 1
      continue
    }
    const colon = /^([^:：]{2,20})[:：](.+)$/.exec(token.text)
    const field = colon ? labels.get(labelText(colon[1]!)) : undefined
    if (field)
      parts.push(
        { field, token },
        { field: undefined, token: { ...token, text: colon![2]!, key: colon![2]!.normalize('NFKC') } },
      )
    else parts.push({ field: undefined, token })
  }
  return parts
}

function joinedLabel(
  tokens: readonly Token[],
  index: number,
  labels: ReadonlyMap<string, Field>,
): { field: Field; count: number } | undefined {
  let key = ''
  let found: { field: Field; count: number } | undefined
  for (let count = 1; count <= 5; count += 1) {
    const token = tokens[index + count - 1]
    if (token === undefined || key.length > 20) break
    key += labelText(token.text)
    const field = labels.get(key.replace(/[:：]$/, ''))
    if (field) found = { field, count }
  }
  return found
}

/** A line of values only, followed by a line with as many labels and no value, is the upper half of wrapped cells. */
function orderedLines(parts: readonly Part[]): Part[][] {
  const lines: Part[][] = []
  for (const part of parts) {
    const line = lines.at(-1)
    if (line && line[0]!.token.line === part.token.line) line.push(part)
    else lines.push([part])
  }
  const result: Part[][] = []
  for (let index = 0; index < lines.length; index += 1) {
    const upper = lines[index]!
    const labels = lines[index + 1]
    const lower = lines[index + 2]
    const isWrapped =
      labels !== undefined &&
      upper.every((part) => part.field === undefined) &&
      labels.every((part) => part.field !== undefined) &&
      labels.length === upper.length
    if (!isWrapped) {
      append(result, distributed(upper, result))
      continue
    }
    const rest = lower?.length === upper.length && lower.every((part) => part.field === undefined) ? lower : []
    result.push(labels.flatMap((label, at) => [label, upper[at]!, ...rest.slice(at, at + 1)]))
    index += rest.length > 0 ? 2 : 1
  }
  return result
}

/** A line of as many values as the line above has fields goes on with each of them. */
function distributed(line: Part[], above: Part[][]): Part[][] {
  const previous = above.at(-1)
  const fields = previous?.flatMap((part, at) => (part.field === undefined ? [] : [at])) ?? []
  if (!previous || line.length < 2 || fields.length !== line.length || line.some((part) => part.field !== undefined))
    return [line]
  above[above.length - 1] = fields.flatMap((from, at) => [...previous.slice(from, fields[at + 1]), line[at]!])
  return []
}
