/** How an office prints: units, grouping, zeros; and one amount as text. */
import type { Random } from './random.ts'

export interface AccountsStyle {
  /** Number of a table: 公开NN表 and the like. */
  readonly code: (n: number) => string
  readonly grouped: boolean
  /** 12.50 printed as 12.5, 3.00 as 3. */
  readonly trimmed: boolean
  readonly zero: '' | '0.00' | '0' | '—'
  readonly hasNumbers: boolean
  readonly hasLines: boolean
  readonly mergedTotal: boolean
  /** Which of 类, 款, 项 the tables of codes print; 项 always. */
  readonly depth: readonly (3 | 5 | 7)[]
  /** Groups of columns in 公开06表. */
  readonly groups: 2 | 3
  /** Rows of 公开06表 that have no amount are printed as well. */
  readonly isFull: boolean
  readonly unit: '万元' | '元'
}

const pad = (n: number): string => String(n).padStart(2, '0')

export const randomAccountsStyle = (random: Random, unit?: '万元' | '元'): AccountsStyle => {
  const form = random.pick(['公开NN表', '公开NN表', '财决公开NN表'])
  return {
    code: (n) => form.replace('NN', pad(n)),
    grouped: random.chance(0.7),
    trimmed: random.chance(0.3),
    zero: random.pick(['', '', '0.00', '0', '—'] as const),
    hasNumbers: random.chance(0.7),
    hasLines: random.chance(0.6),
    mergedTotal: random.chance(0.5),
    depth: random.pick([[3, 5, 7], [3, 5, 7], [3, 5, 7], [7], [3, 7]] as const),
    groups: random.pick([2, 3] as const),
    isFull: random.chance(0.4),
    unit: unit ?? random.pick(['万元', '万元', '万元', '元'] as const),
  }
}

/** Hundredths of the printed unit, each cell rounded on its own (half up), as offices do. */
export const hundredths = (fen: bigint, unit: '万元' | '元'): bigint =>
  unit === '元' ? fen : fen < 0n ? -hundredths(-fen, unit) : (fen + 5_000n) / 10_000n

export const printAmount = (fen: bigint, { unit, grouped, trimmed, zero }: AccountsStyle): string => {
  const own = hundredths(fen, unit)
  if (own === 0n) return zero
  const digits = String(own < 0n ? -own : own).padStart(3, '0')
  const [whole, cents] = [digits.slice(0, -2), digits.slice(-2)]
  const text = `${grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole}.${cents}`
  return `${own < 0n ? '-' : ''}${trimmed ? text.replace(/\.?0+$/, '') : text}`
}
