/** Measures the checker on generated forms: false alarms on true forms, detection of injected errors by kind. */
import { allChecks } from '../../src/checks/index.ts'
import { type Finding, isAtLeast } from '../../src/domain/finding.ts'
import { runChecks } from '../../src/engine/run.ts'
import { rulesFor } from '../../src/law/packs.ts'
import { recognise } from '../../src/recognise/index.ts'
import { documentOf } from './document-of.ts'
import { generateForm } from './generate-form.ts'
import { INJECTIONS, type Injection, inject } from './inject.ts'
import { contradicts } from './oracle.ts'
import type { PrintedForm } from './printed-form.ts'
import { randomFrom } from './random.ts'

export const findingsOf = (forms: readonly PrintedForm[]): readonly Finding[] => {
  const source = documentOf(forms)
  return runChecks(source, recognise(source).selfEvaluations, rulesFor('national-2020', '2020-12-31'), allChecks)
}

const key = (finding: Finding): string => `${finding.code} ${finding.at.field ?? ''} ${finding.severity}`
const above = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((x) => isAtLeast(x.severity, 'warning'))

export interface FalseAlarm {
  readonly seed: number
  readonly finding: Finding
}

/** Findings above info on `count` true forms, one form a document. */
export const falseAlarms = (count: number, seed: number): readonly FalseAlarm[] =>
  Array.from({ length: count }, (_, i) => seed + i).flatMap((s) =>
    above(findingsOf([generateForm(randomFrom(s), 1).form])).map((finding) => ({ seed: s, finding })),
  )

export interface Detection {
  readonly kind: Injection
  readonly injected: number
  /** Inside the rounding intervals: nobody could find them. */
  readonly undetectable: number
  readonly found: number
  readonly missed: readonly string[]
}

/** Kinds whose error is no equation: it is always visible. */
const ALWAYS_VISIBLE: ReadonlySet<Injection> = new Set([
  'completion copied from goal',
  'required cell blanked',
  'placeholder left',
  'actual replaced by words',
])

/** Per kind `count` errors, each alone in a form of its own. Found: a finding above info that the true form does not have. */
export const detect = (kind: Injection, count: number, seed: number): Detection => {
  let [injected, undetectable, found] = [0, 0, 0]
  const missed: string[] = []
  for (let s = seed; injected < count && s < seed + count * 20; s++) {
    const random = randomFrom(s)
    const { form } = generateForm(random, 1)
    const error = inject(kind, form, random)
    if (!error) continue
    injected += 1
    if (!ALWAYS_VISIBLE.has(kind) && !contradicts(error.form)) {
      undetectable += 1
      continue
    }
    const before = new Set(above(findingsOf([form])).map(key))
    if (above(findingsOf([error.form])).some((finding) => !before.has(key(finding)))) found += 1
    else missed.push(`seed ${s}: ${error.what}`)
  }
  return { kind, injected, undetectable, found, missed }
}

export const detectAll = (count: number, seed: number): readonly Detection[] =>
  INJECTIONS.map((kind) => detect(kind, count, seed))
