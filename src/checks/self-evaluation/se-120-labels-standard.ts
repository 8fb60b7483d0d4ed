/** SE-120: level names as the form prints them: no character lost (服务对象满意度标), no level-1 name missing over its rows. */
import { defineFormCheck } from '../../engine/check.ts'
import { wordList, wordSet } from '../../law/wordlists.ts'
import { factsOf, groupedRows, type RowFacts } from '../support/form-facts.ts'
import { groupOfLabel } from '../support/groups.ts'
import { placeOf } from '../support/messages.ts'

const STANDARD = wordSet('standardLevel2')
/** Every standard name with one of its characters left out, and the name it comes from. */
const CUT = new Map<string, string>()
for (const name of wordList('standardLevel2'))
  for (let i = 0; i < name.length; i++) {
    const cut = name.slice(0, i) + name.slice(i + 1)
    if (!STANDARD.has(cut) && !CUT.has(cut)) CUT.set(cut, name)
  }
/** 经济效益, 满意度: short names in use everywhere. */
const SHORT_FORM = /(?:效益|满意度|影响|成本|数量|质量|时效)$/u

const LEVEL1 = wordSet('standardLevel1')
const CUT_LEVEL1 = new Map<string, string>()
for (const name of wordList('standardLevel1'))
  for (let i = 0; i < name.length; i++) {
    const cut = name.slice(0, i) + name.slice(i + 1)
    if (!LEVEL1.has(cut) && !CUT_LEVEL1.has(cut)) CUT_LEVEL1.set(cut, name)
  }

const cutLevel1 = ({ view }: RowFacts): string | undefined => CUT_LEVEL1.get(view.row.level1.printed)

const cutName = ({ view }: RowFacts): string | undefined => {
  const label = view.row.level2.printed
  const cut = CUT.get(label)
  return cut === undefined || SHORT_FORM.test(label) ? undefined : cut
}

const lacksLevel1 = ({ view: { row } }: RowFacts): boolean =>
  row.level1.printed === '' && row.level2.printed !== '' && groupOfLabel(row.level2.printed) !== 'unknown'

export const labelsStandard = defineFormCheck({
  id: 'SE-120',
  title: '一级、二级指标名称完整',
  titleEn: 'Level-1 and level-2 names are printed in full',
  kind: 'D',
  severity: 'info',
  missing: 'blank-is-error',
  basis: 'practice',
  cites: ['practice#indicator-labels'],
  rule: '二级指标用标准名称，不缺字；每个二级指标上有一级指标名称',
  remedy: '按标准表样补全名称。',
  remedyEn: 'Complete the name as in the standard form.',
  run({ form }, report) {
    const { live } = factsOf(form)
    for (const rows of groupedRows(live, (row) => cutName(row) !== undefined)) {
      const printed = rows[0]!.view.row.level2.printed
      const standard = cutName(rows[0]!)!
      report({
        verdict: 'outside',
        printed,
        expected: standard,
        message: `二级指标名称“${printed}”缺字，应为“${standard}”。`,
        messageEn: `The level-2 name “${printed}” lacks a character of “${standard}”.`,
        ...placeOf(rows, 'level2'),
      })
    }
    const first = live.filter((row) => cutLevel1(row) !== undefined)
    if (first.length > 0)
      report({
        verdict: 'outside',
        printed: first[0]!.view.row.level1.printed,
        expected: cutLevel1(first[0]!)!,
        message: `一级指标名称“${first[0]!.view.row.level1.printed}”缺字，应为“${cutLevel1(first[0]!)}”。`,
        messageEn: `The level-1 name “${first[0]!.view.row.level1.printed}” lacks a character.`,
        ...placeOf(first, 'level1'),
      })
    // A form that prints no level-1 names at all has no such column.
    const bare = live.filter(lacksLevel1)
    if (bare.length === 0 || bare.length === live.length) return
    report({
      verdict: 'outside',
      printed: '',
      expected: '一级指标名称',
      message: `${[...new Set(bare.map(({ view }) => view.row.level2.printed))].join('、')}上没有一级指标名称。`,
      messageEn: 'These level-2 names stand without a level-1 name.',
      ...placeOf(bare, 'level1'),
    })
  },
})
