import { defineBookletCheck } from '../../engine/check.ts'
import { reportSameProject } from '../support/across-same-project.ts'
import { reportDepartmentTargets, reportTasks } from '../support/booklet-department.ts'
import { reportProjectFigures } from '../support/booklet-project-text.ts'
import { reportScopes } from '../support/booklet-scopes.ts'

export const sameFactEverywhere = defineBookletCheck({
  id: 'XD-014',
  title: '同一项目、同一指标的数在正文、自评表、整体自评表中一致',
  titleEn: 'Text, forms and the form of the department give one number for one thing',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '正文所述项目的预算数、执行数、执行率 = 该项目自评表；整体自评表的任务金额 = 同名项目自评表；正文引用的整体指标值 = 整体自评表；同一范围（几省几县）前后相同；同一项目的自评表在两份文件中相同',
  remedy: '核对后统一；口径不同的写明口径',
  remedyEn: 'Make the places agree, or say why they are counted differently.',
  runAcross: reportSameProject,
  run(context, report) {
    reportProjectFigures(context, report)
    reportTasks(context, report)
    reportDepartmentTargets(context, report)
    reportScopes(context, report)
  },
})
