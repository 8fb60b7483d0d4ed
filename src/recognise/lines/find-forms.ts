/** Where the forms of a text stand: from title or 项目名称 to the total, the next form, or the end. */
import type { FormLayout } from '../../law/forms.ts'
import type { Token } from './tokens.ts'
import { labelText } from './trie.ts'

export interface LineRange {
  /** Indexes into the tokens; `to` exclusive. */
  readonly from: number
  readonly to: number
  /** Where the head begins (the token with the project-name label). */
  readonly head: number
}

/** A title stands at most this many lines of text above the head: year, unit and department lines between them. */
const TITLE_LINES = 8

/**
 * A hundred and fifty rows of indicators in words: no form is longer. Where a form prints no total, the text behind it would be
 * searched for further rows to the end of the document.
 */
const MOST_TOKENS = 4000

export function findForms(tokens: readonly Token[], layout: FormLayout): LineRange[] {
  const lines = lineStarts(tokens)
  const nameLabels = new Set(layout.head.projectName.map(labelText))
  const isHead = (at: number): boolean => {
    const key = labelText(tokens[at]!.text)
    if (nameLabels.has(key.replace(/[:：].*$/, ''))) return true
    // 项目 名称: a label set wide.
    const second = tokens[at + 1]
    return second?.line === tokens[at]!.line && nameLabels.has(key + labelText(second.text))
  }
  const heads = lines.flatMap((at, line) => (isHead(at) ? [{ at, line }] : []))
  const ranges: LineRange[] = []
  for (const [index, { at, line }] of heads.entries()) {
    const from = titleLine(tokens, lines, line, layout) ?? at
    const previous = ranges.at(-1)
    if (previous && previous.to > from) ranges[ranges.length - 1] = { ...previous, to: from }
    const next = heads[index + 1]
    ranges.push({ from, to: Math.min(next ? next.at : tokens.length, at + MOST_TOKENS), head: at })
  }
  return ranges.map((range, index) => {
    const next = ranges[index + 1]
    return next && range.to > next.from ? { ...range, to: next.from } : range
  })
}

/** Index of the first token of each line that has any. */
export function lineStarts(tokens: readonly Token[]): number[] {
  return tokens.flatMap((token, index) => (index === 0 || tokens[index - 1]!.line !== token.line ? [index] : []))
}

function titleLine(
  tokens: readonly Token[],
  lines: readonly number[],
  head: number,
  layout: FormLayout,
): number | undefined {
  const titles = layout.titles.map(labelText)
  for (let line = head - 1; line >= Math.max(0, head - TITLE_LINES); line -= 1) {
    const text = lineText(tokens, lines[line]!)
    if (text.length > 60) return undefined
    const bare = text.replace(/[（(][^（()）]*[)）]/g, '')
    if (titles.some((title) => bare.endsWith(title)) && !/[。；，]/.test(bare)) return lines[line]!
  }
  return undefined
}

export function lineText(tokens: readonly Token[], from: number): string {
  let text = ''
  for (let at = from; tokens[at]?.line === tokens[from]!.line; at += 1) text += labelText(tokens[at]!.text)
  return text
}
