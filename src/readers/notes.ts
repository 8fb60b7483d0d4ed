import type { Position, ReaderNote } from '../domain/source-document.ts'

/** Collects notes; of each kind only the first `most` are kept and the rest counted, so that a file cannot flood a report. */
export interface NoteBook {
  add(code: ReaderNote['code'], message: string, messageEn: string, at: Position): void
  list(): ReaderNote[]
}

export function noteBook(most: number): NoteBook {
  const notes: ReaderNote[] = []
  const counts = new Map<ReaderNote['code'], number>()
  return {
    add(code, message, messageEn, at) {
      const count = (counts.get(code) ?? 0) + 1
      counts.set(code, count)
      if (count <= most) notes.push({ code, message, messageEn, at })
    },
    list() {
      const rest = [...counts].filter(([, count]) => count > most)
      return [...notes, ...rest.map(([code, count]) => restNote(code, count - most))]
    },
  }
}

function restNote(code: ReaderNote['code'], count: number): ReaderNote {
  return {
    code,
    message: `同类提示还有 ${count} 条，未逐条列出`,
    messageEn: `${count} more notes of this kind are not listed`,
    at: {},
  }
}

/** A comment, with its words as far as they are to be shown. */
export const commentZh = (shown: string): string => (shown === '' ? '此处有批注' : `此处有批注：${shown}`)
export const commentEn = (shown: string): string =>
  shown === '' ? 'There is a comment here' : `There is a comment here: ${shown}`
