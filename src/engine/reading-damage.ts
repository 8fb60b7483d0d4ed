/**
 * Signs that an operator was lost or read as something else (≥6 → 26, ≥4 → 到, ≥2 → 第; rules.md CM-025). Where a target
 * column shows them, a target that was missed with full points proves nothing: the verdict is "cannot be decided".
 */
import { type FormView, type IndicatorView, oncePerForm } from './form-view.ts'

/** A count that begins with a stray 到/第 or holds a letter O for a zero: 到0次, 第O份, 3O个. */
const BROKEN =
  /^(?:到|第)\s*[\dO〇○]+\s*[\u4e00-\u9fff]{1,3}$|^[\u4e00-\u9fff]?[\dO]{0,20}O[\dO]{0,20}\s{0,9}[\u4e00-\u9fff%％]{1,3}$|^[\uFFFD?？]\s*\d/u

const FIRST = new Set(Array.from('到第\uFFFD?？', (sign) => sign.charCodeAt(0)))

const isBroken = ({ row }: IndicatorView): boolean => {
  const { printed } = row.target
  // What all three patterns need, before they run.
  return printed !== '' && (FIRST.has(printed.charCodeAt(0)) || printed.includes('O')) && BROKEN.test(printed)
}

/** Indices of indicators whose target looks damaged. */
export const damagedTargets = (form: FormView): readonly number[] => damaged(form)

const damaged = oncePerForm((form): readonly number[] => {
  if (!form.indicators.some(isBroken)) return NONE
  return form.indicators.filter(isBroken).map(({ index }) => index)
})

const NONE: readonly number[] = []

/** True when the form's target column cannot be trusted to have kept its operators. */
export const mayHaveLostOperators = (form: FormView): boolean => damaged(form).length > 0
