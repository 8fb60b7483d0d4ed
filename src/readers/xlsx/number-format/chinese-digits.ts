/** `[DBNum1]` writes 一二三, `[DBNum2]` 壹贰叁, `[DBNum3]` full-width １２３. */
export type DigitStyle = 1 | 2 | 3

const DIGITS: Readonly<Record<DigitStyle, string>> = {
  1: '〇一二三四五六七八九',
  2: '零壹贰叁肆伍陆柒捌玖',
  3: '０１２３４５６７８９',
}
const UNITS: Readonly<Record<1 | 2, readonly string[]>> = { 1: ['', '十', '百', '千'], 2: ['', '拾', '佰', '仟'] }
const GROUPS = ['', '万', '亿', '万亿', '亿亿']

/** Digit by digit: 2020 → 二〇二〇. */
export function digitByDigit(text: string, style: DigitStyle): string {
  return text.replace(/\d/g, (digit) => DIGITS[style][Number(digit)]!)
}

/** A number with its units: 12 → 十二, 1050 → 一千〇五十. `plain` is a decimal number without an exponent. */
export function spelledOut(plain: string, style: DigitStyle): string {
  if (style === 3) return digitByDigit(plain, style)
  const [, sign = '', whole = '', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === '' || whole.length > GROUPS.length * 4) return plain
  const decimals = fraction === undefined ? '' : `.${digitByDigit(fraction, style)}`
  return sign + spelledWhole(whole, style) + decimals
}

function spelledWhole(whole: string, style: 1 | 2): string {
  const zero = DIGITS[style][0]!
  let result = ''
  let isZeroDue = false
  for (let index = 0; index < whole.length; index += 1) {
    const place = whole.length - 1 - index
    const digit = Number(whole[index])
    if (digit === 0) isZeroDue = result !== ''
    else {
      if (isZeroDue) result += zero
      isZeroDue = false
      result += DIGITS[style][digit]! + UNITS[style][place % 4]!
    }
    const isGroupEnd = place > 0 && place % 4 === 0
    if (isGroupEnd && /[1-9]/.test(whole.slice(Math.max(0, index - 3), index + 1))) result += GROUPS[place / 4]!
  }
  return result === '' ? zero : result
}
