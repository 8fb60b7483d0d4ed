/** What a form claims of a thing: the target behind an indicator's name, or the number in front of a noun of its goal. */
import type { FieldAddress } from '../../domain/field-address.ts'
import { indicatorField } from '../../domain/field-address.ts'
import type { FormView } from '../../engine/form-view.ts'
import { textCount, wordSet } from '../../law/wordlists.ts'
import type { FormFacts, Text } from './form-facts.ts'
import { textOf } from './form-facts.ts'
import { Pairs } from './pairs.ts'
import { hasDigit, isDateOnly } from './values.ts'

export interface Claim {
  readonly form: number
  readonly field: FieldAddress
  /** The thing, as the text must name it. */
  readonly name: string
  /** The number stands behind the name (a table) or in front of it (a sentence). */
  readonly side: 'behind' | 'before'
  readonly printed: string
}

export interface Contradiction {
  readonly claim: Claim
  readonly found: string
}

const DISTINCTIVE = textCount('distinctiveName')
const COMMON = wordSet('commonNames')
/** Characters by which a name is found in the text. */
const HEAD = 6
const VALUE =
  /^[≥≤><＞＜]\d[\d,.]*[万亿]?[^\d≥≤><＞＜,，。；、”"）)]{0,4}|^(?:至少|不少于|不低于|不超过)[^,，。；]{1,14}?(?:次|个|人|篇|份|家|户|%|％)(?=至少|不|[^\d]*\d|$)/u
const NUMBER_BEFORE = /(?<!\d)(\d[\d,]{0,30}(?:\.\d+)?)([万亿]?[\u4e00-\u9fff]{1,2})$/u
/** A noun of the goal must be long to be the same thing in two places. */
const NOUN = 8
/** No magnitude and unit behind a number is longer. */
const LONGEST_UNIT = 8

const isPlain = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f)

/**
 * May the text hold the head of this name? Said of the cell as printed: with white space in it, or a number label in front,
 * it must be looked at closely.
 */
const nameMayStand = (printed: string, pairs: Pairs): boolean => {
  if (printed.length < DISTINCTIVE) return false
  if (printed.startsWith('指标')) return true
  for (let at = 0; at < HEAD; at++) if (!isPlain(printed.charCodeAt(at))) return true
  return pairs.mayHold(printed, 0, HEAD)
}

const isDigitCode = (code: number): boolean => code >= 48 && code <= 57

const nounMayStand = (goal: Text, pairs: Pairs): boolean => {
  if (!hasDigit(goal)) return false
  const { text } = goal
  for (let at = 1; at < text.length; at++) {
    if (!isDigitCode(text.charCodeAt(at - 1)) || isDigitCode(text.charCodeAt(at))) continue
    for (let from = at; from <= at + LONGEST_UNIT; from++) if (pairs.mayHold(text, from, HEAD)) return true
  }
  return false
}

/** Can anything that the form claims stand in the text? Most forms of most documents are done with here. */
export const mayClaim = ({ record }: FormView, pairs: Pairs): boolean =>
  record.indicators.some(({ level3 }) => nameMayStand(level3.printed, pairs)) ||
  nounMayStand(textOf(record.goalExpected), pairs)

export const claimsOf = (facts: FormFacts): readonly Claim[] => {
  const { form, live, goalExpected } = facts
  const claims: Claim[] = []
  for (const { index, name, target } of live) {
    if (name.text.length < DISTINCTIVE || COMMON.has(name.text) || !hasDigit(target) || isDateOnly(target)) continue
    claims.push({
      form: form.index,
      field: indicatorField(index, 'target'),
      name: name.text,
      side: 'behind',
      printed: target.text,
    })
  }
  if (hasDigit(goalExpected))
    for (const mention of facts.expectedMentions) {
      const name = mention.after.slice(0, NOUN)
      if (name.length < NOUN || mention.isBound) continue
      claims.push({ form: form.index, field: 'goalExpected', name, side: 'before', printed: mention.printed })
    }
  return claims
}

const foundBehind = (text: string, at: number, claim: Claim): string | undefined => {
  const rest = text.slice(at + claim.name.length, at + claim.name.length + 24)
  const value = VALUE.exec(rest)?.[0]
  return value === undefined || rest.startsWith(claim.printed) ? undefined : value
}

const foundBefore = (text: string, at: number, claim: Claim): string | undefined => {
  const match = NUMBER_BEFORE.exec(text.slice(Math.max(0, at - 16), at))
  if (!match) return undefined
  const said = NUMBER_BEFORE.exec(claim.printed)
  return said && said[2] === match[2] && said[1] !== match[1] ? match[0] : undefined
}

/** A name that several forms use for numbers of their own says nothing about one thing. */
const singular = (claims: readonly Claim[]): readonly Claim[] => {
  const printed = new Map<string, string>()
  const plural = new Set<string>()
  for (const { name, printed: value } of claims) {
    const before = printed.get(name)
    if (before !== undefined && before !== value) plural.add(name)
    printed.set(name, value)
  }
  return plural.size === 0 ? claims : claims.filter(({ name }) => !plural.has(name))
}

/** A longer text names nothing, and is not compared with the document character by character. */
const LONGEST_NAME = 60

/** The first place of the text that gives another number for a claim; one pass over the text for all claims. */
export const contradictionsIn = (text: string, claims: readonly Claim[]): readonly Contradiction[] => {
  const byHead = new Map<string, Claim[]>()
  for (const claim of singular(claims)) {
    if (claim.name.length > LONGEST_NAME) continue
    const head = claim.name.slice(0, HEAD)
    const list = byHead.get(head)
    if (list) list.push(claim)
    else byHead.set(head, [claim])
  }
  const found = new Map<Claim, string>()
  if (byHead.size === 0) return []
  // Two characters say for nearly every place that no name begins there.
  const begins = new Pairs(byHead.size)
  for (const head of byHead.keys()) begins.add(head, 0)
  for (let at = 0; at + HEAD <= text.length; at++) {
    if (!begins.has(text, at)) continue
    const candidates = byHead.get(text.slice(at, at + HEAD))
    if (!candidates) continue
    for (const claim of candidates) {
      if (!text.startsWith(claim.name, at)) continue
      const value = claim.side === 'behind' ? foundBehind(text, at, claim) : foundBefore(text, at, claim)
      if (value !== undefined && !found.has(claim)) found.set(claim, value)
    }
  }
  return claims.flatMap((claim) => (found.has(claim) ? [{ claim, found: found.get(claim)! }] : []))
}
