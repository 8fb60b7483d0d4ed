import type { DigitStyle } from './chinese-digits.ts'

export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly pad: '0' | '#' | '?' }
  | { readonly kind: 'point' }
  | { readonly kind: 'comma' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'slash' }
  | { readonly kind: 'exponent'; readonly showsPlus: boolean }
  | { readonly kind: 'general' }
  | { readonly kind: 'text' }
  /** y, m (month), n (minute), d, h, s, a (weekday), f (fraction of a second): how often the letter is written. */
  | { readonly kind: 'date'; readonly part: 'y' | 'm' | 'n' | 'd' | 'h' | 's' | 'a' | 'f'; readonly length: number }
  | { readonly kind: 'elapsed'; readonly part: 'h' | 'm' | 's'; readonly length: number }
  | { readonly kind: 'half-day'; readonly names: readonly [string, string] }

export interface Condition {
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '<>'
  readonly bound: number
}

export interface Section {
  readonly tokens: readonly Token[]
  readonly isDate: boolean
  readonly condition?: Condition
  readonly digits?: DigitStyle
}

/** Sections of a format code, separated by semicolons outside quotes and brackets. */
export function parseFormat(code: string): Section[] {
  return splitSections(code).map(parseSection)
}

function splitSections(code: string): string[] {
  const sections: string[] = []
  let from = 0
  for (let at = 0; at < code.length; at += 1) {
    const char = code[at]
    if (char === '\\' || char === '!' || char === '_' || char === '*') at += 1
    else if (char === '"' || char === '[') {
      const end = code.indexOf(char === '"' ? '"' : ']', at + 1)
      if (end > 0) at = end
    } else if (char === ';') {
      sections.push(code.slice(from, at))
      from = at + 1
    }
  }
  sections.push(code.slice(from))
  return sections
}

interface Scan {
  readonly tokens: Token[]
  condition?: Condition
  digits?: DigitStyle
}

function parseSection(code: string): Section {
  const scan: Scan = { tokens: [] }
  // Colours and conditions aside, a date is told by its letters; they may not be mixed with digit places.
  const isDate = hasDateLetters(code)
  let at = 0
  while (at < code.length) at = readToken(code, at, isDate, scan)
  const tokens = isDate ? withMinutes(scan.tokens) : scan.tokens
  return {
    tokens,
    isDate,
    ...(scan.condition && { condition: scan.condition }),
    ...(scan.digits && { digits: scan.digits }),
  }
}

function hasDateLetters(code: string): boolean {
  if (/\[\$-f[48]00\]|\[(?:h+|m+|s+)\]/i.test(code)) return true
  const bare = code.replace(/"[^"]*"|[\\!_*].|\[[^\]]*\]|General|G\/通用格式|[Ee][+-]/g, '')
  return /[ymdhse]|aaa|上午\/下午/i.test(bare)
}

/** Reads one token at `at`; returns the offset behind it. */
function readToken(code: string, at: number, isDate: boolean, scan: Scan): number {
  const char = code[at]!
  const { tokens } = scan
  if (char === '"') {
    const end = code.indexOf('"', at + 1)
    const stop = end < 0 ? code.length : end
    tokens.push({ kind: 'literal', text: code.slice(at + 1, stop) })
    return stop + 1
  }
  if (char === '\\' || char === '!') {
    tokens.push({ kind: 'literal', text: code[at + 1] ?? '' })
    return at + 2
  }
  if (char === '_') {
    tokens.push({ kind: 'literal', text: ' ' })
    return at + 2
  }
  // The character after * fills the column's width, which print has and text has not.
  if (char === '*') return at + 2
  if (char === '[') return readBracket(code, at, scan)
  const general = /^(?:General|G\/通用格式)/i.exec(code.slice(at, at + 8))
  if (general) {
    tokens.push({ kind: 'general' })
    return at + general[0].length
  }
  return isDate ? readDateToken(code, at, tokens) : readNumberToken(code, at, tokens)
}

