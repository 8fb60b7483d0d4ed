/** SE-131: 保障人数 counts people, 人次 counts attendances; 天数 is no 个, 面积 no 人. The name says what the unit must measure. */
import { defineFormCheck } from '../../engine/check.ts'
import { measureOf } from '../../kernel/units.ts'
import { wordTable } from '../../law/wordlists.ts'
import { factsOf, type RowFacts } from '../support/form-facts.ts'
import { placeOf, rowName, rowNameEn } from '../support/messages.ts'
import { HAS } from '../support/scan.ts'
import { withoutBracket } from '../support/values.ts'

/** Endings of names with the measure they ask for, longest first: 人次数 before 次数. */
const ENDINGS = Object.entries(wordTable('endingMeasures'))
  .flatMap(([measure, endings]) => endings.map((ending) => [ending, measure] as const))
  .sort((a, b) => b[0].length - a[0].length)
const LAST = new Set(ENDINGS.map(([ending]) => ending.at(-1)))
const LONGEST_FRAME = 2

/** Measure asked for by the name, when the unit measures something else for certain. 个 counts anything. */
const misfit = ({ name, target, view }: RowFacts): string | undefined => {
  if (!(target.bits & HAS.digit)) return undefined
  const bare = withoutBracket(name.text)
  const asked = LAST.has(bare.at(-1)) ? ENDINGS.find(([ending]) => bare.endsWith(ending)) : undefined
  if (!asked || view.target.kind !== 'number' || view.target.isPercent || view.target.unit === '') return undefined
  if (view.target.before.length + view.target.after.length > LONGEST_FRAME) return undefined
  const measure = measureOf(view.target.unit)
  return measure === undefined || measure === 'count' || measure === asked[1] ? undefined : asked[0]
}

export const unitFitsName = defineFormCheck({
  id: 'SE-131',
  title: '计量单位与指标名称相符',
  titleEn: 'The unit fits the indicator’s name',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#comparable', 'definition#column-meaning'],
  rule: '名称以“人数”“天数”“面积”等结尾的指标，单位是人、天、平方米一类',
  remedy: '按名称改单位，或按单位改名称；人数用“人”，参加次数之和用“人次”。',
  remedyEn: 'Let unit and name agree; count people in 人 and attendances in 人次.',
  run({ form }, report) {
    for (const row of factsOf(form).live) {
      const asked = misfit(row)
      if (asked === undefined || row.view.target.kind !== 'number') continue
      const { unit } = row.view.target
      report({
        ...placeOf([row], 'target'),
        verdict: 'outside',
        printed: row.target.text,
        expected: `与“${asked}”相符的单位`,
        message: `${rowName(row)}要求填${asked}，指标值却以“${unit}”计。`,
        messageEn: `${rowNameEn(row)}: the name asks for ${asked}, the unit is ${unit}.`,
      })
    }
  },
})
