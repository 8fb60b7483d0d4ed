/**
 * The books of a department as they are kept: income, spending and balances in fen (0.01 元) by functional code, fund and
 * economic code. Everything that a booklet prints is added up from here, so that it is true by construction.
 */
import { classification } from '../../src/law/classification.ts'
import type { Random } from './random.ts'

export const FUNDS = ['general', 'fund', 'capital'] as const
export type Fund = (typeof FUNDS)[number]

/** Money of one budget under one functional code. All amounts in fen; nothing is negative. */
export interface FiscalItem {
  readonly fund: Fund
  readonly code: string
  readonly openingBasic: bigint
  readonly openingProject: bigint
  readonly incomeBasic: bigint
  readonly incomeProject: bigint
  readonly basic: bigint
  readonly project: bigint
}

/** What the department earns and spends beside fiscal money, under one functional code. */
export interface OwnItem {
  readonly code: string
  readonly superior: bigint
  readonly business: bigint
  readonly operating: bigint
  readonly subordinate: bigint
  readonly other: bigint
  readonly basic: bigint
  readonly project: bigint
  readonly toSuperior: bigint
  readonly operatingSpending: bigint
  readonly toSubordinate: bigint
}

export interface EconomicLine {
  readonly fund: Fund
  readonly code: string
  readonly basic: bigint
  readonly project: bigint
}

export interface PublicExpenses {
  readonly abroad: bigint
  readonly purchase: bigint
  readonly running: bigint
  readonly reception: bigint
  readonly meeting: bigint
  readonly training: bigint
}

export interface AccountsLedger {
  readonly department: string
  readonly year: number
  readonly fiscal: readonly FiscalItem[]
  readonly own: readonly OwnItem[]
  readonly ownOpening: bigint
  /** 使用非财政拨款结余. */
  readonly usedBalance: bigint
  /** 结余分配. */
  readonly distribution: bigint
  readonly economic: readonly EconomicLine[]
  /** “三公” from the general budget: budget, and final as the economic codes have it. */
  readonly publicBudget: PublicExpenses
  readonly publicFinal: PublicExpenses
  readonly goods: bigint
  readonly works: bigint
  readonly services: bigint
  readonly purchased: readonly { readonly name: string; readonly amount: bigint }[]
  readonly assets: Readonly<
    Record<'current' | 'buildings' | 'vehicles' | 'large' | 'otherFixed' | 'intangible', bigint>
  >
}

export const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n)

export const closingBasic = ({ openingBasic, incomeBasic, basic }: FiscalItem): bigint =>
  openingBasic + incomeBasic - basic
export const closingProject = ({ openingProject, incomeProject, project }: FiscalItem): bigint =>
  openingProject + incomeProject - project

const OWN_INCOME = ['superior', 'business', 'operating', 'subordinate', 'other'] as const
const OWN_SPENDING = ['basic', 'project', 'toSuperior', 'operatingSpending', 'toSubordinate'] as const

export const ownIncome = (item: OwnItem): bigint => sum(OWN_INCOME.map((key) => item[key]))
export const ownSpending = (item: OwnItem): bigint => sum(OWN_SPENDING.map((key) => item[key]))

export const ownClosing = (ledger: AccountsLedger): bigint =>
  ledger.ownOpening +
  ledger.usedBalance +
  sum(ledger.own.map(ownIncome)) -
  sum(ledger.own.map(ownSpending)) -
  ledger.distribution

/** From 1,000 元 to `largest` 元, in fen, small ones as often as large ones. */
const amount = (random: Random, largest: number): bigint => {
  const yuan = Math.exp(Math.log(1_000) + random.next() * (Math.log(largest) - Math.log(1_000)))
  return BigInt(Math.round(yuan)) * 100n + BigInt(random.chance(0.8) ? random.int(0, 99) : 0)
}

/** `whole` cut into parts of random size, the last takes what is left; in fen. */
const shareOut = (random: Random, whole: bigint, count: number): readonly bigint[] => {
  let rest = whole
  return Array.from({ length: count }, (_, i) => {
    const part = i === count - 1 ? rest : (rest * BigInt(random.int(0, Math.floor(2000 / (count - i))))) / 1000n
    const own = part > rest ? rest : part
    rest -= own
    return own
  })
}

/** Classes that tables of totals print; funds and state capital have their own. */
const CLASSES = /^2(?:0[1-8]|1[0-79]|2[01249]|1[0-9])/
const ONLY_BASIC = /^(?:20805|21011|22102)/
const NOT_GENERAL = /^(?:212(?:08|1[0-9])|22[39]|23)/
const FUND_CODES = ['2120801', '2120802', '2120899', '2121399', '2296002', '2296003', '2296099']
const CAPITAL_CODES = ['2230105', '2230107', '2230199', '2239999']
const STAFF = /^30[13]\d\d$/
const GOODS = /^302\d\d$/
const ASSETS = /^310\d\d$/

