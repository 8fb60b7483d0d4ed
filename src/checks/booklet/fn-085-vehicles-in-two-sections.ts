import { defineBookletCheck } from '../../engine/check.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { about, figure, isExact, printedOf } from '../support/narrative.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

const VEHICLES = /车辆(?:数)?$|公务用车(?:保有量)?$/u
const UNIT = /^[辆台]/u

export const vehiclesInTwoSections = defineBookletCheck({
  id: 'FN-085',
  title: '“三公”一节的车辆数与国有资产一节一致',
  titleEn: 'Both sections count the same vehicles',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '公务用车保有量 ≤ 国有资产一节的车辆数（同一时点）；国有资产一节的车辆全是公务用车的应相等，不等而没有说明的为疑点',
  remedy: '核对车辆台账；口径不同的写明（如执法车辆不计入公务用车）',
  remedyEn: 'Compare with the register of vehicles; say when the two count differently.',
  run({ narrative }, report) {
    const held = narrative && threePublicOf(narrative)?.held
    if (!narrative || !held) return
    const topics = topicsOf(narrative)
    for (const { index, section, subject, role, year } of narrative.statements) {
      if (topics[section] !== 'assets' || role !== 'value' || year !== narrative.year) continue
      const one = figure(narrative, index)
      if (one.mention.kind !== 'count' || !UNIT.test(one.mention.unit) || !isExact(one)) continue
      if (!VEHICLES.test(subject.name)) continue
      const isMore = held.mention.value.compare(one.mention.value) > 0
      if (held.mention.value.equals(one.mention.value)) return
      report(
        about(one, {
          severity: isMore ? 'warning' : 'info',
          verdict: isMore ? 'outside' : 'undecided',
          expected: printedOf(held),
          message: `国有资产一节的车辆是${printedOf(one)}，“三公”一节的公务用车保有量是${printedOf(held)}`,
          messageEn: `One section counts ${printedOf(one)} vehicles, the other ${printedOf(held)}.`,
        }),
      )
      return
    }
  },
})
