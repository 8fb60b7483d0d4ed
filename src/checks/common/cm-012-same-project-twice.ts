import { defineDocumentCheck } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { proof } from '../../engine/proof.ts'

const spaceless = (text: string): string => text.replace(/\s+/g, '')

/** Code and name; a form without a name has no key. Several units may run one project, so the unit belongs to the key. */
const keyOf = ({ record }: FormView): string | undefined => {
  const name = spaceless(record.head.projectName?.printed ?? '')
  if (name === '') return undefined
  const code = spaceless(record.more.projectCode?.printed ?? '')
  const unit = spaceless(record.head.implementingUnit?.printed ?? '')
  return `${record.year}|${code === '' ? name : code}|${unit}`
}

const amountsOf = ({ record }: FormView): string =>
  (['fullYearBudget', 'executed'] as const)
    .map((column) => record.funds.rows.total?.cells[column]?.printed ?? '')
    .join('、')

export const projectOnce = defineDocumentCheck({
  id: 'CM-012',
  title: '同一项目只填一张表',
  titleEn: 'One project, one form',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#duplicate-form'],
  rule: '同一年度、同一单位，项目名称（代码）不重复',
  remedy: '核对项目名称；填错名称的改正，重复填报的删去一张',
  remedyEn: 'Correct the name, or remove the second form.',
  run({ forms }, report) {
    if (forms.length < 2) return
    const first = new Map<string, FormView>()
    for (const form of forms) {
      const key = keyOf(form)
      if (key === undefined) continue
      const other = first.get(key)
      if (!other) {
        first.set(key, form)
        continue
      }
      const printed = form.record.head.projectName!.printed
      report({
        form: form.index,
        field: 'projectName',
        verdict: 'outside',
        printed,
        expected: '与其他表不同的项目名称',
        message: `第${form.index}张表与第${other.index}张表的项目名称相同：${printed}`,
        messageEn: `Forms ${other.index} and ${form.index} carry the same project name.`,
        proof: () =>
          proof({
            formula: '同名项目的表数 = 1',
            filledIn: `第${other.index}张表（${amountsOf(other)}）、第${form.index}张表（${amountsOf(form)}）`,
            result: '2',
            verdict: 'outside',
            inputs: [{ name: '项目名称', printed, field: 'projectName', position: form.record.head.projectName!.at }],
          }),
      })
    }
  },
})
