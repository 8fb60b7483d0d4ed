/**
 * Gathers text as a browser lays it out: runs of white space are one space, none stands at the start or end of a line,
 * `<br>` and block elements begin a new line.
 */
export interface TextFlow {
  text(raw: string, isPreformatted: boolean): void
  /** `<br>`: a line end that is printed even when nothing else stands on the line. */
  lineBreak(): void
  /** Start or end of a block element. */
  block(): void
  /** The lines so far, trimmed and joined with line ends; the flow is empty afterwards. */
  take(): string
}

export function textFlow(): TextFlow {
  let lines: string[] = []
  let line = ''
  let isOpen = false
  const endLine = (): void => {
    lines.push(line.endsWith(' ') ? line.slice(0, -1) : line)
    line = ''
    isOpen = false
  }
  return {
    text(raw, isPreformatted) {
      if (isPreformatted) {
        const pieces = raw.replace(/\r\n?/g, '\n').split('\n')
        pieces.forEach((piece, index) => {
          if (index > 0) endLine()
          line += piece
          isOpen ||= piece !== ''
        })
        return
      }
      const collapsed = raw.replace(/[ \t\n\f\r]+/g, ' ')
      const isRedundant = collapsed.startsWith(' ') && (line === '' || line.endsWith(' '))
      line += isRedundant ? collapsed.slice(1) : collapsed
      isOpen ||= collapsed !== '' && collapsed !== ' '
    },
    lineBreak: endLine,
    block() {
      if (isOpen) endLine()
      else line = ''
    },
    take() {
      if (isOpen) endLine()
      const text = lines.join('\n').trim()
      lines = []
      line = ''
      isOpen = false
      return text
    },
  }
}
