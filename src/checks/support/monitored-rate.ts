/** A printed rate of a monitoring form against amount ÷ budget, by whichever budget fits best. */
import type { Proof, Severity } from '../../domain/finding.ts'
import { proof } from '../../engine/proof.ts'
import { baseValue, type Judgement, judgeRatio } from '../../engine/verdict.ts'
import { Decimal } from '../../kernel/decimal.ts'
import type { MoneyCell } from './plan-money.ts'
import { moneyInput } from './plan-money.ts'

const RANK = { equal: 0, 'rounding-only': 1, 'cut-pattern': 2, undecided: 3, 'not-applicable': 3, outside: 4 } as const

export interface RateFinding {
  readonly judged: Judgement
  readonly severity: Severity
  readonly expected: string
  readonly working: string
  readonly budget: MoneyCell
  readonly proof: () => Proof
}

/** Without its sign 0.64 may be a share and 64 a percentage. */
const readings = (
  rate: MoneyCell,
  amount: MoneyCell,
  budget: MoneyCell,
): readonly { judged: Judgement; sign: string }[] => {
  const { read } = rate
  if (read.kind !== 'number' || !amount.amount || !budget.amount) return []
  const judge = (factor: Decimal): Judgement => judgeRatio(read.value, amount.amount!, budget.amount!, factor)
  const percent = { judged: judge(Decimal.hundred), sign: '%' }
  return read.isPercent ? [percent] : [percent, { judged: judge(Decimal.one), sign: '' }]
}

/** `undefined`: right, or nothing can be said. `budgets`: those that a rate may divide by, the usual one first. */
export const rateFinding = (
  rate: MoneyCell | undefined,
  amount: MoneyCell | undefined,
  budgets: readonly MoneyCell[],
): RateFinding | undefined => {
  if (!rate || !amount?.amount) return undefined
  const all = budgets
    .filter(({ amount: own }) => own && baseValue(own).isPositive())
    .flatMap((budget) => readings(rate, amount, budget).map((reading) => ({ ...reading, budget })))
  const best = all.toSorted((a, b) => RANK[a.judged.verdict] - RANK[b.judged.verdict])[0]
  if (!best || best.judged.verdict === 'equal' || best.judged.verdict === 'undecided') return undefined
  const { judged, budget, sign } = best
  const expected = `${judged.expected}${sign}`
  const working = `${amount.cell.printed} ÷ ${budget.cell.printed} = ${expected}`
  return {
    judged,
    severity: judged.verdict === 'outside' ? 'error' : 'info',
    expected,
    working,
    budget,
    proof: () =>
      proof({
        formula: '执行率 = 执行数 ÷ 预算数',
        filledIn: working,
        result: expected,
        interval: judged.interval,
        verdict: judged.verdict,
        inputs: [amount, budget, rate].map(moneyInput),
      }),
  }
}
