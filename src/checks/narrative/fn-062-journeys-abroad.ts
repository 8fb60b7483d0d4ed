import { defineNarrativeCheck } from '../../engine/check.ts'
import { contradiction, tooFew } from '../support/narrative-logic.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

export const journeysAbroad = defineNarrativeCheck({
  id: 'FN-062',
  title: '出国费用与团组数、人数相符',
  titleEn: 'Costs abroad go with delegations and travellers',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '出国费 > 0 ⇔ 团组数 > 0；人数 ≥ 团组数',
  remedy: '核对因公出国（境）团组数、人次和费用',
  remedyEn: 'Check delegations, travellers and costs.',
  run({ narrative }, report) {
    const own = threePublicOf(narrative)
    if (!own) return
    const found = [
      contradiction(own.amount('abroad', 'final'), own.delegations),
      tooFew(own.travellers, own.delegations),
    ]
    for (const draft of found) if (draft) report(draft)
  },
})
