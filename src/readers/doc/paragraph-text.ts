import { symbolText } from '../docx/symbols.ts'
import type { Segment } from './segments.ts'

/** What the text of a paragraph leads to besides text. */
export interface TextEvents {
  /** A comment is anchored at this position. */
  comment(cp: number): void
  /** A drawing is anchored at this position; its text box is read here. */
  drawing(cp: number): void
  pageBreak(): void
  revision(): void
}

/** Characters that mean something else than themselves. */
const NOT_PLAIN = /[\u0000-\u001f\u00ad\uf000-\uf0ff]/

/**
 * Reads paragraphs in order: shown text, results of fields without their codes, tracked insertions but not deletions, no
 * hidden text. The segments are gone through once.
 */
export class TextReader {
  readonly #text: string
  readonly #segments: readonly Segment[]
  readonly #events: TextEvents

  constructor(text: string, segments: readonly Segment[], events: TextEvents) {
    this.#text = text
    this.#segments = segments
    this.#events = events
  }

  /** Text from `start` to `end`, without the mark at its end. */
  read(start: number, end: number): string {
    // One entry for each open field: true while its code is read.
    const codes: boolean[] = []
    let shown = ''
    let at = start
    for (let index = this.#firstAt(start); at < end; index += 1) {
      const segment = this.#segments[index]
      const plainEnd = Math.min(end, segment?.cp ?? end)
      if (at < plainEnd) shown += this.#plain(at, plainEnd, codes)
      if (segment === undefined || segment.cp >= end) break
      shown += this.#unplain(segment, Math.max(at, segment.cp), Math.min(end, segment.cpEnd), codes)
      at = segment.cpEnd
    }
    return shown
  }

  /** True when the character at this position is taken out by a tracked change. */
  isDeleted(cp: number): boolean {
    const segment = this.#segments[this.#firstAt(cp)]
    return segment !== undefined && segment.cp <= cp && segment.isDeleted
  }

  #firstAt(cp: number): number {
    let low = 0
    let high = this.#segments.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#segments[middle]!.cpEnd <= cp) low = middle + 1
      else high = middle
    }
    return low
  }

  #plain(start: number, end: number, codes: boolean[]): string {
    const text = this.#text.slice(start, end)
    if (!NOT_PLAIN.test(text)) return codes.includes(true) ? '' : text
    return this.#characters(start, text, codes, undefined)
  }

  #unplain(segment: Segment, start: number, end: number, codes: boolean[]): string {
    if (segment.isDeleted || segment.isInserted) this.#events.revision()
    if (segment.isDeleted) return ''
    const text = this.#text.slice(start, end)
    const shown = this.#characters(start, text, codes, segment)
    return segment.isHidden ? '' : shown
  }

  #characters(start: number, text: string, codes: boolean[], segment: Segment | undefined): string {
    let shown = ''
    for (let index = 0; index < text.length; index += 1) {
      const char = text[index]!
      const piece = NOT_PLAIN.test(char) ? this.#control(char.charCodeAt(0), start + index, codes, segment) : char
      if (!codes.includes(true)) shown += segment?.symbol !== undefined && char === '(' ? segment.symbol : piece
    }
    return shown
  }

  #control(code: number, cp: number, codes: boolean[], segment: Segment | undefined): string {
    switch (code) {
      case 0x13:
        codes.push(true)
        return ''
      case 0x14:
        if (codes.length > 0) codes[codes.length - 1] = false
        return ''
      case 0x15:
        codes.pop()
        return ''
      case 0x09:
        return '\t'
      case 0x0b:
        return '\n'
      case 0x0c:
        this.#events.pageBreak()
        return ''
      case 0x1e:
        return '-'
      case 0x05:
        if (segment?.isSpecial) this.#events.comment(cp)
        return ''
      case 0x08:
        if (segment?.isSpecial) this.#events.drawing(cp)
        return ''
      default:
        if (code < 0x20 || code === 0xad) return ''
        return segment?.font === undefined ? String.fromCharCode(code) : symbolText(segment.font, code.toString(16))
    }
  }
}
