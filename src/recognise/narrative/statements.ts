/** Statements of one paragraph: its sentences in turn, in each the quantities from left to right. */
import { isQuantity, type Statement } from '../../domain/narrative.ts'
import type { Drafts, ParagraphInput, ParagraphOutput } from './drafts.ts'
import { readLead } from './lead.ts'
import type { FoundNumber } from './numbers.ts'
import { respectively } from './respective.ts'
import { Walk } from './walk.ts'

const SENTENCE_END = /[。！？]/g

const sentenceEnds = (key: string, from: number): readonly number[] => {
  const ends: number[] = []
  for (const match of key.matchAll(SENTENCE_END)) if (match.index >= from) ends.push(match.index + 1)
  if (ends.at(-1) !== key.length) ends.push(key.length)
  return ends
}

const WHY_BARE = '没有单位，也看不出是什么数'

/** A bare number is understood when it is a share of zero or the zero of something named (购置数为0). */
const whyNot = (found: FoundNumber, statement: Statement): string => {
  if (found.kind === 'bare' && statement.role !== 'share' && !(found.value.isZero() && statement.subject.name !== ''))
    return WHY_BARE
  return statement.subject.name === '' ? '看不出是谁的数' : ''
}

export const readParagraph = (input: ParagraphInput, out: Drafts): ParagraphOutput => {
  const walk = new Walk(input, out)
  const statementOf: (number | undefined)[] = new Array(input.numbers.length).fill(undefined)
  const why: string[] = new Array(input.numbers.length).fill('')
  const ends = sentenceEnds(input.key, input.bodyStart)
  let at = 0
  let from = 0
  ends.forEach((end, i) => {
    walk.openSentence(input.sentence + i, input.key.slice(Math.max(from, input.bodyStart), end))
    let leadFrom = i === 0 ? Math.min(input.bodyStart, end) : from
    let openFrom = leadFrom
    let respective: ReturnType<typeof respectively>[number][] = []
    for (; at < input.numbers.length && input.numbers[at]!.start < end; at++) {
      const found = input.numbers[at]!
      if (!isQuantity(found)) {
        if (found.kind === 'numbering' && found.end > leadFrom)
          leadFrom = found.end + (/[、.)．]/.test(input.key[found.end] ?? '') ? 1 : 0)
        continue
      }
      const place = { key: input.key, openFrom, from: Math.min(leadFrom, found.start), sentenceEnd: end }
      walk.tail(input.key.slice(place.from, found.start), place.from)
      if (respective.length === 0) respective = [...respectively(input, at, walk.frames)]
      const reading = { ...readLead(found, place, walk.isComparing), ...respective.shift() }
      const statement = walk.number(input.firstNumber + at, found, reading)
      statementOf[at] = statement
      why[at] = whyNot(found, out.statements[statement]!)
      leadFrom = found.end + reading.objectLength
      openFrom = found.end
    }
    walk.tail(input.key.slice(Math.min(leadFrom, end), end), Math.min(leadFrom, end))
    from = end
  })
  walk.closeSums()
  return {
    statementOf,
    why,
    sentences: ends.length,
    lastComparison: walk.lastComparison,
    main: walk.main,
    frames: walk.frames,
  }
}
