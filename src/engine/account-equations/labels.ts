/** Labels of rows in published tables: what they count as, and which functional class they name. */
import { toHalfWidth } from '../../kernel/normalize.ts'
import { dictionary } from '../../law/classification.ts'

const NUMBERING = /^(?:[(（][一二三四五六七八九十\d]+[)）]|(?:[一二三四五六七八九十]+|\d+)[、.．])(?=\D)/
const QUOTES = /[“”"‘’']/g

/** 一、一般公共服务支出 → 一般公共服务支出: without white space, numbering and quotes. */
export const nameKey = (name: string): string =>
  toHalfWidth(name.replace(/\s+/g, ''))
    .replace(QUOTES, '')
    .replace(NUMBERING, '')
    .replace(/[:：]$/, '')

/** 其中：… is part of the row above it and adds nothing. */
export const isWithin = (name: string): boolean => /^\s*(?:[一二三四五六七八九十\d]+[、.．])?\s*其\s*中/.test(name)

/** 九、财政专户管理资金收入: an item of its own, whatever it is called. */
export const isNumbered = (name: string): boolean => /^\s*[一二三四五六七八九十]+\s*[、.．]/.test(name)

const CODE = /^\d{3}(?:\d{2}){0,2}$/

/** 3, 5 or 7 digits, as the classification has them; empty for anything else. */
export const codeKey = (printed: string): string => {
  const code = toHalfWidth(printed.replace(/\s+/g, ''))
  return CODE.test(code) ? code : ''
}

interface Classes {
  readonly byName: ReadonlyMap<string, string>
  readonly nameOf: ReadonlyMap<string, string>
}

let classes: Classes | undefined

const readClasses = (): Classes => {
  const own = dictionary('functional').entries.filter(({ code }) => code.length === 3)
  return {
    byName: new Map(own.map((entry) => [nameKey(entry.name), entry.code])),
    nameOf: new Map(own.map((entry) => [entry.code, nameKey(entry.name)])),
  }
}

/** Code of the functional class of this name in any year; empty when the dictionary has no such class. */
export const classOf = (name: string): string => {
  classes ??= readClasses()
  return classes.byName.get(nameKey(name)) ?? ''
}

/** The class of a code. Two codes of one name (229 and 299, 其他支出) are one: tables of totals print names alone. */
export const classOfCode = (code: string): string => {
  classes ??= readClasses()
  const own = code.slice(0, 3)
  return classes.byName.get(classes.nameOf.get(own) ?? '') ?? own
}

export const isKnownClass = (code: string): boolean => {
  classes ??= readClasses()
  return classes.nameOf.has(code)
}
