import { defineNarrativeCheck } from '../../engine/check.ts'
import { reportLists } from '../support/narrative-sums.ts'

/** Sets of parts that have a check of their own: FN-061, FN-082, FN-084. */
const SPECIAL = new Set(['three-public', 'vehicle-costs', 'procurement', 'vehicles'])

export const partsAddUp = defineNarrativeCheck({
  id: 'FN-034',
  title: '所列各项之和等于合计',
  titleEn: 'The parts that the text lists add up to the total',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '合计 = Σ各项（列全时）；没有列全时 Σ各项 ≤ 合计；按印刷数的舍入区间判定',
  remedy: '核对各项和合计，改正其中的错数',
  remedyEn: 'Compare parts and total with the accounts and correct the wrong figure.',
  run({ narrative }, report) {
    return reportLists(narrative, (partition) => !SPECIAL.has(partition ?? ''), report)
  },
})
