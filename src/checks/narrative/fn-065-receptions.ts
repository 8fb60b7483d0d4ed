import { defineNarrativeCheck } from '../../engine/check.ts'
import { contradiction, tooFew } from '../support/narrative-logic.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

export const receptions = defineNarrativeCheck({
  id: 'FN-065',
  title: '接待费用与批次、人次相符',
  titleEn: 'Costs of reception go with batches and guests',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '接待费 > 0 ⇔ 批次 > 0；人次 ≥ 批次',
  remedy: '核对公务接待批次、人次和费用',
  remedyEn: 'Check batches, guests and costs.',
  run({ narrative }, report) {
    const own = threePublicOf(narrative)
    if (!own) return
    const found = [contradiction(own.amount('reception', 'final'), own.batches), tooFew(own.guests, own.batches)]
    for (const draft of found) if (draft) report(draft)
  },
})
