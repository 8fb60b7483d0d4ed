/** FN-002: 3.5元 among amounts in 万元. */
import type { Narrative } from '../../domain/narrative.ts'
import { defineNarrativeCheck } from '../../engine/check.ts'
import { about, type Figure, figure, figureAt, nameOf, narrativeProof, printedOf } from '../support/narrative.ts'
import { comparedFigures, signOfChange } from '../support/narrative-comparisons.ts'
import { isSuspect, slipIn, twinOf } from '../support/narrative-slips.ts'
import { listsOf } from '../support/narrative-sums.ts'
import { threePublicOf } from '../support/narrative-three-public.ts'

interface Evidence {
  readonly slipped: Figure
  readonly others: readonly Figure[]
  readonly formula: string
}

/** Equations of the text that hold only with the other unit. */
const provenByEquation = (narrative: Narrative): readonly Evidence[] => {
  const found: Evidence[] = []
  const look = (total: Figure, parts: readonly (readonly [Figure, 1 | -1])[], formula: string): void => {
    const slip = slipIn(total, parts)
    if (slip) found.push({ slipped: slip.slipped, others: [total, ...parts.map(([one]) => one)], formula })
  }
  for (const { total, parts } of listsOf(narrative))
    look(
      total,
      parts.map((part) => [part, 1] as const),
      '合计 = Σ各项',
    )
  for (const one of comparedFigures(narrative)) {
    const sign = signOfChange(one)
    if (one.value && one.base && one.change && sign !== 0)
      look(
        one.value,
        [
          [one.base, 1],
          [one.change, sign],
        ],
        '本期数 = 比较数 ± 增减额',
      )
  }
  const own = threePublicOf(narrative)
  for (const measure of ['final', 'annual-budget', 'initial-budget'] as const) {
    const [vehicles, purchase, running] = (['vehicles', 'purchase', 'running'] as const).map((key) =>
      own?.amount(key, measure),
    )
    if (vehicles && purchase && running)
      look(
        vehicles,
        [
          [purchase, 1],
          [running, 1],
        ],
        '公务用车购置及运行费 = 购置费 + 运行费',
      )
    else if (vehicles && running) look(vehicles, [[running, 1]], '公务用车购置及运行费 ≥ 运行费')
  }
  return found
}

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
    const proven = new Map<number, Evidence>()
    for (const evidence of provenByEquation(narrative)) {
      const { index } = evidence.slipped.statement
      if (!proven.has(index)) proven.set(index, evidence)
    }
    for (const statement of narrative.statements) {
      const one = figure(narrative, statement.index)
      if (!isSuspect(one)) continue
      const evidence = proven.get(statement.index)
      const twin = evidence ? undefined : twinOf(narrative, one)
      const neighbour = evidence || twin ? undefined : neighbourIn(narrative, one)
      if (!evidence && !twin && !neighbour) continue
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

/** With decimals, among 万元 only: two decimals of an amount in 元 are 分, and nobody reports those in prose. */
const neighbourIn = (narrative: Narrative, one: Figure): Figure | undefined => {
  if (one.mention.value.scale === 0) return undefined
  let neighbour: Figure | undefined
  for (const mention of narrative.numbers) {
    if (mention.paragraph !== one.mention.paragraph || mention.kind !== 'amount' || mention === one.mention) continue
    if (mention.value.isZero()) continue
    if (mention.unit !== '万元') return undefined
    neighbour ??= figureAt(narrative, mention.statement)
  }
  return neighbour
}
