import type { Narrative } from '../../domain/narrative.ts'
import { defineNarrativeCheck, type Report } from '../../engine/check.ts'
import { narrativeWords } from '../../law/narrative.ts'
import { isAlike } from '../support/narrative.ts'
import { slipIn } from '../support/narrative-slips.ts'
import { judgeList, type List, listDraft, listsOf, reportLists } from '../support/narrative-sums.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

const OWN = new Set(['three-public', 'vehicle-costs'])
const SETS = [
  ['three-public', 'total', ['abroad', 'vehicles', 'reception']],
  ['vehicle-costs', 'vehicles', ['purchase', 'running']],
] as const

/** Parts that stand in sentences and paragraphs of their own. */
const reportScattered = (narrative: Narrative, report: Report): void => {
  const own = threePublicOf(narrative)
  if (!own) return
  const listed = new Set(
    listsOf(narrative).flatMap(({ total, partition }) => (partition ? [total.statement.index] : [])),
  )
  for (const [id, whole, keys] of SETS)
    for (const measure of ['final', 'annual-budget', 'initial-budget', 'budget'] as const) {
      const total = own.amount(whole, measure)
      const parts = keys.flatMap((key) => own.amount(key, measure) ?? [])
      if (!total || parts.length !== keys.length || listed.has(total.statement.index)) continue
      if (!parts.every((part) => isAlike(part, total))) continue
      const partition = narrativeWords().partitions.find((one) => one.id === id)
      const list: List = { total, parts, partition, isComplete: true }
      const judged = judgeList(list)
      if (
        !judged ||
        (judged.verdict === 'outside' &&
          slipIn(
            total,
            parts.map((part) => [part, 1] as const),
          ))
      )
        continue
      report(listDraft(list, judged))
    }
}

export const threePublicParts = defineNarrativeCheck({
  id: 'FN-061',
  title: '“三公”经费等于三项之和',
  titleEn: 'The three public expenses add up to their total',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '“三公”经费 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费；公务用车购置及运行费 = 购置费 + 运行费（决算数、预算数分别成立）',
  remedy: '对照三公经费支出决算表核对各项金额',
  remedyEn: 'Compare the amounts with the table of the three public expenses.',
  run({ narrative }, report) {
    reportLists(narrative, (partition) => partition !== undefined && OWN.has(partition), report)
    reportScattered(narrative, report)
  },
})
