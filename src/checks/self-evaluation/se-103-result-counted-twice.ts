import { indicatorField } from '../../domain/field-address.ts'
import { defineDocumentCheck } from '../../engine/check.ts'
import type { FormView, IndicatorView } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'
import { TELLING_NAME_LENGTH } from '../../engine/proposals.ts'

interface Place {
  readonly form: FormView
  readonly indicator: IndicatorView
}

const LABEL = /^指标\s*\d{0,2}\s*[:：、.．]?/

/** Name and actual value of a telling count; budgets, rates, dates and short names recur in every form. */
const keyOf = ({ row, actual, weight }: IndicatorView): string | undefined => {
  if (actual.kind !== 'number' || actual.isPercent || actual.unit === '' || actual.unit === '元') return undefined
  if (actual.value.units < FEWEST || !weight.number?.isPositive()) return undefined
  const { printed } = row.level3
  const name = (printed.startsWith('指标') ? printed.replace(LABEL, '') : printed).replace(/\s/g, '')
  if (name.length < TELLING_NAME_LENGTH || GENERIC.test(name) || row.level2.printed.includes('成本')) return undefined
  return `${name}|${row.actual.printed}`
}
const GENERIC = /成本|满意|预算/
const FEWEST = 10

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
    const seen = new Map<string, Place>()
    for (const form of forms) {
      for (const indicator of form.indicators) {
        const key = keyOf(indicator)
        if (key === undefined) continue
        const first = seen.get(key)
        if (!first) seen.set(key, { form, indicator })
        else if (first.form !== form) {
          const { row, index } = indicator
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
                filledIn: `第${first.form.index}张表${first.indicator.score.cell.printed}分，第${form.index}张表${row.score.printed}分`,
                result: '2',
                verdict: 'outside',
                inputs: [
                  {
                    name: `第${first.form.index}张表完成值`,
                    printed: first.indicator.row.actual.printed,
                    position: first.indicator.row.actual.at,
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
      }
    }
  },
})
