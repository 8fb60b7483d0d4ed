import { spelledOut } from './chinese-digits.ts'
import { type DecimalText, fixedParts, isZero, magnitude, plainText, roundTo, shifted } from './decimal-text.ts'
import { fractionText } from './fraction.ts'
import { generalText } from './general.ts'
import type { Section, Token } from './parse.ts'

type Digit = Extract<Token, { kind: 'digit' }>

/** Places of the digits in a section, as indexes into its tokens. */
interface Layout {
  readonly whole: readonly number[]
  readonly decimals: readonly number[]
  readonly exponent: readonly number[]
  readonly hasGroups: boolean
  /** Power of ten to multiply by: two for each %, minus three for each comma behind the last digit. */
  readonly shift: number
}

const layouts = new WeakMap<Section, Layout>()

/** Text of a number without its sign in a section that is not a date. */
export function numberText(value: DecimalText, section: Section): string {
  const { tokens } = section
  if (tokens.some((token) => token.kind === 'slash') && tokens.some((token) => token.kind === 'digit')) {
    return fractionText(value, section)
  }
  let layout = layouts.get(section)
  if (layout === undefined) layouts.set(section, (layout = layoutOf(tokens)))
  if (layout.exponent.length > 0) return scientificText(value, tokens, layout)
  const rounded = roundTo(shifted(value, layout.shift), layout.decimals.length)
  const { whole, fraction } = fixedParts(rounded, layout.decimals.length)
  if (section.digits) return spelledText(value, section, whole, fraction)
  return fill(tokens, layout, whole, fraction, () => '')
    .map((text, index) => (tokens[index]!.kind === 'general' ? generalText(value) : text))
    .join('')
}

function layoutOf(tokens: readonly Token[]): Layout {
  const point = tokens.findIndex((token) => token.kind === 'point')
  const exponentAt = tokens.findIndex((token) => token.kind === 'exponent')
  const end = exponentAt < 0 ? tokens.length : exponentAt
  const digits = tokens.flatMap((token, index) => (token.kind === 'digit' ? [index] : []))
  const isWhole = (index: number): boolean => index < end && (point < 0 || index < point)
  const last = digits.filter((index) => index < end).at(-1) ?? -1
  const commas = tokens.flatMap((token, index) => (token.kind === 'comma' ? [index] : []))
  const whole = digits.filter(isWhole)
  const percents = tokens.filter((token) => token.kind === 'percent').length
  return {
    whole,
    decimals: digits.filter((index) => index < end && !isWhole(index)),
    exponent: exponentAt < 0 ? [] : digits.filter((index) => index > exponentAt),
    hasGroups: commas.some((index) => index > (whole[0] ?? Infinity) && index < (whole.at(-1) ?? -1)),
    shift: percents * 2 - trailingCommas(commas, last, whole.at(-1) ?? -1) * 3,
  }
}

/** `0,` and `0.00,` divide by a thousand; so does `0,.00`. */
function trailingCommas(commas: readonly number[], last: number, lastWhole: number): number {
  return commas.filter((index) => index > last || (index > lastWhole && index < last)).length
}

/** One text for each token. A literal may stand between digits (`0\.0,` shows ten thousands with a point). */
function fill(
  tokens: readonly Token[],
  layout: Layout,
  whole: string,
  fraction: string,
  exponent: (index: number) => string,
): string[] {
  const wholeTexts = wholeDigits(tokens, layout, whole === '0' ? '' : whole)
  const decimalTexts = decimalDigits(tokens, layout, fraction)
  return tokens.map((token, index) => {
    switch (token.kind) {
      case 'literal':
        return token.text
      case 'digit':
        return wholeTexts.get(index) ?? decimalTexts.get(index) ?? exponent(index)
      case 'point':
        // Number without places before the point: `.00` still shows what is there.
        return layout.whole.length === 0 && whole !== '0' ? `${whole}.` : '.'
      case 'percent':
        return '%'
      case 'exponent':
        return exponent(index)
      default:
        return ''
    }
  })
}

const PAD: Readonly<Record<Digit['pad'], string>> = { '0': '0', '#': '', '?': ' ' }

/** Digits are dealt out from the right; the first place takes all that are left. */
function wholeDigits(tokens: readonly Token[], layout: Layout, digits: string): Map<number, string> {
  const places = layout.whole
  const texts = new Map<number, string>()
  places.forEach((index, order) => {
    const right = places.length - 1 - order
    const end = Math.max(0, digits.length - right)
    const own = digits.slice(order === 0 ? 0 : Math.max(0, end - 1), end)
    const text = own === '' ? PAD[(tokens[index] as Digit).pad] : own
    texts.set(index, layout.hasGroups ? grouped(text, right) : text)
  })
  return texts
}

/** Puts a comma behind each digit that has a multiple of three digits to its right. */
function grouped(text: string, right: number): string {
  if (!/\d/.test(text)) return text
  return [...text]
    .map((digit, index) => {
      const behind = text.length - 1 - index + right
      return behind > 0 && behind % 3 === 0 ? `${digit},` : digit
    })
    .join('')
}

function decimalDigits(tokens: readonly Token[], layout: Layout, fraction: string): Map<number, string> {
  const significant = fraction.replace(/(?<!0)0+$/, '').length
  const texts = new Map<number, string>()
  layout.decimals.forEach((index, order) => {
    texts.set(index, order < significant ? fraction[order]! : PAD[(tokens[index] as Digit).pad])
  })
  return texts
}

/** `0.00E+00`; several places before the point keep the exponent at multiples of their number (`##0.0E+0`). */
function scientificText(value: DecimalText, tokens: readonly Token[], layout: Layout): string {
  const places = Math.max(1, layout.whole.length)
  const decimals = layout.decimals.length
  const exponentFor = (size: number): number => Math.floor(size / places) * places
  let exponent = isZero(value) ? 0 : exponentFor(magnitude(value))
  let mantissa = roundTo(shifted(value, -exponent), decimals)
  if (!isZero(mantissa) && magnitude(mantissa) >= places) {
    exponent += places
    mantissa = roundTo(shifted(value, -exponent), decimals)
  }
  const { whole, fraction } = fixedParts(mantissa, decimals)
  const written = String(Math.abs(exponent)).padStart(layout.exponent.length, '0')
  return fill(tokens, layout, whole, fraction, (index) => {
    const token = tokens[index]!
    if (token.kind === 'exponent') return `E${exponent < 0 ? '-' : token.showsPlus ? '+' : ''}`
    return index === layout.exponent[0] ? written : ''
  }).join('')
}

/** `[DBNum1]` and the like: the whole number is written out at its first place. */
function spelledText(value: DecimalText, section: Section, whole: string, fraction: string): string {
  const hasDigits = section.tokens.some((token) => token.kind === 'digit')
  const plain = hasDigits ? `${whole}${fraction === '' ? '' : `.${fraction}`}` : plainText(value)
  let isWritten = false
  return section.tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'percent') return '%'
      if (isWritten || (token.kind !== 'digit' && token.kind !== 'general')) return ''
      isWritten = true
      return spelledOut(plain, section.digits!)
    })
    .join('')
}
