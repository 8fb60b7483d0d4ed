import { indicatorField } from '../../domain/field-address.ts'
import type { Indicator } from '../../domain/self-evaluation.ts'
import { defineDocumentCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { TELLING_NAME_LENGTH } from '../../engine/proposals.ts'

interface Place {
  readonly form: FormView
  readonly index: number
}

const LABEL = /^指标\s*\d{0,2}\s*[:：、.．]?/
const GENERIC = /成本|满意|预算/
const FEWEST = 10
const SPACE = /\s/

/** Name and actual value as printed; short names recur in every form. Nothing is parsed yet. */
const keyOf = ({ level2, level3, actual }: Indicator): string | undefined => {
  const { printed } = level3
  if (printed.length < TELLING_NAME_LENGTH || actual.printed === '' || actual.printed.endsWith('%')) return undefined
  const bare = printed.startsWith('指标') ? printed.replace(LABEL, '') : printed
  const name = SPACE.test(bare) ? bare.replace(/\s/g, '') : bare
  if (name.length < TELLING_NAME_LENGTH || GENERIC.test(name) || level2.printed.includes('成本')) return undefined
  return `${name}|${actual.printed}`
}

/** A telling count that earns points; budgets, rates and dates recur in every form. */
const isTelling = ({ form, index }: Place): boolean => {
  const { actual, weight } = form.indicators[index]!
  if (actual.kind !== 'number' || actual.isPercent || actual.unit === '' || actual.unit === '元') return false
  return actual.value.units >= FEWEST && (weight.number?.isPositive() ?? false)
}

/** Later places of one result, each with its first one. Only rows that look alike are read as numbers. */
const repeatedResults = (forms: readonly FormView[]): readonly (readonly [first: Place, again: Place])[] => {
  const seen = new Map<string, Place>()
  const repeated: (readonly [Place, Place])[] = []
  for (const form of forms) {
    const rows = form.record.indicators
    for (let index = 0; index < rows.length; index++) {
      const key = keyOf(rows[index]!)
      if (key === undefined) continue
      const first = seen.get(key)
      const place = { form, index }
      if (!first) seen.set(key, place)
      else if (!isTelling(place)) continue
      else if (!isTelling(first)) seen.set(key, place)
      else if (first.form !== form) repeated.push([first, place])
    }
  }
  return repeated
}

export const resultCountedOnce = defineDocumentCheck({
  id: 'SE-103',
  title: '同一成果不在两个项目中重复计分',
  titleEn: 'One result is not scored in two projects',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#duplicate-indicator'],
  rule: '不同自评表中，名称和完成值都相同的计数指标只应出现一次',
  remedy: '核实成果属于哪个项目，避免重复计分；确为两个项目共同完成的，分别填写各自的数量',
  remedyEn: 'Assign the result to one project, or split the number.',
  run({ forms }, report) {
    if (forms.length < 2) return
    for (const [first, { form, index }] of repeatedResults(forms)) {
      const [before, { row }] = [first.form.indicators[first.index]!, form.indicators[index]!]
      report({
        form: form.index,
        field: indicatorField(index, 'actual'),
        also: [indicatorField(index, 'level3')],
        verdict: 'outside',
        printed: row.actual.printed,
        expected: '只计一次',
        message: `“${row.level3.printed}”的完成值${row.actual.printed}在第${first.form.index}张表和第${form.index}张表都计分`,
        messageEn: `The same result (${row.actual.printed}) is scored in forms ${first.form.index} and ${form.index}.`,
        proof: () =>
          proof({
            formula: '同一成果计分次数 = 1',
            filledIn: `第${first.form.index}张表${before.score.cell.printed}分，第${form.index}张表${row.score.printed}分`,
            result: '2',
            verdict: 'outside',
            inputs: [
              {
                name: `第${first.form.index}张表完成值`,
                printed: before.row.actual.printed,
                position: before.row.actual.at,
              },
              {
                name: `第${form.index}张表完成值`,
                printed: row.actual.printed,
                field: indicatorField(index, 'actual'),
                position: row.actual.at,
              },
            ],
          }),
      })
    }
  },
})
