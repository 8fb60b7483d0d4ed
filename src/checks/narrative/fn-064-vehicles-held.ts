import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

/** 0辆（因…）: the text itself says why. */
const EXPLAINED = /^[（(，]?(?:因|由于|系|主要)/u

export const vehiclesHeld = defineNarrativeCheck({
  id: 'FN-064',
  title: '有运行费的，车辆保有量大于零或有说明',
  titleEn: 'Running costs go with vehicles held, or with an explanation',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '公务用车运行费 > 0 ⇒ 保有量 > 0，或说明原因',
  remedy: '核对公务用车保有量；确无车辆的说明运行费的用途',
  remedyEn: 'Check the number of vehicles held, or say what the costs were for.',
  run({ narrative }, report) {
    const own = threePublicOf(narrative)
    const held = own?.held
    const cost = own?.amount('running', 'final')
    if (!held || !cost?.mention.value.isPositive() || !held.mention.value.isZero()) return
    const behind = narrative.paragraphs[held.mention.paragraph]!.text.slice(held.mention.end)
    const isExplained = EXPLAINED.test(behind) || /^[（(].{0,4}因/u.test(behind)
    report(
      about(held, {
        severity: isExplained ? 'info' : 'warning',
        verdict: 'outside',
        expected: '大于0，或说明原因',
        message: `公务用车保有量为${printedOf(held)}，而${nameOf(cost)}为${printedOf(cost)}${isExplained ? '（文中已说明原因）' : ''}`,
        messageEn: `No vehicle is held, and running costs are ${printedOf(cost)}.`,
        proof: narrativeProof(
          {
            formula: '运行费 > 0 ⇒ 保有量 > 0',
            filledIn: `${printedOf(cost)}，${printedOf(held)}`,
            result: '不成立',
            verdict: 'outside',
          },
          [
            ['运行费', cost],
            ['保有量', held],
          ],
        ),
      }),
    )
  },
})
