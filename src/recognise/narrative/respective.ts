/** 货物、工程、服务分别为300万元、1,200万元、500万元; …分别占55.56%、35.19%、9.26%: the n-th number is that of the n-th name. */
import type { ParagraphInput } from './drafts.ts'
import { type Frame, figureOf } from './frames.ts'
import type { Reading } from './lead.ts'
import { subjectOf } from './lead.ts'

type Override = Pick<Reading, 'role' | 'name' | 'measure' | 'of'>

/** What may stand between the numbers of one enumeration. */
const BETWEEN = /^[、，和及与]+$/u
const SHARES = /分别占(?:到|了)?([^\d，。；]{0,30}?)(?:的(?:比重|比例)?)?(?:为|约)?$/u
const VALUES = /([^，。；：:\d()]{2,60})分别(?:为|是|有|达|完成|支出)?$/u
const LONGEST = 80

/** How many numbers follow each other from here with nothing but commas between them. */
const runLength = ({ key, numbers }: ParagraphInput, at: number): number => {
  let to = at + 1
  while (to < numbers.length && BETWEEN.test(key.slice(numbers[to - 1]!.end, numbers[to]!.start))) to += 1
  return to - at
}

/**
 * Readings of the numbers from `at` on when they are given respectively; none when they are not. Shares whose parts cannot be told
 * get a name that nothing has, so that none of them is judged against a wrong one.
 */
export const respectively = (input: ParagraphInput, at: number, frames: readonly Frame[]): readonly Override[] => {
  const number = input.numbers[at]!
  const before = input.key.slice(Math.max(0, number.start - LONGEST), number.start)
  if (!before.includes('分别')) return []
  const shares = number.kind === 'percent' ? SHARES.exec(before) : null
  if (shares) {
    const count = runLength(input, at)
    const parts = frames.slice(-count)
    const isKnown = parts.length === count && parts.every((frame) => figureOf(frame) !== undefined)
    const of = shares[1]! === '' ? '' : subjectOf(shares[1]!).name
    return Array.from({ length: count }, (_, i) => ({
      role: 'share',
      measure: '',
      name: isKnown ? parts[i]!.subject.name : '（各项）',
      of,
    }))
  }
  const values = number.kind === 'percent' ? null : VALUES.exec(before)
  const names = values ? values[1]!.split(/[、和及与]/u) : []
  if (names.length < 2 || names.length !== runLength(input, at)) return []
  return names.map((name) => ({ role: 'value', measure: '', name: subjectOf(name).name, of: '' }))
}
