/** The working of a finding in one line. Checks fill formulas in as equations or as bare terms; here they read alike. */
import type { Finding, Proof } from '../domain/finding.ts'
import { inEnglish } from './arithmetic-words-en.ts'
import type { Language } from './words.ts'

/** A relation between two sides, told from an operator printed in a target (≥120场). */
const RELATION = /\s[≤≥<>≠]\s/

/** The side that computes: `96 = 9.00 + 10` of a printed 96 → `9.00 + 10`; `61.20 ÷ 65.40 = 93.58%` → `61.20 ÷ 65.40`. */
const computingSide = ({ filledIn }: Proof, printed: string): string => {
  const bare = filledIn.replace(/(?<!\s)\s*→[^→]*$/, '')
  const sides = bare.split(' = ')
  if (sides.length !== 2) return bare
  const isLeftPrinted = sides[0] === printed || !/[+−×÷-]\s/.test(sides[0]!)
  return isLeftPrinted ? sides[1]! : sides[0]!
}

/** `10 × 37.24 ÷ 43.20 = 8.62`, `684.00 ≤ 72.00 不成立`; empty when the proof fills nothing in. */
export const workingText = (proof: Proof, printed: string): string => {
  if (proof.filledIn === '') return proof.result
  if (RELATION.test(proof.filledIn)) return proof.result === '' ? proof.filledIn : `${proof.filledIn}　${proof.result}`
  const side = computingSide(proof, printed)
  return proof.result === '' || side === proof.result ? side : `${side} = ${proof.result}`
}

/** A formula, a working or an expectation in the language of the report. */
export const arithmeticIn = (text: string, language: Language): string => (language === 'zh' ? text : inEnglish(text))

/** What stands behind 应为: `8.62 = 10 × 37.24 ÷ 43.20`; a rule that expects no number shows its working in brackets. */
export const expectationText = ({ expected, printed, proof }: Finding, language: Language = 'zh'): string => {
  const should = arithmeticIn(expected, language)
  if (!proof || proof.filledIn === '' || RELATION.test(proof.filledIn)) return should
  const working = arithmeticIn(workingText(proof, printed), language)
  const side = computingSide(proof, printed)
  if (expected === '') return working
  if (side === expected) return should
  if (proof.result === expected) return `${should} = ${arithmeticIn(side, language)}`
  return language === 'zh' ? `${should}（${working}）` : `${should} (${working})`
}
