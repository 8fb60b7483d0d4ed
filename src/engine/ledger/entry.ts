/**
 * The ledger: one entry for a quantity (of the tables, of a project) in a year, with every place of a document that prints it. The
 * amounts are exact as printed; what rounding allows is judged by the checks.
 */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { ProofInput } from '../../domain/finding.ts'
import type { Statement } from '../../domain/narrative.ts'
import type { Position } from '../../domain/source-document.ts'
import type { Amount } from '../verdict.ts'

export type LedgerMeasure = 'final' | 'initial-budget' | 'annual-budget' | 'budget'

/** Where a finding about a place stands, in the words of `FindingPlace`. */
export interface LedgerAddress {
  readonly section?: string
  readonly table?: string
  readonly row?: number
  readonly field?: FieldAddress
  readonly form?: number
}

export interface LedgerPlace {
  readonly from: 'text' | 'table' | 'form' | 'department'
  /** With its unit where the place prints one. */
  readonly printed: string
  readonly amount: Amount
  /** 公开05表“合计”行, 正文“收入决算情况说明”, for messages. */
  readonly name: string
  readonly address: LedgerAddress
  readonly position: Position
  readonly unsure: boolean
  /** For places in the text. */
  readonly statement?: Statement
}

export interface LedgerEntry {
  /** `general.basic`, `functional:2010301`. */
  readonly key: string
  readonly name: string
  readonly year: number
  readonly measure: LedgerMeasure
  readonly places: readonly LedgerPlace[]
  /** Cells whose amount is printed under this name by mistake. */
  readonly mistaken: readonly LedgerPlace[]
  /** Code of the check that reports a text place which differs from the cells. */
  readonly check: string
  /** Another figure may be meant: a difference is a doubt, not a proof. */
  readonly isLoose: boolean
}

/** A place as an input of a proof. */
export const placeInput = ({ name, printed, address, position }: LedgerPlace): ProofInput => ({
  name,
  printed,
  ...(address.field === undefined ? {} : { field: address.field }),
  position,
})
