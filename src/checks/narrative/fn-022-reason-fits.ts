import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, nameOf, printedOf } from '../support/narrative.ts'
import { comparedFigures, signOfChange, signOfFigures } from '../support/narrative-comparisons.ts'

const WORDS = { 1: '增加', [-1]: '减少' } as const

export const reasonFits = defineNarrativeCheck({
  id: 'FN-022',
  title: '原因说明与增减方向相符',
  titleEn: 'The reason is one for the direction that the figures show',
  kind: 'T',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '数为增加的，不写“减少的原因”；数为减少的，不写“增加的原因”',
  remedy: '按实际增减改正原因说明，或改正增减用词',
  remedyEn: 'Give the reason for the change that the figures show, or correct the word.',
  run({ narrative }, report) {
    for (const one of comparedFigures(narrative)) {
      const stated = one.comparison.reasonSign
      const sign = signOfFigures(one) || signOfChange(one)
      const at = one.change ?? one.rate ?? one.value
      if (!at || stated === undefined || sign === 0 || sign === stated) continue
      report(
        about(at, {
          verdict: 'outside',
          printed: `${WORDS[stated]}的原因`,
          expected: `${WORDS[sign]}的原因`,
          message: `${nameOf(at)}（${printedOf(at)}）为${WORDS[sign]}，文字却说明${WORDS[stated]}的原因`,
          messageEn: 'The reason given is one for the opposite change.',
        }),
      )
    }
  },
})
