/** Units that cannot be compared on any reading. The kernel says when units compare; this says when they certainly do not. */

import { type Measure, measureOf } from '../../kernel/units.ts'
import { wordSet } from '../../law/wordlists.ts'

const HAPPENING = wordSet('happeningUnits')
/** Counts of things, people and happenings are told apart by classifiers that people mix: 个 for 人, 期 for 份. */
const COUNTABLE: ReadonlySet<Measure> = new Set(['count', 'people', 'people-times', 'times'])

/**
 * True for 次 against 个, 平方米 against 人, 元 against 次. False for two classifiers (个, 家, 名, 期), for 人 against 人次,
 * and for every unit that the dictionary does not know.
 */
export const unitsContradict = (a: string, b: string): boolean => {
  if (a === b) return false
  const [x, y] = [measureOf(a), measureOf(b)]
  if (x === undefined || y === undefined || x === y) return false
  if (isSpan(x) && isSpan(y)) return false
  if (COUNTABLE.has(x) && COUNTABLE.has(y))
    return (HAPPENING.has(a) && y === 'count') || (HAPPENING.has(b) && x === 'count')
  return true
}

const isSpan = (measure: Measure): boolean => measure === 'time' || measure === 'work-time' || measure === 'lesson'
