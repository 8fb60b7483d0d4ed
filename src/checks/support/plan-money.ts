/** Amounts of forms that look ahead: cells with the unit of their block or their own, and sums over labelled lines. */
import type { FieldAddress } from '../../domain/field-address.ts'
import type { Proof, ProofInput, Severity } from '../../domain/finding.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import { unitPower } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { type Amount, baseValue, type Judgement, judgeSum } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { type PrintedNumber, readPrintedNumber } from '../../kernel/printed-number.ts'

export interface MoneyCell {
  readonly name: string
  readonly field: FieldAddress
  readonly cell: Cell
  readonly read: PrintedNumber
  readonly amount: Amount | undefined
}

/** 108（万元）: the unit said once more behind the number. */
const UNIT_BEHIND = /[（(]([亿万]?元)[)）]$/
const WHICH = /^(?:其中|其)\s*[:：]\s*|[:：]\s*$/g

const nameOf = (label: Cell): string => label.printed.replace(WHICH, '')

/** `unit` is the block's; a cell's own unit wins. Without any the numbers are taken as they stand. */
export const moneyCell = (label: Cell | string, field: FieldAddress, cell: Cell, unit: string): MoneyCell => {
  const behind = UNIT_BEHIND.exec(cell.printed)
  const ownUnit = UNIT_BEHIND.exec(typeof label === 'string' ? '' : label.printed)?.[1] ?? behind?.[1]
  const read = readPrintedNumber(behind ? cell.printed.slice(0, -behind[0].length) : cell.printed)
  const name = typeof label === 'string' ? label : nameOf(label)
  if (read.kind !== 'number' || read.isPercent) return { name, field, cell, read, amount: undefined }
  const power = read.suffix === '' ? (unitPower(ownUnit ?? unit) ?? 0) : read.power
  return { name, field, cell, read, amount: { value: read.value, power } }
}

export const moneyInput = ({ name, field, cell }: MoneyCell): ProofInput => ({
  name,
  printed: cell.printed,
  field,
  position: cell.at,
})

export interface SumFinding {
  readonly judged: Judgement
  readonly severity: Severity
  readonly terms: string
  readonly hasBlank: boolean
  readonly proof: () => Proof
}

const addsUp = (total: Amount, parts: readonly Amount[]): boolean => {
  let sum = Decimal.zero
  for (const part of parts) sum = sum.add(baseValue(part))
  return sum.equals(baseValue(total))
}

/**
 * A total against its parts; `undefined` when they agree or nothing can be said (a part unreadable, no part printed).
 * `isComplete`: the parts are all there are; otherwise they may be an "of which" and only may not exceed the total.
 */
export const sumFinding = (
  total: MoneyCell,
  parts: readonly MoneyCell[],
  isComplete: boolean,
): SumFinding | undefined => {
  if (!total.amount || parts.some(({ read }) => read.kind === 'unreadable')) return undefined
  const printed = parts.filter(({ amount }) => amount !== undefined)
  const amounts = printed.map(({ amount }) => amount!)
  if (amounts.length === 0 || addsUp(total.amount, amounts)) return undefined
  const hasBlank = parts.some(({ read }) => read.kind === 'blank')
  if (hasBlank && amounts.every(({ value }) => value.isZero())) return undefined
  const judged = judgeSum(total.amount, amounts)
  const isShort = baseValue(total.amount).shift(-total.amount.power).compare(judged.expected) > 0
  if (isShort && !isComplete) return undefined
  const isRounding = judged.verdict === 'rounding-only' || judged.verdict === 'cut-pattern'
  const terms = printed.map(({ cell }) => cell.printed).join(' + ')
  return {
    judged,
    severity: isRounding ? 'info' : hasBlank ? 'warning' : 'error',
    terms,
    hasBlank,
    proof: () =>
      proof({
        formula: `${total.name} = ${printed.map(({ name }) => name).join(' + ')}`,
        filledIn: `${total.cell.printed} = ${terms}`,
        result: judged.expected.toString(),
        interval: judged.interval,
        unitPower: total.amount?.power ?? 0,
        verdict: judged.verdict,
        inputs: [total, ...printed].map(moneyInput),
      }),
  }
}
