/**
 * Reads a target or an actual value of an indicator. Conservative: a text becomes a number, range or date only when
 * nothing in it is left open; a sentence stays words, and digits whose spelling is broken are said to be unreadable.
 */

import { assemble } from './quantity/assemble.ts'
import { compactText } from './quantity/compact-text.ts'
import { scanText } from './quantity/scan.ts'
import { simpleQuantity } from './quantity/simple.ts'
import type { Quantity } from './quantity.ts'

/** Longer texts are essays; nobody compares them with a target. */
const LONGEST = 2000
/** A broken number is worth reporting where it is the value, not in the middle of a paragraph. */
const LONGEST_FAULTY = 30

const NONE = /^(?:[-—–―─/\\]+|[(]?(?:无|暂无|没有|不适用|未涉及|不涉及.{0,10}|n\/?a)[)]?[。.]?)$/i

const BLANK: Quantity = { kind: 'blank' }
const NOTHING: Quantity = { kind: 'none' }

const hasPlainDigit = (text: string): boolean => /\d/.test(text)

/** Reads a target or an actual value. Never throws. */
export const parseQuantity = (printed: string): Quantity => simpleQuantity(printed) ?? parseWhole(printed)

const parseWhole = (printed: string): Quantity => {
  if (printed.length > LONGEST) return { kind: 'wording', text: printed }
  const text = compactText(printed)
  if (text === '' || text === ' ') return BLANK
  if (text.length <= 16 && NONE.test(text)) return NOTHING
  const scan = scanText(text)
  if (scan.fault !== undefined) {
    return text.length <= LONGEST_FAULTY
      ? { kind: 'unreadable', text: printed.trim(), reason: scan.fault }
      : { kind: 'wording', text: printed.trim() }
  }
  const quantity = assemble(scan, text)
  if (quantity) return quantity
  // digits without any word around them: neither a number that we can read nor wording
  if (hasPlainDigit(text) && !/[A-Za-z\u4E00-\u9FFF]/.test(text)) {
    return { kind: 'unreadable', text: printed.trim(), reason: '有数字，但无法确定是哪个数' }
  }
  return { kind: 'wording', text: printed.trim() }
}
