import { defineNarrativeCheck } from '../../engine/check.ts'
import { reportLists } from '../support/narrative-sums.ts'

export const vehiclesAddUp = defineNarrativeCheck({
  id: 'FN-084',
  title: '车辆总数等于各类车辆之和',
  titleEn: 'The number of vehicles equals the sum of its kinds',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '车辆总数 = 各类车辆数之和',
  remedy: '按资产台账核对车辆数',
  remedyEn: 'Compare the numbers with the register of assets.',
  run({ narrative }, report) {
    return reportLists(narrative, (partition) => partition === 'vehicles', report)
  },
})
