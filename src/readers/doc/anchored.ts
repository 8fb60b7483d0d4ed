import { BOX_TEXTS, COMMENT_REFERENCES, COMMENT_TEXTS, type Fib, SHAPES } from './fib.ts'
import type { DocText } from './pieces.ts'

/** A part of the text. */
export interface Story {
  readonly start: number
  readonly end: number
}

/** Texts that stand behind the main text and are anchored in it, by the position of their anchor. */
export interface Anchored {
  readonly comments: ReadonlyMap<number, Story>
  readonly boxes: ReadonlyMap<number, Story>
}

const COMMENT_BYTES = 30
const SHAPE_BYTES = 26
const BOX_BYTES = 22

export function readAnchored(fib: Fib, { text }: DocText): Anchored {
  const { main, footnotes, headers, comments, endnotes, boxes } = fib.lengths
  const commentStart = main + footnotes + headers
  const boxStart = commentStart + comments + endnotes
  const commentTexts = positions(fib, COMMENT_TEXTS, 0)
  const commentStories = new Map<number, Story>()
  for (const [index, cp] of positions(fib, COMMENT_REFERENCES, COMMENT_BYTES).slice(0, -1).entries()) {
    const story = storyOf(commentTexts, index, commentStart, text.length)
    if (story) commentStories.set(cp, story)
  }
  return { comments: commentStories, boxes: boxStories(fib, boxStart, Math.min(boxStart + boxes, text.length)) }
}

/** A drawing in the text and its box are joined by the number of the shape. */
function boxStories(fib: Fib, start: number, end: number): ReadonlyMap<number, Story> {
  const texts = positions(fib, BOX_TEXTS, BOX_BYTES)
  const byShape = new Map<number, Story>()
  for (let index = 0; index + 1 < texts.length; index += 1) {
    const story = storyOf(texts, index, start, end)
    const at = fib.place(BOX_TEXTS).from + 4 * texts.length + BOX_BYTES * index
    if (story) byShape.set(fib.table.u32(at + 14), story)
  }
  const found = new Map<number, Story>()
  const anchors = positions(fib, SHAPES, SHAPE_BYTES)
  for (let index = 0; index + 1 < anchors.length; index += 1) {
    const shape = fib.table.u32(fib.place(SHAPES).from + 4 * anchors.length + SHAPE_BYTES * index)
    const story = byShape.get(shape)
    if (story) found.set(anchors[index]!, story)
  }
  return found
}

/** The positions that a list begins with; behind them stand `size` bytes for each but the last. */
function positions(fib: Fib, index: number, size: number): number[] {
  const { from, length } = fib.place(index)
  const count = length < 4 ? 0 : Math.floor((length - 4) / (4 + size)) + 1
  return Array.from({ length: count }, (_, entry) => fib.table.u32(from + 4 * entry))
}

function storyOf(texts: readonly number[], index: number, shift: number, last: number): Story | undefined {
  const from = texts[index]
  const to = texts[index + 1]
  if (from === undefined || to === undefined) return undefined
  const story = { start: shift + from, end: Math.min(shift + to, last) }
  return story.end > story.start ? story : undefined
}
