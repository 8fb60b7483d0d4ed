/** Amounts of a form's fund block in 元, with the unit that the header or the cell itself prints. */
import type { Decimal } from '../kernel/decimal.ts'
import type { NumberQuantity } from '../kernel/quantity.ts'
import { type FormView, type FundField, unitPower } from './form-view.ts'
import { type Amount, baseValue } from './verdict.ts'

/** Power of ten of 元 behind the block's numbers; `undefined` when the form states no unit. */
export const blockPower = (form: FormView): number | undefined => unitPower(form.record.funds.unit)

/**
 * The amount of a fund cell. `3.5万` in a 万元 block says its unit twice and means 3.5 万元; in a 元 block it means
 * 35,000 元. Without any stated unit the number is taken as it stands: cells of one block still compare.
 */
export const fundAmount = (field: FundField | undefined): Amount | undefined => field?.amount

const CURRENCY = /^(?:元|元人民币|人民币|圆)$/

/**
 * An indicator's money value in 元. A number without 元 (52, 3.5万) counts as money only where the caller knows that it
 * is one (`isCost`): a bare number then has the block's unit.
 */
export const indicatorAmount = (form: FormView, quantity: NumberQuantity, isCost: boolean): Amount | undefined => {
  if (quantity.isPercent || quantity.per !== '') return undefined
  if (CURRENCY.test(quantity.unit)) return { value: quantity.value, power: quantity.power }
  if (!isCost || quantity.unit !== '') return undefined
  if (quantity.power > 0) return { value: quantity.value, power: quantity.power }
  const power = blockPower(form)
  return power === undefined ? undefined : { value: quantity.value, power }
}

export const sameAmount = (a: Amount, b: Amount): boolean =>
  a.power === b.power ? a.value.equals(b.value) : baseValue(a).equals(baseValue(b))

/** The value in the unit of the block, for messages. */
export const inUnit = (value: Decimal, power: number): string => value.shift(-power).normalize().toString()
