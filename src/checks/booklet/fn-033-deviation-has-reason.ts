import type { Comparison } from '../../domain/narrative.ts'
import { defineBookletCheck } from '../../engine/check.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { about, nameOf, printedOf } from '../support/narrative.ts'
import { baseName, type Compared, comparedFigures } from '../support/narrative-comparisons.ts'

const REASON =
  /原因|由于|因为|主要是|主要系|主要因|系(?:因|为|由)|受.{2,20}影响|按照.{2,30}(?:要求|规定)|厉行节约|是因/u
const TOPICS: ReadonlySet<string> = new Set(['general', 'three-public'])
/** The reasons of a total stand with its parts. */
const TOTAL = /三公|合计|总计|一般公共预算/u

const isAgainstBudget = ({ baseKind }: Comparison): boolean => baseKind !== 'last-year'

const isChanged = ({ change, rate, comparison }: Compared): boolean =>
  !comparison.level && [change, rate].some((one) => one !== undefined && !one.mention.value.isZero())

export const deviationHasReason = defineBookletCheck({
  id: 'FN-033',
  title: '决算与预算不同的写明原因',
  titleEn: 'A difference from the budget has its reason',
  kind: 'A',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'practice',
  cites: ['definition#same-fact'],
  rule: '一般公共预算支出各项和“三公”经费各项的决算数与预算数不同时，同一节应写明原因；原因与增减方向矛盾的由FN-022报告',
  remedy: '补写差异的主要原因',
  remedyEn: 'Say why the spending differs from the budget.',
  run({ narrative }, report) {
    if (!narrative) return
    const topics = topicsOf(narrative)
    for (const one of comparedFigures(narrative)) {
      const { comparison } = one
      const at = one.change ?? one.rate
      if (!at || !isAgainstBudget(comparison) || !isChanged(one) || TOTAL.test(comparison.subject.name)) continue
      if (!TOPICS.has(topics[at.statement.section] ?? '') || comparison.reason !== '') continue
      // The reason may follow in the next paragraphs of the section, or stand with the items below.
      const { section } = at.statement
      const isBelow = (index: number | undefined): boolean =>
        index !== undefined && (index === section || isBelow(narrative.sections[index]?.parent))
      const rest = narrative.paragraphs.filter(
        (paragraph, i) => i >= comparison.paragraph && isBelow(paragraph.section),
      )
      if (rest.some(({ text }) => REASON.test(text.normalize('NFKC').replace(/\s+/gu, '')))) continue
      report(
        about(at, {
          verdict: 'outside',
          expected: '说明原因',
          message: `${nameOf(one.value ?? at)}与${baseName(comparison)}相差${printedOf(at)}，没有写原因`,
          messageEn: `It differs from the budget by ${printedOf(at)}; no reason is given.`,
        }),
      )
    }
  },
})
