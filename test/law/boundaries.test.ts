/** Runs the boundary cases (test/cases/law/boundaries.yaml) against the scoring formulas and verdicts. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findCheck } from '../../src/checks/index.ts'
import {
  compareTo,
  type Fraction,
  fraction,
  maxFraction,
  minFraction,
  roundFraction,
} from '../../src/engine/fraction.ts'
import {
  capTotal,
  executionRatio,
  executionScore,
  forwardScore,
  gradeOf,
  qualitativeBand,
  reverseScore,
  reverseScoreBy,
  satisfactionScore,
} from '../../src/engine/scoring.ts'
import {
  type Amount,
  amountInterval,
  exactly,
  judgeRatioPercent,
  judgeScore,
  judgeSum,
  maySame,
} from '../../src/engine/verdict.ts'
import { Decimal, minimum } from '../../src/kernel/decimal.ts'
import { meets, multiplyIntervals, printedInterval } from '../../src/kernel/interval.ts'
import { rulesFor } from '../../src/law/packs.ts'
import {
  admissible,
  type ExecutionScoring,
  type QualitativeBand,
  type SelfEvaluationRules,
} from '../../src/law/self-evaluation-rules.ts'
import { runCase } from '../support/run-cases.ts'

interface Boundary {
  readonly name: string
  readonly rule: string
  readonly [key: string]: unknown
}

const file = new URL('../cases/law/boundaries.yaml', import.meta.url)
const cases = parse(readFileSync(file, 'utf8')) as readonly Boundary[]

const text = (one: Boundary, key: string): string => {
  const value = one[key]
  if (typeof value !== 'string') throw new Error(`${one.name}：缺少 ${key}（数要写成文字）`)
  return value
}
const number = (one: Boundary, key: string): Decimal => Decimal.from(text(one, key))
const rulesOf = (one: Boundary): SelfEvaluationRules => rulesFor(text(one, 'pack'), text(one, 'on'))
const amountOf = (value: string, power: unknown): Amount => ({ value: Decimal.from(value), power: Number(power) })

/** The scoring the case means: the pack's own, or the admissible one that is named. */
const executionOf = (one: Boundary): ExecutionScoring => {
  const own = rulesOf(one).executionScoring
  if (one.practice === undefined) return own.value
  const found = admissible(own).find(({ method }) => method === one.practice)
  if (!found) throw new Error(`${one.name}：规则包没有这种计分做法`)
  return found
}

const expectScore = (one: Boundary, score: Fraction): void => {
  if (one.exact !== undefined) expect(compareTo(score, number(one, 'exact'))).toBe(0)
  if (one.shown !== undefined) expect(roundFraction(score, 2).toString()).toBe(one.shown)
}

const executionPoints = (one: Boundary): Fraction | undefined => {
  const ratio = executionRatio(number(one, 'executed'), number(one, 'budget'))
  return ratio && executionScore(executionOf(one), ratio, number(one, 'weight'))
}

const reverseArguments = (one: Boundary) =>
  [number(one, 'target'), number(one, 'actual'), number(one, 'weight')] as const

