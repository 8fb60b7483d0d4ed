import type { Position } from '../../domain/source-document.ts'

/** One line of a text file. */
export interface Line {
  /** Without the line end and the spaces before it. Leading spaces and all tabs are kept: they are layout. */
  readonly text: string
  /** 1-based line; the page, too, in a file with form feeds. */
  readonly at: Position & { readonly line: number }
}

/**
 * Splits at LF, CRLF, CR and form feed (which also turns the page). The text may come in pieces cut anywhere. Linear in
 * its length. `onLine` is called with the number of lines so far and may throw to stop.
 */
export function splitLines(pieces: readonly string[], onLine: (count: number) => void): Line[] {
  const lines: Line[] = []
  let page: number | undefined = pieces.some((piece) => piece.includes('\f')) ? 1 : undefined
  let number = 1
  /** The pieces of a line whose end has not been seen. */
  let held: string[] = []
  const add = (rest: string): void => {
    const text = trimSpaces(held.length === 0 ? rest : [...held, rest].join(''))
    held = []
    lines.push({ text, at: page === undefined ? { line: number } : { page, line: number } })
    onLine(lines.length)
  }
  let endsWithReturn = false
  for (const piece of pieces) {
    // CRLF cut in two: the line has ended with the piece before.
    let start = endsWithReturn && piece.startsWith('\n') ? 1 : 0
    const end = /\r\n|[\n\r\f]/g
    end.lastIndex = start
    for (let match = end.exec(piece); match !== null; match = end.exec(piece)) {
      const turnsPage = match[0] === '\f'
      // A form feed at the beginning of a line only turns the page; it is no line of its own.
      if (!(turnsPage && match.index === start && held.length === 0)) {
        add(piece.slice(start, match.index))
        number += turnsPage ? 0 : 1
      }
      if (turnsPage) page = (page ?? 1) + 1
      start = match.index + match[0].length
    }
    if (start < piece.length) held.push(piece.slice(start))
    endsWithReturn = piece.endsWith('\r')
  }
  if (held.length > 0) add('')
  return lines
}

function trimSpaces(text: string): string {
  let end = text.length
  while (end > 0 && ' \u00a0\u3000'.includes(text[end - 1]!)) end -= 1
  return end === text.length ? text : text.slice(0, end)
}
