import type { AcrossDocument } from '../../engine/across.ts'
import { numberOf } from '../../engine/assessment.ts'
import { defineAcrossCheck, type Report } from '../../engine/check.ts'
import { unitPower } from '../../engine/form-view.ts'
import { projectCell, projectName } from '../../engine/ledger/projects.ts'
import { proof } from '../../engine/proof.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import { sameYearPairs } from '../support/across.ts'
import { baseName, sharedProjects } from '../support/across-projects.ts'

const reportPair = (own: AcrossDocument, other: AcrossDocument, report: Report): void => {
  const nameOf = (one: NonNullable<AcrossDocument['monitorings']>[number]): string =>
    one.head.projectName?.printed ?? ''
  for (const { form, other: monitoring } of sharedProjects(own, other.monitorings ?? [], other.file, nameOf)) {
    const { funds, months } = monitoring
    const cell = funds.rows.find(({ key }) => key === 'total')?.cells.executed
    const value = numberOf(cell)
    const power = unitPower(funds.unit)
    const field = projectCell(form, 'executed')
    if (!cell || !value || power === undefined || !field?.amount || unitPower(form.record.funds.unit) === undefined)
      continue
    if (!certainlyExceeds({ value, power }, field.amount)) continue
    const until = months > 0 ? `1至${months}月` : '监控时点'
    const where = `${baseName(other.file)}的绩效运行监控表`
    report({
      file: own.file,
      form: form.index,
      field: field.field,
      position: field.cell.at,
      verdict: 'outside',
      printed: field.cell.printed,
      expected: `≥${cell.printed}${funds.unit}`,
      message: `“${projectName(form)}”全年执行数印为${field.cell.printed}${form.record.funds.unit}，${where}${until}已执行${cell.printed}${funds.unit}`,
      messageEn: `The year's spending is ${field.cell.printed}; ${cell.printed}${funds.unit} had been spent earlier in the year.`,
      proof: () =>
        proof({
          formula: `全年执行数 ≥ ${until}执行数`,
          filledIn: `${field.cell.printed}${form.record.funds.unit} < ${cell.printed}${funds.unit}`,
          result: cell.printed,
          verdict: 'outside',
          inputs: [
            {
              name: `${baseName(own.file)}的自评表${form.index}`,
              printed: field.cell.printed,
              field: field.field,
              position: field.cell.at,
            },
            { name: where, printed: cell.printed, position: cell.at },
          ],
        }),
    })
  }
}

export const notLessThanInJuly = defineAcrossCheck({
  id: 'XD-006',
  title: '全年执行数不小于监控时点的执行数',
  titleEn: 'The year’s spending is not less than that of the monitored months',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '自评表的全年执行数 ≥ 同一项目绩效运行监控表的执行数（年中退回的写明）',
  remedy: '核对两处执行数；有退回的写明',
  remedyEn: 'Compare both figures; say when money was paid back.',
  run({ documents }, report) {
    for (const [a, b] of sameYearPairs(documents)) {
      reportPair(a, b, report)
      reportPair(b, a, report)
    }
  },
})
