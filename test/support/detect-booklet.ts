/** Measures the checker on generated booklets of two years: false alarms on true ones, detection of injected errors by kind. */
import { checkAcross } from '../../src/app/check-across.ts'
import { checkRead } from '../../src/app/check-file.ts'
import { type Finding, isAtLeast } from '../../src/domain/finding.ts'
import type { ReadFile } from '../../src/writers/report-model.ts'
import { type GeneratedBooklet, generateBooklet, readBooklet } from './generate-booklet.ts'
import { type BookletInjection, injectBooklet } from './inject-booklet.ts'
import { randomFrom } from './random.ts'

const above = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ severity }) => isAtLeast(severity, 'warning'))

const checked = (read: ReadFile): readonly Finding[] => {
  const { findings, unchecked } = checkRead(read)
  if (unchecked.length > 0) throw new Error(unchecked.map(({ message }) => message).join('；'))
  return above(findings)
}

export interface BookletAlarm {
  readonly seed: number
  readonly file: string
  readonly finding: Finding
}

/** Findings above info on true booklets, two years each, alone and across. */
export const bookletAlarms = (pairs: number, firstSeed: number): readonly BookletAlarm[] =>
  Array.from({ length: pairs }, (_, i) => firstSeed + i).flatMap((seed) => {
    const reads = generateBooklet(seed, { years: 2 }).years.map(readBooklet)
    return [
      ...reads.flatMap((read) => checked(read).map((finding) => ({ seed, file: read.file, finding }))),
      ...above(checkAcross(reads).findings).map((finding) => ({ seed, file: finding.at.file ?? '', finding })),
    ]
  })

export interface BookletDetection {
  readonly kind: string
  readonly injected: number
  readonly undetectable: number
  readonly found: number
  /** Codes that found them first, with how often. */
  readonly byCode: ReadonlyMap<string, number>
  readonly missed: readonly string[]
}

/** What is found in the later booklet alone, or together with the one before. */
const findError = (before: GeneratedBooklet, spoilt: GeneratedBooklet): Finding | undefined => {
  const read = readBooklet(spoilt)
  const [alone] = checked(read)
  return alone ?? above(checkAcross([readBooklet(before), read]).findings)[0]
}

/** `count` errors of one kind, each alone in the later booklet of a pair of its own. True booklets have no finding, so any finding is the error's. */
export const detectInBooklets = (kind: BookletInjection, count: number, firstSeed: number): BookletDetection => {
  let [injected, undetectable, found] = [0, 0, 0]
  const missed: string[] = []
  const byCode = new Map<string, number>()
  for (let seed = firstSeed; injected - undetectable < count && seed < firstSeed + count * 20; seed++) {
    const [before, after] = generateBooklet(seed, { years: 2 }).years
    const error = injectBooklet(kind, after!, randomFrom(seed * 31 + 7))
    if (!error) continue
    injected += 1
    if (!error.isVisible) {
      undetectable += 1
      continue
    }
    const finding = findError(before!, error.booklet)
    if (finding) {
      found += 1
      byCode.set(finding.code, (byCode.get(finding.code) ?? 0) + 1)
    } else missed.push(`seed ${seed}: ${error.what}`)
  }
  return { kind, injected, undetectable, found, byCode, missed }
}

/**
 * The later booklet belongs to other books of the same department: true in itself, it does not follow from the year before. Only
 * what is said across the two years can show it.
 */
export const detectCarried = (count: number, firstSeed: number): BookletDetection => {
  let [injected, undetectable, found] = [0, 0, 0]
  const missed: string[] = []
  const byCode = new Map<string, number>()
  const options = { years: 2, set: 'national', firstYear: 2021, department: '云岭市林业局' } as const
  for (let seed = firstSeed; injected - undetectable < count; seed++) {
    const before = readBooklet(generateBooklet(seed, options).years[0]!)
    const after = readBooklet(generateBooklet(seed + 500_000, options).years[1]!)
    injected += 1
    const findings = above(checkAcross([before, after]).findings)
    const [first] = findings
    if (first) {
      found += 1
      for (const code of new Set(findings.map((finding) => finding.code))) byCode.set(code, (byCode.get(code) ?? 0) + 1)
    } else missed.push(`seed ${seed}`)
  }
  return { kind: 'year of other books', injected, undetectable, found, byCode, missed }
}
