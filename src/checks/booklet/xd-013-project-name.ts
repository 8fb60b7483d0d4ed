import { numberOf, onDepartment } from '../../engine/assessment.ts'
import { defineBookletCheck } from '../../engine/check.ts'
import { unitPower } from '../../engine/form-view.ts'
import { bestMatch, projectCell, projectName, projectVariants } from '../../engine/ledger/projects.ts'
import { editDistance } from '../support/booklet-items.ts'
import { agrees } from '../support/booklet-ledger.ts'

/** Names that share more than half of their characters are meant to be one. */
const isAlike = (a: string, b: string): boolean => {
  const most = Math.floor(Math.min(a.length, b.length) / 2)
  return editDistance(a, b, most) <= most
}

export const oneProjectName = defineBookletCheck({
  id: 'XD-013',
  title: '同一项目在各处用同一名称',
  titleEn: 'A project has one name everywhere',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '整体自评表的任务与项目自评表金额相同而名称相近不相同的，名称应统一',
  remedy: '统一项目名称，或写明曾用名',
  remedyEn: 'Use one name, or say that the project was renamed.',
  run({ assessment, forms }, report) {
    for (const department of assessment?.departments ?? []) {
      const power = unitPower(department.unit)
      if (power === undefined) continue
      for (const [index, task] of department.tasks.entries()) {
        const cell = task.cells.name
        const spent = numberOf(task.cells.executedTotal)
        if (task.isTotal || !cell || !spent?.isPositive() || bestMatch(cell.printed, forms, projectName)) continue
        const own = forms.filter((form) => {
          const amount = projectCell(form, 'executed')?.amount
          return amount !== undefined && agrees({ value: spent, power }, amount)
        })
        const [form] = own
        if (!form || own.length > 1) continue
        const [a, b] = [projectVariants(cell.printed)[0] ?? '', projectVariants(projectName(form))[0] ?? '']
        if (a === b || !isAlike(a, b)) continue
        report({
          ...onDepartment(`tasks[${index}].name`, cell),
          verdict: 'outside',
          printed: cell.printed,
          expected: projectName(form),
          message: `整体自评表的任务“${cell.printed}”与自评表${form.index}“${projectName(form)}”金额相同，名称不同`,
          messageEn: `The task and form ${form.index} have one amount and two names.`,
        })
      }
    }
  },
})
