/** Builds the working of a finding: formula in Chinese names, the same with numbers filled in, result, interval. */
import { cellAt, type FieldAddress } from '../domain/field-address.ts'
import type { Proof, ProofInput, Verdict } from '../domain/finding.ts'
import type { Decimal } from '../kernel/decimal.ts'
import type { Interval } from '../kernel/interval.ts'
import type { FormView } from './form-view.ts'

/** A printed cell of the form as an input. */
export const cellInput = (form: FormView, name: string, field: FieldAddress): ProofInput => {
  const cell = cellAt(form.record, field)
  return cell ? { name, printed: cell.printed, field, position: cell.at } : { name, printed: '', field }
}

/** A parameter of the pack, or a number that follows from others. */
export const valueInput = (name: string, printed: string): ProofInput => ({ name, printed })

export interface ProofParts {
  readonly formula: string
  readonly filledIn: string
  readonly result: string
  readonly verdict: Verdict
  readonly inputs: readonly ProofInput[]
  readonly interval?: Interval
  /** Power of ten of the unit that the formula's numbers are printed in (万元: 4): the interval is shown in it too. */
  readonly unitPower?: number
  readonly steps?: readonly Proof[]
}

export const proof = ({ interval, unitPower = 0, ...parts }: ProofParts): Proof => {
  const inUnit = (end: Decimal): string => end.shift(-unitPower).normalize().toString()
  return interval ? { ...parts, interval: [inUnit(interval.low), inUnit(interval.high)] } : parts
}

/** Lazy proof whose inputs are cells of one form: `[name, field]`. */
export const working =
  (
    form: FormView,
    parts: Omit<ProofParts, 'inputs'>,
    cells: readonly (readonly [name: string, field: FieldAddress])[],
    values: readonly ProofInput[] = [],
  ): (() => Proof) =>
  () =>
    proof({ ...parts, inputs: [...cells.map(([name, field]) => cellInput(form, name, field)), ...values] })
