/** SE-121: 指标1, 指标2, 指标3 under each level-2 name; a jump means that a row was lost or copied in from elsewhere. */
import { defineFormCheck } from '../../engine/check.ts'
import { factsOf, levelKey, type RowFacts } from '../support/form-facts.ts'
import { placeOf } from '../support/messages.ts'

/** Rows whose label does not continue the numbering of their level-2 name. */
const jumps = (rows: readonly RowFacts[]): readonly (readonly [before: number, row: RowFacts])[] => {
  const found: [number, RowFacts][] = []
  let key = ''
  let last = 0
  for (const row of rows) {
    const own = levelKey(row)
    if (own !== key) {
      key = own
      last = 0
    }
    if (row.label === 0) continue
    // Numbering may begin anew (指标1) or run on over the whole form; only a gap or a step back counts.
    if (row.label !== last + 1 && row.label !== 1 && last > 0) found.push([last, row])
    last = row.label
  }
  return found
}

export const numberingContinuous = defineFormCheck({
  id: 'SE-121',
  title: '指标编号连续',
  titleEn: 'Indicator numbers run on without gaps',
  kind: 'D',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['practice#indicator-labels'],
  rule: '同一二级指标下“指标1、指标2……”依次编号',
  remedy: '核对是否漏了指标，并重新编号。',
  remedyEn: 'Check whether an indicator is missing, and number them anew.',
  run({ form }, report) {
    const facts = factsOf(form)
    if (!facts.rows.some(({ label }) => label > 1)) return
    for (const [before, row] of jumps(facts.rows)) {
      const following = facts.rows.filter((other) => other.index >= row.index && levelKey(other) === levelKey(row))
      report({
        verdict: 'outside',
        printed: `指标${before}之后是指标${row.label}`,
        expected: `指标${before + 1}`,
        message: `${row.view.row.level2.printed}的编号由指标${before}跳到指标${row.label}。`,
        messageEn: `The numbering jumps from indicator ${before} to ${row.label}.`,
        ...placeOf(following, 'level3'),
      })
    }
  },
})
