import { type DecimalText, fixedParts, plainText } from './decimal-text.ts'
import type { Section } from './parse.ts'

/**
 * Fraction formats: `# ?/?` (denominator of as many digits as places), `# ?/8` (a fixed one), `?/?` (no whole part).
 * The nearest fraction is looked for among all denominators, as there are at most 999.
 */
export function fractionText(value: DecimalText, section: Section): string {
  const { tokens } = section
  const slash = tokens.findIndex((token) => token.kind === 'slash')
  const behind = tokens.slice(slash + 1)
  const fixedText = behind
    .map((token) => (token.kind === 'literal' ? token.text : ''))
    .join('')
    .trim()
  const places = behind.filter((token) => token.kind === 'digit').length
  const fixed = /^\d{1,3}$/.test(fixedText) ? Number(fixedText) : undefined
  const before = tokens.slice(0, slash)
  const hasWhole = before.some((token, index) => token.kind === 'digit' && before.slice(index).some(isSpace))
  const { whole } = fixedParts(value, 0)
  const part = Number(plainText({ ...value, isNegative: false })) - Number(whole)
  const [top, bottom] = nearest(part, fixed, Math.min(3, Math.max(1, places)))
  if (!hasWhole) return `${BigInt(whole) * BigInt(bottom) + BigInt(top)}/${bottom}`
  if (top === bottom) return String(BigInt(whole) + 1n)
  if (top === 0) return whole
  return whole === '0' ? `${top}/${bottom}` : `${whole} ${top}/${bottom}`
}

function isSpace(token: Section['tokens'][number]): boolean {
  return token.kind === 'literal' && token.text === ' '
}

function nearest(part: number, fixed: number | undefined, places: number): readonly [number, number] {
  if (fixed !== undefined && fixed > 0) return [Math.round(part * fixed), fixed]
  let best: readonly [number, number] = [Math.round(part), 1]
  for (let bottom = 2; bottom < 10 ** places; bottom += 1) {
    const top = Math.round(part * bottom)
    if (Math.abs(top / bottom - part) < Math.abs(best[0] / best[1] - part) - 1e-12) best = [top, bottom]
  }
  return best
}