const runners: Readonly<Record<string, (one: Boundary) => void>> = {
  execution: (one) => {
    const score = executionPoints(one)
    if (one.exact === undefined && one.shown === undefined) expect(score).toBeUndefined()
    else expectScore(one, score!)
  },
  reverse: (one) => expectScore(one, reverseScoreBy(one.formula as 'inverse' | 'linear', ...reverseArguments(one))),
  'reverse-range': (one) => {
    const { low, high } = reverseScore(rulesOf(one).reverse.value, ...reverseArguments(one))
    expect([low, high].map((end) => roundFraction(end, 2).toString())).toEqual([one.low, one.high])
  },
  forward: (one) => {
    const methods = admissible(rulesOf(one).forward)
    const method = one.practice === 'pass-line' ? methods.find(({ passLine }) => passLine !== undefined) : methods[0]
    expectScore(one, forwardScore(method!, ...reverseArguments(one)))
  },
  'printed-score': (one) => {
    const { scoreDecimals } = rulesOf(one)
    const judged = judgeScore(
      number(one, 'printed'),
      exactly(executionPoints(one)!),
      Number(one.formDecimals),
      scoreDecimals.value,
    )
    expect(judged.verdict).toBe(one.verdict)
  },
  'same-amount': (one) => {
    const same = maySame(amountOf(text(one, 'a'), one.aPower), amountOf(text(one, 'b'), one.bPower))
    expect(same ? 'rounding-only' : 'outside').toBe(one.verdict)
  },
  product: (one) => {
    const [a, b] = (one.factors as string[]).map((factor) => printedInterval(Decimal.from(factor)))
    const printed = amountInterval(amountOf(text(one, 'printed'), one.power))
    expect(meets(multiplyIntervals(a!, b!), printed) ? 'rounding-only' : 'outside').toBe(one.verdict)
  },
  'over-target': (one) => {
    const reached = fraction(number(one, 'actual'), number(one, 'target'))
    expect(compareTo(reached, rulesOf(one).overTargetRatio.value) >= 0).toBe(one.isDue)
  },
  qualitative: (one) => {
    const band = qualitativeBand(
      rulesOf(one).qualitativeBands.value,
      one.level as QualitativeBand['level'],
      number(one, 'weight'),
    )!
    const score = number(one, 'score')
    const atTop = score.compare(band.high)
    const isInside = score.compare(band.low) >= 0 && (atTop < 0 || (band.isHighIncluded && atTop === 0))
    expect(isInside).toBe(one.isInside)
  },
  satisfaction: (one) => {
    const bands = admissible(rulesOf(one).satisfactionBands!).find((list) => list.length > 0)!
    expect(satisfactionScore(bands, number(one, 'reached'), number(one, 'weight')).equals(number(one, 'exact'))).toBe(
      true,
    )
  },
  cap: (one) => {
    const total = number(one, 'total')
    const { cap, isOnEnd } = capTotal(rulesOf(one).totalCaps?.value ?? [], fraction(number(one, 'rate'), Decimal.one))
    expect((cap ? minimum(total, cap) : total).equals(number(one, 'capped'))).toBe(true)
    expect(isOnEnd).toBe(one.isOnEnd)
  },
  grade: (one) => {
    const total = number(one, 'total')
    expect(gradeOf(rulesOf(one).grades.value, total)).toBe(one.grade)
    expect(total.round(2).toString()).toBe(one.shown)
  },
  sum: (one) => {
    const parts = (one.parts as string[]).map((part) => amountOf(part, 0))
    expect(judgeSum(amountOf(text(one, 'total'), 0), parts).verdict).toBe(one.verdict)
  },
  ratio: (one) => {
    const judged = judgeRatioPercent(
      number(one, 'printed'),
      amountOf(text(one, 'part'), 0),
      amountOf(text(one, 'whole'), 0),
    )
    expect(judged.verdict).toBe(one.verdict)
  },
  check: (one) => {
    const code = text(one, 'code')
    expect(findCheck(code), `${code} is not registered in src/checks/index.ts`).toBeDefined()
    const found = runCase(code, one as never)
    expect(found.length > 0).toBe(one.isFound)
    if (one.verdict !== undefined) expect(found[0]?.verdict).toBe(one.verdict)
  },
}

describe('boundary cases of the law', () => {
  it('uses every kind of rule it knows, and knows every kind it uses', () => {
    expect([...new Set(cases.map(({ rule }) => rule))].sort()).toEqual(Object.keys(runners).sort())
  })
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => runners[one.rule]!(one))
  it('names every case once', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })
})

describe('two practices side by side', () => {
  it('never leave the weight, and bands never give more than the proportion would at full use', () => {
    const weight = Decimal.of(10)
    const [proportional, bands] = admissible(rulesFor('national-2021', '2022-12-31').executionScoring)
    for (let rate = 0; rate <= 110; rate += 1) {
      const ratio = fraction(Decimal.of(rate, 2), Decimal.one)
      const scores = [proportional!, bands!].map((method) => executionScore(method, ratio, weight))
      expect(compareTo(scores.reduce(minFraction), Decimal.zero)).toBeGreaterThanOrEqual(0)
      expect(compareTo(scores.reduce(maxFraction), weight)).toBeLessThanOrEqual(0)
      expect(compareTo(scores[1]!, roundFraction(scores[0]!, 4))).toBeLessThanOrEqual(0)
    }
  })
})
