/** What a check yields: one place where the document does not hold, with the working shown. */
import type { FieldAddress } from './field-address.ts'
import type { Position } from './source-document.ts'

/** rules.md E0: F blocks submission; E must be corrected or waived; W needs a reason; I is for information. */
export const SEVERITIES = ['info', 'warning', 'error', 'fatal'] as const
export type Severity = (typeof SEVERITIES)[number]

export const isAtLeast = (severity: Severity, floor: Severity): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor)

/** Verdicts of rules.md E0. `outside` is also the verdict of a rule that is plainly not met (a blank required field). */
export type Verdict = 'equal' | 'rounding-only' | 'cut-pattern' | 'outside' | 'not-applicable' | 'undecided'

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  equal: '相等',
  'rounding-only': '仅舍入差',
  'cut-pattern': '截位未舍入',
  outside: '不符',
  'not-applicable': '不适用',
  undecided: '无法判定',
}

/** One input of a proof: a printed cell with its address and place, or a parameter of the pack. */
export interface ProofInput {
  readonly name: string
  readonly printed: string
  readonly field?: FieldAddress
  readonly position?: Position
}

/** The working: formula, the same formula with the numbers filled in, result, interval, verdict. */
export interface Proof {
  readonly formula: string
  readonly filledIn: string
  readonly result: string
  /** Both ends of what the printed numbers allow, as decimals. */
  readonly interval?: readonly [string, string]
  readonly verdict: Verdict
  readonly inputs: readonly ProofInput[]
  readonly steps?: readonly Proof[]
}

/** Where a finding stands, in the words of the gold files. `form` is the 1-based index of the form. */
export interface FindingPlace {
  /** For findings across documents: the file it stands in. */
  readonly file?: string
  readonly form?: number
  readonly field?: FieldAddress
  /** Further fields that the same finding is about. */
  readonly also?: readonly FieldAddress[]
  readonly section?: string
  /** Score sheet and its row, both 0-based. */
  readonly evaluation?: number
  /** Code of a final-accounts table (公开05表), or its title when it has none; its rows are 0-based too. */
  readonly table?: string
  readonly row?: number
}

/** Certainty of a rule's source: text read, restated by others, or recalled (then no article number is printed). */
export type Certainty = 'read' | 'second-hand' | 'recalled'

export interface Basis {
  /** `law`: a text; `definition`: follows from the form; `practice`: seen in real systems; `proposal`: ours. */
  readonly kind: 'law' | 'definition' | 'practice' | 'proposal'
  /** Ready to print, e.g. 财预〔2020〕10号（定量指标按比例计分）. */
  readonly text: string
  readonly certainty: Certainty
  /** Ids such as `caiyu-2020-10#quantitative-scoring`. */
  readonly cites: readonly string[]
  readonly pack: string
}

export interface Finding {
  readonly code: string
  readonly title: string
  readonly titleEn: string
  readonly severity: Severity
  readonly verdict: Verdict
  readonly at: FindingPlace
  readonly printed: string
  readonly expected: string
  /** One Chinese sentence that says what does not hold. */
  readonly message: string
  readonly messageEn: string
  /** What to do about it. */
  readonly remedy: string
  readonly remedyEn: string
  readonly basis: Basis
  readonly proof: Proof | undefined
  readonly position: Position | undefined
}
