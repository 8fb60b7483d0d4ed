/**
 * Target against actual value of one indicator, as far as they can be compared: same kind, same unit, a known direction.
 * What cannot be compared has no comparison; checks that need one then do not apply.
 */
import type { Indicator } from '../domain/self-evaluation.ts'
import type { Decimal } from '../kernel/decimal.ts'
import type { NumberQuantity, Quantity, RangeQuantity } from '../kernel/quantity.ts'
import { type Amount, amountInterval, baseValue, compareAmounts } from './verdict.ts'

/** The parts of an indicator's view that a comparison reads. */
interface Compared {
  readonly row: Indicator
  readonly target: Quantity
  readonly actual: Quantity
}

interface Scored {
  readonly score: { readonly number: Decimal | undefined }
  readonly weight: { readonly number: Decimal | undefined }
}

export type Direction = 'forward' | 'reverse' | 'equal'

export interface Comparison {
  readonly direction: Direction
  /** `printed`: an operator or a direction column; `implied`: a cost or a count of complaints; `assumed`: a bare number. */
  readonly directionFrom: 'printed' | 'implied' | 'assumed'
  /** What must be reached (forward) or not exceeded (reverse). The low end of a target range. */
  readonly target: Amount
  /** From where on the target is exceeded: the high end of a range, else the target. */
  readonly targetTop: Amount
  readonly actual: Amount
  /** Operator printed in front of the actual value: then it is no measured value, only a bound. */
  readonly actualOperator: NumberQuantity['operator']
  /** 约: the target is no sharp number. */
  readonly isApproximate: boolean
  readonly isPercent: boolean
  readonly unit: string
  /** `met`: the target is reached as printed; `missed`: certainly not, even within rounding; `close`: only rounding decides. */
  readonly outcome: 'met' | 'missed' | 'close'
}

const LESS_IS_BETTER =
  /投诉|差错|事故|故障|死亡|逾期|超支|违规|缺陷|漏洞|bug|错误率|失败|返工|流失|延误|响应时间|等待时间|上访|信访/i
const TIME_UNIT = /^(?:个)?(?:天|日|小时|分钟|秒|周|月|个月|年|工作日|学时|课时)$/
const PEOPLE = /^(?:人|人次|名|位)$/

const single = (quantity: Quantity): NumberQuantity | RangeQuantity | undefined =>
  quantity.kind === 'number' || quantity.kind === 'range' ? quantity : undefined

const isZero = (quantity: NumberQuantity | RangeQuantity): boolean =>
  quantity.kind === 'number' && quantity.value.isZero()

/** Same kind of thing: 16家 and 20家, 5 and 5个, 人 and 名; not 33个 and 10次, not 次/月 and 次/年. */
export const areComparable = (a: NumberQuantity | RangeQuantity, b: NumberQuantity | RangeQuantity): boolean => {
  if (a.isPercent !== b.isPercent) return isZero(a) || isZero(b)
  if (a.per !== '' && b.per !== '' && a.per !== b.per) return false
  if (a.unit === b.unit || a.unit === '' || b.unit === '') return true
  return PEOPLE.test(a.unit) && PEOPLE.test(b.unit) && (a.unit === '人次') === (b.unit === '人次')
}

const DIRECTION_COLUMN: readonly (readonly [RegExp, Direction])[] = [
  [/≥|>|＞|大于|不低于|不少于|正向/, 'forward'],
  [/≤|<|＜|小于|不超过|不高于|反向|逆向/, 'reverse'],
  [/^=|＝|等于/, 'equal'],
]

const directionOf = (
  { row }: Compared,
  target: NumberQuantity | RangeQuantity,
): readonly [Direction, Comparison['directionFrom']] | undefined => {
  const operator = target.kind === 'number' ? target.operator : undefined
  if (operator === '≥' || operator === '>') return ['forward', 'printed']
  if (operator === '≤' || operator === '<') return ['reverse', 'printed']
  if (operator === '=') return ['equal', 'printed']
  const column = row.more.direction?.printed ?? ''
  if (column !== '')
    for (const [pattern, direction] of DIRECTION_COLUMN) if (pattern.test(column)) return [direction, 'printed']
  if (target.kind === 'range') return ['forward', 'assumed']
  if (LESS_IS_BETTER.test(row.level3.printed)) return ['reverse', 'implied']
  if (row.level2.printed.includes('成本') || row.level1.printed.includes('成本'))
    return target.isPercent ? undefined : ['reverse', 'implied']
  // 60天 under 时效指标 may be a limit or a duration to be reached: nobody can tell.
  if (TIME_UNIT.test(target.unit) && /时效/.test(row.level2.printed)) return undefined
  return ['forward', 'assumed']
}

