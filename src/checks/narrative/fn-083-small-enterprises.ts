import { defineNarrativeCheck } from '../../engine/check.ts'
import { certainlyExceeds } from '../../engine/verdict.ts'
import { narrativeWords } from '../../law/narrative.ts'
import { about, type Figure, figure, isExact, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'

type Key = 'total' | 'small' | 'micro'
const KEYS = ['micro', 'small', 'total'] as const

export const smallEnterprises = defineNarrativeCheck({
  id: 'FN-083',
  title: '小微企业合同额不大于中小企业合同额，后者不大于采购总额',
  titleEn: 'Contracts with micro firms ≤ those with small and medium firms ≤ procurement',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '授予小微企业合同金额 ≤ 授予中小企业合同金额 ≤ 政府采购支出总额',
  remedy: '对照采购合同台账核对金额',
  remedyEn: 'Compare with the register of contracts.',
  run({ narrative }, report) {
    const { procurement } = narrativeWords()
    const sections = new Map<number, Partial<Record<Key, Figure>>>()
    for (const statement of narrative.statements) {
      if (statement.role !== 'value') continue
      const key = KEYS.find((one) => procurement[one].test(statement.subject.name))
      if (!key) continue
      const one = figure(narrative, statement.index)
      if (one.mention.kind !== 'amount' || !isExact(one)) continue
      const own = sections.get(statement.section) ?? {}
      sections.set(statement.section, own)
      own[key] ??= one
    }
    for (const { total, small, micro } of sections.values())
      for (const [part, whole] of [
        [small, total],
        [micro, small],
        [micro, total],
      ] as const) {
        if (!part || !whole || !certainlyExceeds(part.amount, whole.amount)) continue
        report(
          about(part, {
            verdict: 'outside',
            expected: `≤ ${printedOf(whole)}`,
            message: `${nameOf(part)}${printedOf(part)}大于${nameOf(whole)}${printedOf(whole)}`,
            messageEn: `${printedOf(part)} exceeds ${printedOf(whole)}.`,
            proof: narrativeProof(
              {
                formula: '部分 ≤ 整体',
                filledIn: `${printedOf(part)} > ${printedOf(whole)}`,
                result: '不成立',
                verdict: 'outside',
              },
              [
                ['部分', part],
                ['整体', whole],
              ],
            ),
          }),
        )
        break
      }
  },
})