const isTree = (code: string, has: (code: string) => boolean): boolean => has(code.slice(0, 3)) && has(code.slice(0, 5))

const functionalCodes = (year: number): readonly string[] => {
  const { functional } = classification(year)
  return [...functional.keys()].filter(
    (code) =>
      code.length === 7 && CLASSES.test(code) && !NOT_GENERAL.test(code) && isTree(code, (one) => functional.has(one)),
  )
}

const known = (year: number, codes: readonly string[]): readonly string[] => {
  const { functional } = classification(year)
  return codes.filter((code) => functional.has(code) && isTree(code, (one) => functional.has(one)))
}

interface Carried {
  readonly basic: bigint
  readonly project: bigint
}

const NOTHING: Carried = { basic: 0n, project: 0n }

/** What is spent is at most what is there; now and then all of it. */
const spent = (random: Random, available: bigint): bigint =>
  random.chance(0.5) ? available : (available * BigInt(random.int(700, 1000))) / 1000n

const fiscalItem = (random: Random, fund: Fund, code: string, opening: Carried): FiscalItem => {
  const isBasic = fund === 'general' && (ONLY_BASIC.test(code) || /(?:01|50)$/.test(code))
  const hasBoth = !isBasic && random.chance(fund === 'general' ? 0.25 : 0.15)
  const incomeBasic = isBasic || hasBoth ? amount(random, 30_000_000) : 0n
  const incomeProject = isBasic && !random.chance(0.1) ? 0n : amount(random, random.chance(0.1) ? 4e9 : 60_000_000)
  return {
    fund,
    code,
    openingBasic: opening.basic,
    openingProject: opening.project,
    incomeBasic,
    incomeProject,
    basic: spent(random, incomeBasic + opening.basic),
    project: spent(random, incomeProject + opening.project),
  }
}

const ownItem = (random: Random, code: string): OwnItem => {
  const some = (chance: number, largest: number): bigint => (random.chance(chance) ? amount(random, largest) : 0n)
  const own = {
    code,
    superior: some(0.2, 900_000),
    business: some(0.6, 30_000_000),
    operating: some(0.15, 900_000),
    subordinate: some(0.1, 900_000),
    other: some(0.5, 900_000),
  }
  const plain = own.superior + own.business + own.subordinate + own.other
  const [basic, project, toSuperior, toSubordinate] = shareOut(random, spent(random, plain), 4)
  return {
    ...own,
    basic: basic!,
    project: project!,
    toSuperior: random.chance(0.2) ? toSuperior! : 0n,
    operatingSpending: spent(random, own.operating),
    toSubordinate: random.chance(0.2) ? toSubordinate! : 0n,
  }
}

const chosen = <T>(random: Random, items: readonly T[], share: number, least: number): readonly T[] => {
  const own = items.filter(() => random.chance(share))
  return own.length >= least ? own : items.slice(0, least)
}

const split = (
  random: Random,
  whole: bigint,
  codes: readonly string[],
  add: (code: string, value: bigint) => void,
): void => {
  if (whole === 0n) return
  const own = chosen(random, codes, 0.5, 1)
  shareOut(random, whole, own.length).forEach((value, i) => {
    add(own[i]!, value)
  })
}