const amount = (value: Decimal, power: number): Amount => ({ value, power })

/**
 * Money is printed rounded on both sides. Any other target is the number that was promised, and a whole count is exact:
 * 19家 against ≥20家 is a miss, not a rounding.
 */
const outcomeOf = (
  direction: Direction,
  target: Amount,
  top: Amount,
  actual: Amount,
  isMoney: boolean,
  isStrict: boolean,
): Comparison['outcome'] => {
  const toTarget = compareAmounts(actual, target)
  if (toTarget === 0 ? !isStrict : toTarget > 0 ? direction === 'forward' : direction === 'reverse') return 'met'
  if (direction === 'equal' && compareAmounts(actual, top) <= 0 && toTarget > 0) return 'met'
  const isCount = actual.power === 0 && actual.value.scale === 0
  const is = isCount && !isMoney ? undefined : amountInterval(actual)
  const bound = toTarget > 0 ? top : target
  const limit = isMoney ? amountInterval(bound) : undefined
  const isMissed =
    toTarget > 0
      ? (is?.low ?? baseValue(actual)).compare(limit?.high ?? baseValue(bound)) > 0
      : (is?.high ?? baseValue(actual)).compare(limit?.low ?? baseValue(bound)) < 0
  return isMissed || toTarget === 0 ? 'missed' : 'close'
}

/** `undefined`: not comparable (words, dates, other units, no direction). */
export const compareIndicator = (indicator: Compared): Comparison | undefined => {
  const target = single(indicator.target)
  if (!target) return undefined
  const actual = indicator.actual
  if ((actual.kind !== 'number' && actual.kind !== 'range') || !areComparable(target, actual)) return undefined
  const found = directionOf(indicator, target)
  if (!found) return undefined
  const [direction, directionFrom] = found
  const low = amount(target.kind === 'range' ? target.low : target.value, target.power)
  const top = target.kind === 'range' ? amount(target.high, target.power) : low
  const bound = direction === 'reverse' ? top : low
  // 8－12篇 as an actual value says no more than its less favourable end.
  const isEnd = actual.kind === 'range' ? (direction === 'reverse' ? actual.high : actual.low) : actual.value
  const is = amount(isEnd, actual.power)
  const actualOperator = actual.kind === 'range' ? '≈' : actual.operator
  const operator = target.kind === 'number' ? target.operator : undefined
  const isMoney =
    (target.unit || actual.unit).endsWith('元') ||
    (target.unit === '' && !target.isPercent && indicator.row.level2.printed.includes('成本'))
  // 大于80% answered by 大于80% repeats the bound; that is met as far as the print goes.
  const isStrict = (operator === '>' || operator === '<') && actualOperator === undefined
  return {
    direction,
    directionFrom,
    target: bound,
    targetTop: top,
    actual: is,
    actualOperator,
    isApproximate: operator === '≈' || actualOperator === '≈',
    isPercent: target.isPercent,
    unit: target.unit || actual.unit,
    outcome: outcomeOf(direction, bound, top, is, isMoney, isStrict),
  }
}

const NOTHING = /^(?:无|没有|无偏差|无原因|不涉及|无需说明|[—–―\-/／\\.。0]*)$/

/** Is there a cause in the row: in 偏差原因 or in a column of its own for measures or deductions? */
export const hasReason = ({ row }: { readonly row: Indicator }): boolean =>
  !NOTHING.test(row.deviation.printed.trim()) || !NOTHING.test((row.more.measures?.printed ?? '').trim())

/** Decimal quotient for messages, two decimals: 3.17 of 19 ÷ 6. `undefined` for a zero divisor. */
export const timesTarget = (actual: Amount, target: Amount): string | undefined => {
  const bottom = baseValue(target)
  return bottom.isZero() ? undefined : baseValue(actual).divide(bottom, 2).toString()
}

/** Does actual ÷ target reach `ratio` exactly or more? False for a target that is not positive. */
export const reachesRatio = (actual: Amount, target: Amount, ratio: Decimal): boolean => {
  const { value, power } = target
  return value.isPositive() && compareAmounts(actual, { value: value.multiply(ratio), power }) >= 0
}

export const isFull = (indicator: Scored): boolean => {
  const { score, weight } = indicator
  return score.number !== undefined && weight.number !== undefined && score.number.equals(weight.number)
}

export const scored = (indicator: Scored): { readonly score: Decimal; readonly weight: Decimal } | undefined => {
  const score = indicator.score.number
  const weight = indicator.weight.number
  return score && weight?.isPositive() ? { score, weight } : undefined
}
