import { defineNarrativeCheck } from '../../engine/check.ts'
import { reportLists } from '../support/narrative-sums.ts'

export const procurementParts = defineNarrativeCheck({
  id: 'FN-082',
  title: '政府采购总额等于货物、工程、服务之和',
  titleEn: 'Procurement equals goods, works and services',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '政府采购支出总额 = 货物 + 工程 + 服务',
  remedy: '核对三类采购金额和总额',
  remedyEn: 'Compare the three kinds and the total.',
  run({ narrative }, report) {
    return reportLists(narrative, (partition) => partition === 'procurement', report)
  },
})
