/** FN-002: 3.5元 among amounts in 万元. */
import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'
import { unitSlipsOf } from '../support/narrative-unit-slips.ts'

export const unitSlip = defineNarrativeCheck({
  id: 'FN-002',
  title: '文字中的金额没有元、万元错位',
  titleEn: 'No amount of the text is in the wrong unit',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#one-unit'],
  rule: '文中各金额以万元计而某数以元计，且换成万元后等式成立，或同一节另有数字相同的万元数 ⇒ 单位错',
  remedy: '核对金额单位，把“元”改为“万元”',
  remedyEn: 'Check the unit; 元 should probably be 万元.',
  run({ narrative }, report) {
    for (const { one, evidence, twin, neighbour } of unitSlipsOf(narrative).values()) {
      const others = evidence?.others ?? [twin ?? neighbour!]
      const expected = `${one.mention.printed}万元`
      const why = evidence
        ? `按万元计等式才成立（${evidence.formula}）`
        : twin
          ? `同一节另有${nameOf(twin)}${printedOf(twin)}`
          : '同段其他金额均以万元计'
      report(
        about(one, {
          severity: evidence || twin ? 'error' : 'warning',
          verdict: 'outside',
          expected,
          message: `${nameOf(one)}印为${printedOf(one)}，${why}，单位疑为万元`,
          messageEn: `${printedOf(one)} is probably meant in 万元.`,
          proof: narrativeProof(
            {
              formula: evidence?.formula ?? '同一金额的单位一致',
              filledIn: others.map(printedOf).join('、'),
              result: expected,
              verdict: 'outside',
            },
            [
              ['金额', one],
              ...others.filter((other) => other !== one).map((other) => [nameOf(other) || '相关金额', other] as const),
            ],
          ),
        }),
      )
    }
  },
})
