/**
 * One thing that is wrong, with all the findings that it explains: a report shows a wrong cell as one problem, not as the
 * five equations that it breaks. Plain data, ready for JSON; indexes are those of the findings of the same file.
 */
import type { FindingPlace } from '../../domain/finding.ts'
import type { Position } from '../../domain/source-document.ts'

/**
 * - `wrong-cell`: localisation found what has to change so that all equations hold;
 * - `same-cell`: the findings share a printed cell, and none of them says more;
 * - `same-amount`: one amount is printed in several documents, and they disagree.
 */
export type CauseKind = 'wrong-cell' | 'same-cell' | 'same-amount'

/** One cell of a candidate: what is printed there and what all equations together demand. */
export interface CauseChange {
  readonly at: FindingPlace
  readonly position?: Position
  /** 公开03表第12行“行政运行”的项目支出, ready to print. */
  readonly name: string
  readonly printed: string
  /** In the unit and with the decimals of the printed cell. */
  readonly expected: string
  /** 相邻两位数字颠倒，与正文所写相符; empty when no common slip explains the value and nothing else says it. */
  readonly slip: string
  readonly slipEn: string
}

/** One way to make everything hold again; the first of a cause is the likeliest. */
export interface CauseCandidate {
  readonly changes: readonly CauseChange[]
  /** Codes of the equations that it repairs, each once. */
  readonly codes: readonly string[]
  /** How many equations that fail now would hold. */
  readonly repaired: number
}

export interface Cause {
  /** `c1`, `c2` … in the order of the document; stable for one file, not between files. */
  readonly id: string
  readonly kind: CauseKind
  /** One Chinese sentence; `titleEn` the same in English. */
  readonly title: string
  readonly titleEn: string
  /** The cell to look at first. */
  readonly main: FindingPlace
  readonly position?: Position
  /** 0-based indexes of the findings it explains, ascending, at least one; no finding has two causes. */
  readonly findings: readonly number[]
  /** Likeliest first; empty unless `kind` is `wrong-cell`. */
  readonly candidates: readonly CauseCandidate[]
}

/** A cause before all of them are in order and numbered. */
export type CauseDraft = Omit<Cause, 'id'>
