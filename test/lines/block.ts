import type { Position, TextLines } from '../../src/domain/source-document.ts'

/** A text as the block that the text reader makes of it: trimmed lines, form feeds as page ends. */
export function linesBlock(text: string): TextLines {
  const pages = text.split('\f')
  let number = 0
  const lines = pages.flatMap((page, index) =>
    page.split('\n').map((line) => {
      number += 1
      const at: Position = pages.length > 1 ? { page: index + 1, line: number } : { line: number }
      return { text: line.trimEnd(), at }
    }),
  )
  return { kind: 'lines', lines, at: { line: 1 } }
}