function readNumberToken(code: string, at: number, tokens: Token[]): number {
  const char = code[at]!
  if (char === '0' || char === '#' || char === '?') tokens.push({ kind: 'digit', pad: char })
  else if (char === '.') tokens.push({ kind: 'point' })
  else if (char === ',') tokens.push({ kind: 'comma' })
  else if (char === '%') tokens.push({ kind: 'percent' })
  else if (char === '/') tokens.push({ kind: 'slash' })
  else if (char === '@') tokens.push({ kind: 'text' })
  else if ((char === 'E' || char === 'e') && /[+-]/.test(code[at + 1] ?? '')) {
    tokens.push({ kind: 'exponent', showsPlus: code[at + 1] === '+' })
    return at + 2
  } else tokens.push({ kind: 'literal', text: char })
  return at + 1
}

const HALF_DAYS = /^(?:AM\/PM|A\/P|上午\/下午)/i

function readDateToken(code: string, at: number, tokens: Token[]): number {
  const halfDay = HALF_DAYS.exec(code.slice(at, at + 5))?.[0]
  if (halfDay) {
    const [morning, afternoon] = halfDay.split('/') as [string, string]
    tokens.push({ kind: 'half-day', names: [morning, afternoon] })
    return at + halfDay.length
  }
  const run = /^(?:y+|e+|m+|d+|h+|s+|a{3,4})/i.exec(code.slice(at, at + 16))?.[0]
  if (run) {
    const letter = run[0]!.toLowerCase()
    if (letter === 'e') tokens.push({ kind: 'date', part: 'y', length: 4 })
    else tokens.push({ kind: 'date', part: letter as 'y' | 'm' | 'd' | 'h' | 's' | 'a', length: run.length })
    return at + run.length
  }
  const fraction = /^\.(0{1,3})/.exec(code.slice(at, at + 4))
  if (fraction) {
    tokens.push({ kind: 'date', part: 'f', length: fraction[1]!.length })
    return at + fraction[0].length
  }
  tokens.push(code[at] === '@' ? { kind: 'text' } : { kind: 'literal', text: code[at]! })
  return at + 1
}

/** Colours are left out, `[$¥-804]` prints its currency, `[h]` counts on over 24, `[>=100]` is a condition. */
function readBracket(code: string, at: number, scan: Scan): number {
  const end = code.indexOf(']', at)
  if (end < 0) return code.length
  const inside = code.slice(at + 1, end)
  const elapsed = /^(h+|m+|s+)$/i.exec(inside)?.[1]
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)$/i.exec(inside)
  const digits = /^DBNum([123])$/i.exec(inside)?.[1]
  if (elapsed) {
    scan.tokens.push({ kind: 'elapsed', part: elapsed[0]!.toLowerCase() as 'h' | 'm' | 's', length: elapsed.length })
  } else if (condition) {
    scan.condition = { operator: condition[1] as Condition['operator'], bound: Number(condition[2]) }
  } else if (digits) scan.digits = Number(digits) as DigitStyle
  else if (/^\$-f800$/i.test(inside)) return replaceBy(scan, 'yyyy"年"m"月"d"日"', code)
  else if (/^\$-f400$/i.test(inside)) return replaceBy(scan, 'h:mm:ss', code)
  else if (inside.startsWith('$')) {
    const currency = inside.slice(1).split('-')[0]!
    if (currency !== '') scan.tokens.push({ kind: 'literal', text: currency })
  }
  return end + 1
}

/** The system's own long date or time: what follows in the code is only the author's system's form of it. */
function replaceBy(scan: Scan, format: string, code: string): number {
  for (let at = 0; at < format.length; ) at = readToken(format, at, true, scan)
  return code.length
}

/** `m` stands for minutes next to hours or seconds, for the month elsewhere. */
function withMinutes(tokens: readonly Token[]): Token[] {
  const parts = tokens.filter((each) => each.kind === 'date' || each.kind === 'elapsed')
  return tokens.map((token) => {
    if (token.kind !== 'date' || token.part !== 'm' || token.length > 2) return token
    const index = parts.indexOf(token)
    const isMinute = parts[index - 1]?.part === 'h' || parts[index + 1]?.part === 's'
    return isMinute ? { ...token, part: 'n' } : token
  })
}
