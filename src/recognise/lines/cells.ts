import type { Cell } from '../../domain/self-evaluation.ts'
import type { Position } from '../../domain/source-document.ts'
import { cleanText } from '../text.ts'
import { GAPS, type Token } from './tokens.ts'

/** Tokens of one cell, in their order, as the text that the cell printed. */
export function cellOf(tokens: readonly Token[], isUnsure = false): Cell | undefined {
  const first = tokens[0]
  if (first === undefined) return undefined
  let text = first.text
  for (let index = 1; index < tokens.length; index += 1) {
    const token = tokens[index]!
    // A line end inside a word or number is layout; a space may part two Latin words.
    text += (token.gap <= GAPS.wide ? ' ' : breakBetween(text, token.text)) + token.text
  }
  const printed = cleanText(text)
  return isUnsure ? { printed, at: first.at, unsure: true } : { printed, at: first.at }
}

/** Lines break between Latin words at a space, and in numbers at no place that had one. */
function breakBetween(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

export function blankCell(at: Position): Cell {
  return { printed: '', at }
}
