import { defineNarrativeCheck } from '../../engine/check.ts'
import { contradiction } from '../support/narrative-logic.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

export const vehiclesBought = defineNarrativeCheck({
  id: 'FN-063',
  title: '购车费用与购置数相符',
  titleEn: 'Costs of purchase go with vehicles bought',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '购置费 > 0 ⇔ 购置数 > 0',
  remedy: '核对公务用车购置数和购置费',
  remedyEn: 'Check the number bought and its cost.',
  run({ narrative }, report) {
    const own = threePublicOf(narrative)
    if (!own) return
    const found = [contradiction(own.amount('purchase', 'final'), own.bought)]
    for (const draft of found) if (draft) report(draft)
  },
})
