import { dateText } from './date.ts'
import { type DecimalText, isZero, plainText } from './decimal-text.ts'
import { generalText } from './general.ts'
import { numberText } from './number.ts'
import { type Condition, parseFormat, type Section } from './parse.ts'

/** A compiled number format. Texts come without white space at their ends (formats pad with it). */
export interface NumberFormat {
  number(value: DecimalText): string
  text(value: string): string
  /** True when numbers are shown as dates or times: their stored value is a count of days, not a figure. */
  readonly isDate: boolean
  readonly isGeneral: boolean
}

const GENERAL: NumberFormat = { number: generalText, text: (value) => value, isDate: false, isGeneral: true }

/** Compiles a format code as spreadsheets read it; `is1904` says which day is day 0. */
export function compileFormat(code: string, is1904: boolean): NumberFormat {
  if (code === '' || /^general$/i.test(code)) return GENERAL
  const sections = parseFormat(code)
  const textSection = textSectionOf(sections)
  return {
    number: (value) => sectionText(value, sections, is1904).trim(),
    text: (value) => (textSection ? withText(value, textSection) : value),
    isDate: sections[0]?.isDate ?? false,
    isGeneral: false,
  }
}

/** The fourth section is for text; a format of one section with @ is, too. */
function textSectionOf(sections: readonly Section[]): Section | undefined {
  if (sections.length >= 4) return sections[3]
  const last = sections.at(-1)
  return last?.tokens.some((token) => token.kind === 'text') ? last : undefined
}

function withText(value: string, section: Section): string {
  return section.tokens
    .map((token) => (token.kind === 'text' ? value : token.kind === 'literal' ? token.text : ''))
    .join('')
}

function sectionText(value: DecimalText, sections: readonly Section[], is1904: boolean): string {
  const { section, showsSign } = choose(value, sections)
  // No section for such a number: spreadsheets fill the cell with #.
  if (section === undefined) return '#######'
  if (section.isDate) return dateText(value, section, is1904)
  const sign = showsSign && value.isNegative ? '-' : ''
  if (section.tokens.some((token) => token.kind === 'text')) return withText(generalText(value), section)
  return sign + numberText({ ...value, isNegative: false }, section)
}

interface Choice {
  readonly section: Section | undefined
  /** The section for negative numbers says itself how they look. */
  readonly showsSign: boolean
}

function choose(value: DecimalText, all: readonly Section[]): Choice {
  const isTextOnly = (section: Section | undefined): boolean =>
    section?.tokens.some((token) => token.kind === 'text') ?? false
  const sections = all.length > 1 && all.length < 4 && isTextOnly(all.at(-1)) ? all.slice(0, -1) : all.slice(0, 3)
  if (sections.some((section) => section.condition)) return chooseByCondition(value, sections)
  const [positive, negative, zero] = sections
  if (isZero(value) && zero) return { section: zero, showsSign: false }
  if (value.isNegative && negative) return { section: negative, showsSign: false }
  return { section: positive, showsSign: true }
}

function chooseByCondition(value: DecimalText, sections: readonly Section[]): Choice {
  const number = Number(plainText(value))
  const index = sections.findIndex((section, order) => {
    if (section.condition) return holds(number, section.condition)
    // Without a condition of its own the second of three is for what is left below zero, the last for all the rest.
    return order === sections.length - 1 || (order === 1 ? number < 0 : number > 0)
  })
  const section = sections[index]
  const isForNegatives =
    section?.condition !== undefined
      ? section.condition.bound <= 0 && section.condition.operator.startsWith('<')
      : index === 1 && sections.length === 3
  return { section, showsSign: !isForNegatives }
}

function holds(value: number, { operator, bound }: Condition): boolean {
  switch (operator) {
    case '<':
      return value < bound
    case '<=':
      return value <= bound
    case '>':
      return value > bound
    case '>=':
      return value >= bound
    case '=':
      return value === bound
    case '<>':
      return value !== bound
  }
}
