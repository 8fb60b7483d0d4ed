/** One line of a text file. */
export interface Line {
  /** Without the line end and the spaces before it. Leading spaces and all tabs are kept: they are layout. */
  readonly text: string
  /** 1-based. */
  readonly line: number
  /** 1-based; `undefined` in a file without form feeds. */
  readonly page: number | undefined
}

/** Splits at LF, CRLF, CR and form feed (which also turns the page). Linear in the length of the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let page: number | undefined = text.includes('\f') ? 1 : undefined
  let start = 0
  let number = 1
  const end = /\r\n|[\n\r\f]/g
  for (let match = end.exec(text); match !== null; match = end.exec(text)) {
    const turnsPage = match[0] === '\f'
    // A form feed at the beginning of a line only turns the page; it is no line of its own.
    if (!(turnsPage && match.index === start)) {
      lines.push({ text: trimSpaces(text.slice(start, match.index)), line: number, page })
      number += turnsPage ? 0 : 1
    }
    if (turnsPage) page = (page ?? 1) + 1
    start = match.index + match[0].length
  }
  if (start < text.length) lines.push({ text: trimSpaces(text.slice(start)), line: number, page })
  return lines
}

function trimSpaces(text: string): string {
  let end = text.length
  while (end > 0 && ' \u00a0\u3000'.includes(text[end - 1]!)) end -= 1
  return end === text.length ? text : text.slice(0, end)
}