/** Basic spending goes to people and running costs, projects to goods, people and assets. */
const economicLines = (random: Random, year: number, fiscal: readonly FiscalItem[]): readonly EconomicLine[] => {
  const codes = [...classification(year).economic.keys()]
  const [staff, goods, assets] = [STAFF, GOODS, ASSETS].map((pattern) => codes.filter((code) => pattern.test(code)))
  const lines = new Map<string, EconomicLine>()
  const add =
    (fund: Fund, kind: 'basic' | 'project') =>
    (code: string, value: bigint): void => {
      const key = `${fund}${code}`
      const old = lines.get(key) ?? { fund, code, basic: 0n, project: 0n }
      lines.set(key, { ...old, [kind]: old[kind] + value })
    }
  for (const fund of FUNDS) {
    const own = fiscal.filter((item) => item.fund === fund)
    const basic = sum(own.map((item) => item.basic))
    const [forStaff, forGoods, forAssets] = shareOut(random, basic, 3)
    split(random, forStaff!, staff!, add(fund, 'basic'))
    split(random, forGoods!, goods!, add(fund, 'basic'))
    split(random, forAssets!, random.chance(0.7) ? assets! : ['30701'], add(fund, 'basic'))
    const [ofGoods, ofStaff, ofAssets] = shareOut(random, sum(own.map((item) => item.project)), 3)
    split(random, ofGoods!, goods!, add(fund, 'project'))
    split(random, ofStaff!, staff!, add(fund, 'project'))
    split(random, ofAssets!, assets!, add(fund, 'project'))
  }
  return [...lines.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

const PUBLIC_CODES = {
  abroad: '30212',
  purchase: '31013',
  running: '30231',
  reception: '30217',
  meeting: '30215',
  training: '30216',
} as const

const publicFinal = (economic: readonly EconomicLine[]): PublicExpenses => {
  const of = (code: string): bigint =>
    sum(economic.filter((one) => one.fund === 'general' && one.code === code).map((one) => one.basic + one.project))
  return Object.fromEntries(
    Object.entries(PUBLIC_CODES).map(([key, code]) => [key, of(code)]),
  ) as unknown as PublicExpenses
}

const publicBudget = (random: Random, final: PublicExpenses): PublicExpenses =>
  Object.fromEntries(
    Object.entries(final).map(([key, value]) => [
      key,
      random.chance(0.3) ? value : (value * BigInt(random.int(1000, 1500))) / 1000n,
    ]),
  ) as unknown as PublicExpenses

const DEPARTMENTS = ['青禾区林业局', '白杨市档案馆', '临溪县交通服务中心', '北辰区老龄事业发展中心', '石门市水务局']

const SERVICES = ['公共服务', '政府履职辅助服务', '行业管理与协调服务']

/** A year after `before`, or the first one: the same codes as far as they go on, opening = last closing. */
export const makeLedger = (
  random: Random,
  year: number,
  department: string,
  before?: AccountsLedger,
): AccountsLedger => {
  const carried = new Map<string, Carried>()
  for (const item of before?.fiscal ?? [])
    carried.set(`${item.fund}${item.code}`, { basic: closingBasic(item), project: closingProject(item) })
  const open = (fund: Fund, code: string): Carried =>
    carried.get(`${fund}${code}`) ??
    (before || !random.chance(0.2) ? NOTHING : { basic: 0n, project: amount(random, 900_000) })
  const last = (fund: Fund): readonly string[] =>
    (before?.fiscal ?? []).filter((item) => item.fund === fund).map(({ code }) => code)
  const codesOf = (fund: Fund, all: readonly string[], share: number, least: number): readonly string[] => {
    const fresh = before ? all.filter(() => random.chance(share / 6)) : chosen(random, all, share, least)
    return [...new Set([...last(fund), ...fresh])].sort()
  }
  const usual = functionalCodes(year)
  const general = codesOf('general', usual, random.int(4, 14) / usual.length, 3)
  const hasFund = before ? last('fund').length > 0 : random.chance(0.5)
  const hasCapital = before ? last('capital').length > 0 : random.chance(0.2)
  const fiscal = [
    ...general.map((code) => fiscalItem(random, 'general', code, open('general', code))),
    ...(hasFund ? codesOf('fund', known(year, FUND_CODES), 0.4, 1) : []).map((code) =>
      fiscalItem(random, 'fund', code, open('fund', code)),
    ),
    ...(hasCapital ? codesOf('capital', known(year, CAPITAL_CODES), 0.5, 1) : []).map((code) =>
      fiscalItem(random, 'capital', code, open('capital', code)),
    ),
  ]
  const ownCodes = before
    ? before.own.map(({ code }) => code)
    : random.chance(0.5)
      ? general.filter(() => random.chance(0.3))
      : []
  const own = ownCodes.map((code) => ownItem(random, code))
  const economic = economicLines(random, year, fiscal)
  const final = publicFinal(economic)
  const ownOpening = before ? ownClosing(before) : random.chance(0.4) ? amount(random, 9_000_000) : 0n
  const usedBalance = random.chance(0.2) ? ownOpening / 4n : 0n
  const left = ownOpening + usedBalance + sum(own.map(ownIncome)) - sum(own.map(ownSpending))
  const some = (largest: number): bigint => (random.chance(0.7) ? amount(random, largest) : 0n)
  const [first, second, third] = shareOut(random, sum(fiscal.map(({ project }) => project)) / 3n, 3)
  return {
    department,
    year,
    fiscal,
    own,
    ownOpening,
    usedBalance,
    distribution: random.chance(0.2) ? left / 5n : 0n,
    economic,
    publicBudget: publicBudget(random, final),
    publicFinal: final,
    goods: some(9_000_000),
    works: some(9_000_000),
    services: some(9_000_000),
    purchased: [first!, second!, third!].map((value, i) => ({ name: SERVICES[i]!, amount: value })),
    assets: {
      current: some(90_000_000),
      buildings: some(90_000_000),
      vehicles: some(9_000_000),
      large: some(9_000_000),
      otherFixed: some(9_000_000),
      intangible: some(900_000),
    },
  }
}

export const randomDepartment = (random: Random): string => random.pick(DEPARTMENTS)
