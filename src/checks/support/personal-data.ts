/** Personal numbers in texts, found by their own check digits, so that a project code is not taken for one. */
import { isoDay } from '../../kernel/date.ts'

const IDENTITY = /(?<![\dA-Za-z])[1-8]\d{16}[\dXx](?![\dA-Za-z])/gu
const MOBILE = /(?<![\d.])1[3-9]\d{9}(?![\d%％]|\.\d|[万亿]?元)/u
const CARD = /(?:卡号|账号|帐号|账户|帐户)[^\d]{0,6}(\d{16,19})(?!\d)/u
/** ISO 7064 mod 11-2: weights of the first 17 digits, and the check characters by remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

const isIdentity = (number: string): boolean => {
  if (isoDay(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))) === undefined)
    return false
  if (number.slice(6, 8) !== '19' && number.slice(6, 8) !== '20') return false
  const total = WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(number[i]), 0)
  return CHECKS[total % 11] === number[17]!.toUpperCase()
}

const passesLuhn = (number: string): boolean => {
  let total = 0
  for (let i = 0; i < number.length; i++) {
    const digit = Number(number[number.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    total += doubled > 9 ? doubled - 9 : doubled
  }
  return total % 10 === 0
}

export const identityNumberIn = (text: string): string | undefined => text.match(IDENTITY)?.find(isIdentity)

export const mobileNumberIn = (text: string): string | undefined => MOBILE.exec(text)?.[0]

/** Only where the text says that an account follows, and only with a valid Luhn digit. */
export const bankCardIn = (text: string): string | undefined => {
  const number = CARD.exec(text)?.[1]
  return number !== undefined && passesLuhn(number) ? number : undefined
}
