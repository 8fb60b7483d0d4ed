/** What a name asks to be measured in: 保障人数 counts people, 天数 days, …率 shares. */
import { measureOf } from '../../kernel/units.ts'
import { wordTable } from '../../law/wordlists.ts'
import type { RowFacts } from './form-facts.ts'
import { HAS } from './scan.ts'
import { withoutBracket } from './values.ts'

/** Endings of names with the measure they ask for, longest first: 人次数 before 次数. */
const ENDINGS = Object.entries(wordTable('endingMeasures'))
  .flatMap(([measure, endings]) => endings.map((ending) => [ending, measure] as const))
  .sort((a, b) => b[0].length - a[0].length)
const LAST = new Set(ENDINGS.map(([ending]) => ending.at(-1)))
const LONGEST_FRAME = 2

/** The ending of the name, when the target's unit measures something else for certain. 个 counts anything. */
export const unitMisfit = ({ name, target, view }: RowFacts): string | undefined => {
  if (!(target.bits & HAS.digit)) return undefined
  const bare = withoutBracket(name.text)
  const asked = LAST.has(bare.at(-1)) ? ENDINGS.find(([ending]) => bare.endsWith(ending)) : undefined
  if (!asked || view.target.kind !== 'number' || view.target.isPercent || view.target.unit === '') return undefined
  if (view.target.before.length + view.target.after.length > LONGEST_FRAME) return undefined
  const measure = measureOf(view.target.unit)
  return measure === undefined || measure === 'count' || measure === asked[1] ? undefined : asked[0]
}
