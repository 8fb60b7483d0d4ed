/** False alarms and detection over generated booklets of tables. */
import { readSource } from '../../src/app/read-file.ts'
import { accountsChecks } from '../../src/checks/accounts.ts'
import type { Finding } from '../../src/domain/finding.ts'
import type { SourceDocument } from '../../src/domain/source-document.ts'
import { runChecks } from '../../src/engine/run.ts'
import { rulesFor } from '../../src/law/packs.ts'
import { readText } from '../../src/readers/text/index.ts'
import { brokenRelations, unitsOf } from './accounts-oracle.ts'
import { type GeneratedYear, generateAccounts, printedAmounts } from './generate-accounts.ts'
import { ACCOUNT_ERRORS, type AccountError, injectAccounts } from './inject-accounts.ts'
import { randomFrom } from './random.ts'

/** The checks of tables ask no rules of a place; the runner wants some. */
const RULES = rulesFor('national-2020', '2021-12-31')

export const findingsOf = (source: SourceDocument): readonly Finding[] => {
  const { finalAccounts, facts } = readSource(source, source.file)
  return runChecks(source, [], RULES, accountsChecks, {
    ...(finalAccounts ? { accounts: finalAccounts } : {}),
    facts,
  })
}

export interface Alarm {
  readonly seed: number
  readonly year: number
  readonly finding: Finding
}

const isAbove = ({ severity }: Finding): boolean => severity !== 'info'

/** Findings above info over true booklets of two years each, as grids and as Markdown text in turn. */
export const accountAlarms = (booklets: number, firstSeed: number): readonly Alarm[] => {
  const alarms: Alarm[] = []
  for (let i = 0; i < booklets; i += 2) {
    const seed = firstSeed + i / 2
    for (const [k, year] of generateAccounts(seed, { years: 2 }).years.entries()) {
      const source = (seed + k) % 2 === 0 ? year.document() : readText(year.markdown(), '表.md', 'utf-8')
      for (const finding of findingsOf(source)) if (isAbove(finding)) alarms.push({ seed, year: year.year, finding })
    }
  }
  return alarms
}

/** Relations that already fail without an error would spoil the measure: the oracle and the generator have to agree. */
export const untrue = (year: GeneratedYear): readonly string[] =>
  brokenRelations(printedAmounts(year), unitsOf(year)).map(({ name }) => name)

export interface AccountDetection {
  readonly kind: AccountError
  readonly injected: number
  /** Nothing fails beyond rounding. */
  readonly hidden: number
  /** All that fails looks like numbers cut instead of rounded: reported for information. */
  readonly cut: number
  readonly found: number
  /** Found although no sum tells: a parent without children, a code without its 款. */
  readonly foundBeyond: number
  readonly missed: readonly string[]
}

const detectKind = (kind: AccountError, wanted: number, firstSeed: number): AccountDetection => {
  let [injected, hidden, cut, found, foundBeyond] = [0, 0, 0, 0, 0]
  const missed: string[] = []
  for (let seed = firstSeed; injected < wanted; seed++) {
    const random = randomFrom(seed * 7 + 1)
    const year = generateAccounts(seed).years[0]!
    const error = injectAccounts(random, year, kind)
    if (!error) continue
    injected += 1
    const broken = brokenRelations(printedAmounts(error.year), unitsOf(error.year))
    if (broken.length === 0) {
      hidden += 1
      if (findingsOf(error.year.document()).some(isAbove)) foundBeyond += 1
    } else if (broken.every(({ looksCut }) => looksCut)) cut += 1
    else if (findingsOf(error.year.document()).some(isAbove)) found += 1
    else missed.push(`seed ${seed} ${year.set} ${error.at}: ${error.before} → ${error.after}; ${broken[0]!.name}`)
  }
  return { kind, injected, hidden, cut, found, foundBeyond, missed }
}

export const detectAccounts = (perKind: number, firstSeed: number): readonly AccountDetection[] =>
  ACCOUNT_ERRORS.map((kind, i) => detectKind(kind, perKind, firstSeed + i * 100_000))
