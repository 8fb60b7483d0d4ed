/** A department's year in whole cents, from which every table of its booklet is added up: true by construction. */
import type { Random } from '../support/random.ts'

export interface Item {
  readonly code: string
  readonly basic: number
  readonly project: number
  readonly business: number
  readonly other: number
}

export interface FundItem {
  readonly code: string
  readonly opening: number
  readonly income: number
  readonly basic: number
  readonly project: number
}

export interface Ledger {
  readonly department: string
  readonly year: number
  readonly unit: '万元' | '元'
  readonly general: readonly Item[]
  readonly fund: readonly FundItem[]
  readonly economic: ReadonlyMap<string, number>
  /** abroad, purchase, running, reception: budget and final. */
  readonly publicBudget: readonly [number, number, number, number]
  readonly publicFinal: readonly [number, number, number, number]
  readonly opening: number
  readonly surplus: number
}

const CODES = [
  '2010301',
  '2010302',
  '2010350',
  '2010602',
  '2011301',
  '2011399',
  '2019999',
  '2050803',
  '2060702',
  '2080501',
  '2080505',
  '2080506',
  '2082804',
  '2101101',
  '2101103',
  '2120101',
  '2120399',
  '2130705',
  '2130599',
  '2210201',
  '2210203',
  '2240106',
  '2999901',
]
const BASIC_ONLY = /^(?:20805|21011|22102|\d{5}01$|\d{5}50$)/
const FUND_CODES = ['2120801', '2120899', '2296003']
export const STAFF_CODES = [
  '30101',
  '30102',
  '30103',
  '30107',
  '30108',
  '30109',
  '30110',
  '30113',
  '30301',
  '30302',
  '30309',
]
export const RUNNING_CODES = [
  '30201',
  '30202',
  '30207',
  '30211',
  '30213',
  '30217',
  '30226',
  '30228',
  '30229',
  '30231',
  '30239',
  '30299',
  '31002',
]

const DEPARTMENTS = [
  '青禾区林业局',
  '白杨市档案馆',
  '临溪县交通服务中心',
  '北辰区老龄事业发展中心',
  '石门市水务局（本级）',
]

const amount = (random: Random, largest: number): number => random.int(100, largest) * random.pick([1, 1, 1, 100])

const shareOut = (random: Random, total: number, codes: readonly string[]): [string, number][] => {
  const chosen = codes.filter(() => random.chance(0.6))
  const used = chosen.length === 0 ? codes.slice(0, 1) : chosen
  let rest = total
  return used.map((code, i): [string, number] => {
    const part =
      i === used.length - 1 ? rest : Math.min(rest, random.int(0, Math.floor((2 * rest) / (used.length - i))))
    rest -= part
    return [code, part]
  })
}

export const sumOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

export const makeLedger = (random: Random): Ledger => {
  const hasOther = random.chance(0.4)
  const codes = CODES.filter(() => random.chance(0.4))
  const general = (codes.length < 3 ? CODES.slice(3, 8) : codes).map((code): Item => {
    const isBasic = BASIC_ONLY.test(code)
    const both = !isBasic && random.chance(0.3)
    return {
      code,
      basic: isBasic || both ? amount(random, 900_000) : 0,
      project: isBasic ? 0 : amount(random, 9_000_000),
      business: hasOther && random.chance(0.2) ? amount(random, 50_000) : 0,
      other: hasOther && random.chance(0.2) ? amount(random, 50_000) : 0,
    }
  })
  const fund = random.chance(0.4)
    ? FUND_CODES.filter(() => random.chance(0.6)).map((code): FundItem => {
        const project = amount(random, 900_000)
        const opening = random.chance(0.5) ? amount(random, 9_000) : 0
        return { code, opening, income: project + (random.chance(0.3) ? amount(random, 9_000) : 0), basic: 0, project }
      })
    : []
  const basic = sumOf(general.map((one) => one.basic))
  const staff = Math.floor(basic * 0.8)
  const economic = new Map([...shareOut(random, staff, STAFF_CODES), ...shareOut(random, basic - staff, RUNNING_CODES)])
  const budget = [
    random.chance(0.3) ? amount(random, 2000) : 0,
    random.chance(0.2) ? amount(random, 4000) : 0,
    amount(random, 4000),
    amount(random, 2000),
  ] as const
  return {
    department: random.pick(DEPARTMENTS),
    year: random.int(2020, 2023),
    unit: '万元',
    general,
    fund,
    economic,
    publicBudget: budget,
    publicFinal: [0, budget[1], Math.floor(budget[2] * 0.9), random.chance(0.8) ? Math.floor(budget[3] / 2) : 0],
    opening: random.chance(0.7) ? amount(random, 90_000) : 0,
    surplus: random.chance(0.5) ? amount(random, 9_000) : 0,
  }
}
