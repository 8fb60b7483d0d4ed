/**
 * Dictionary of 政府收支分类科目 for reading and checking: functional codes (类 3, 款 5, 项 7 digits) and economic codes of
 * department budgets (类 3, 款 5 digits), by budget year. It is not complete (`missing` says what it lacks): a code that
 * is not in it is unknown, never wrong.
 */
import type { Certainty } from '../domain/finding.ts'
import { compiledLaw, type LawNode } from './compiled.ts'
import {
  certainty,
  invalidLaw,
  keysOf,
  listOf,
  mapOf,
  maybe,
  need,
  onlyKeys,
  type Placed,
  placed,
  type Read,
  text,
  year,
} from './read-node.ts'

export interface ClassificationEntry {
  readonly code: string
  readonly name: string
  readonly certainty: Certainty
  /** First and last budget year of this name, where known. */
  readonly from: number | undefined
  readonly until: number | undefined
}

export interface ClassificationPart {
  readonly title: string
  readonly source: string
  readonly missing: string
  /** Budget years for which the names were looked at. */
  readonly years: { readonly from: number; readonly until: number }
  readonly entries: readonly ClassificationEntry[]
}

export interface Classification {
  readonly year: number
  /** False outside the years that the data was made for: names may have changed. */
  readonly isCovered: boolean
  readonly functional: ReadonlyMap<string, ClassificationEntry>
  readonly economic: ReadonlyMap<string, ClassificationEntry>
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/

const named =
  (sure: Certainty): Read<readonly ClassificationEntry[]> =>
  (at) => {
    const names = mapOf(text)(at)
    return keysOf(at).map((code) => {
      if (!CODE.test(code)) invalidLaw(at, `“${code}”不是科目编码`)
      return { code, name: names[code]!, certainty: sure, from: undefined, until: undefined }
    })
  }

const change: Read<ClassificationEntry> = (at) => {
  onlyKeys(at, ['code', 'name', 'certainty', 'from', 'until'])
  const code = need(at, 'code', text)
  if (!CODE.test(code)) invalidLaw(at, `“${code}”不是科目编码`)
  return {
    code,
    name: need(at, 'name', text),
    certainty: need(at, 'certainty', certainty),
    from: maybe(at, 'from', year),
    until: maybe(at, 'until', year),
  }
}

const period = (at: Placed): { from: number; until: number } => {
  onlyKeys(at, ['from', 'until'])
  return { from: need(at, 'from', year), until: need(at, 'until', year) }
}

/** Reads one file of law/dictionaries. Throws AppError INVALID_LAW. */
export const readDictionary = (file: string, node: LawNode): ClassificationPart => {
  const at = placed(file, node)
  onlyKeys(at, ['id', 'title', 'source', 'missing', 'fiscalYears', 'read', 'recalled', 'changes'])
  const entries = [
    ...need(at, 'read', named('read')),
    ...need(at, 'recalled', named('recalled')),
    ...need(at, 'changes', listOf(change)),
  ]
  const plain = entries.filter(({ from, until }) => from === undefined && until === undefined).map(({ code }) => code)
  const seen = new Set<string>()
  for (const code of plain) {
    if (seen.has(code)) invalidLaw(at, `编码 ${code} 写了两次`)
    seen.add(code)
  }
  return {
    title: need(at, 'title', text),
    source: need(at, 'source', text),
    missing: need(at, 'missing', text),
    years: need(at, 'fiscalYears', period),
    entries,
  }
}

const parts = new Map<string, ClassificationPart>()

/** `functional` or `economic`, read once, with what it lacks. */
export const dictionary = (id: 'functional' | 'economic'): ClassificationPart => {
  let part = parts.get(id)
  if (!part) {
    const file = `dictionaries/${id}`
    part = readDictionary(file, compiledLaw[file] ?? '')
    parts.set(id, part)
  }
  return part
}

const namesIn = (part: ClassificationPart, budgetYear: number): ReadonlyMap<string, ClassificationEntry> => {
  const names = new Map<string, ClassificationEntry>()
  for (const entry of part.entries) {
    const isDated = entry.from !== undefined || entry.until !== undefined
    const fits = (entry.from ?? budgetYear) <= budgetYear && budgetYear <= (entry.until ?? budgetYear)
    if (fits && (isDated || !names.has(entry.code))) names.set(entry.code, entry)
  }
  return names
}

const byYear = new Map<number, Classification>()

export const classification = (budgetYear: number): Classification => {
  let found = byYear.get(budgetYear)
  if (!found) {
    const [functional, economic] = [dictionary('functional'), dictionary('economic')]
    const isCovered = [functional, economic].every(({ years }) => years.from <= budgetYear && budgetYear <= years.until)
    found = {
      year: budgetYear,
      isCovered,
      functional: namesIn(functional, budgetYear),
      economic: namesIn(economic, budgetYear),
    }
    byYear.set(budgetYear, found)
  }
  return found
}
