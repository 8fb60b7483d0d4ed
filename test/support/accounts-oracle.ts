/**
 * What has to hold between the printed amounts of a generated booklet, from what is known of its books, by key. Written for
 * measuring the checks and shares no code with them: plain integers of 10⁻⁶ of the printed unit, sums over keys.
 */
import type { GeneratedYear } from './generate-accounts.ts'

const SCALE = 6

/** Blanks and dashes are nothing; `undefined` for what is no number. */
const amountIn = (text: string): bigint | undefined => {
  if (text === '' || text === '—') return 0n
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(',', ''))
  if (!match) return undefined
  const [, sign, whole, cents = ''] = match
  const digits = BigInt(`${whole}${cents.padEnd(SCALE, '0').slice(0, SCALE)}`)
  return sign === '-' ? -digits : digits
}

/** Σ plus − Σ minus = 0, each of them printed on its own. */
interface Relation {
  readonly name: string
  readonly plus: readonly string[]
  readonly minus: readonly string[]
  /** One amount in two places: the digits agree. */
  readonly isSame?: boolean
}

type Rows = ReadonlyMap<string, ReadonlySet<string>>

/** Profile (and side) → rows → columns, as far as they are printed. */
const tablesOf = (keys: Iterable<string>): ReadonlyMap<string, Rows> => {
  const tables = new Map<string, Map<string, Set<string>>>()
  for (const key of keys) {
    const [table, row, column] = key.split('|') as [string, string, string]
    const rows = tables.get(table) ?? new Map<string, Set<string>>()
    tables.set(table, rows)
    rows.set(row, (rows.get(row) ?? new Set()).add(column))
  }
  return tables
}

const isCode = (row: string): boolean => /^\d{3}(\d\d){0,2}$/.test(row)

const parentIn = (codes: ReadonlySet<string>, code: string): string | undefined =>
  [code.slice(0, 5), code.slice(0, 3)].find((own) => own.length < code.length && codes.has(own))

/** Levels of codes: children to their nearest printed parent, the others to the total. */
const levels = (table: string, rows: Rows): readonly Relation[] => {
  const codes = new Set([...rows.keys()].filter(isCode))
  const columns = [...(rows.get('total') ?? [...rows.values()][0] ?? [])]
  const children = new Map<string, string[]>()
  for (const code of codes) {
    const parent = parentIn(codes, code) ?? 'total'
    children.set(parent, [...(children.get(parent) ?? []), code])
  }
  return [...children]
    .filter(([parent]) => rows.has(parent))
    .flatMap(([parent, own]) =>
      columns.map((column) => ({
        name: `${table} ${parent} ${column}`,
        plus: [`${table}|${parent}|${column}`],
        minus: own.map((code) => `${table}|${code}|${column}`),
      })),
    )
}

/** Columns that add up in every row: whole → parts. */
const ACROSS: Readonly<Record<string, readonly (readonly [whole: string, parts: readonly string[]])[]>> = {
  income: [['total', ['fiscal', 'superior', 'business', 'operating', 'subordinate', 'other']]],
  expenditure: [['total', ['basic', 'project', 'toSuperior', 'operating', 'toSubordinate']]],
  'general-budget-expenditure': [['total', ['basic', 'project']]],
  'general-budget-income-expenditure': [
    ['opening', ['openingBasic', 'openingProject']],
    ['income', ['incomeBasic', 'incomeProject']],
    ['total', ['basic', 'project']],
    ['closing', ['closingBasic', 'closingProject']],
  ],
  'government-fund': [['total', ['basic', 'project']]],
  'state-capital': [['total', ['basic', 'project']]],
  'fiscal-total:支出': [['total', ['general', 'fund', 'capital']]],
  'three-public': [
    ['budgetVehicles', ['budgetPurchase', 'budgetRunning']],
    ['finalVehicles', ['finalPurchase', 'finalRunning']],
    ['budgetTotal', ['budgetAbroad', 'budgetVehicles', 'budgetReception', 'budgetMeeting', 'budgetTraining']],
    ['finalTotal', ['finalAbroad', 'finalVehicles', 'finalReception', 'finalMeeting', 'finalTraining']],
  ],
  'state-assets': [
    ['fixedAssets', ['buildings', 'vehicles', 'largeEquipment', 'otherFixedAssets']],
    ['assetsTotal', ['currentAssets', 'fixedAssets', 'investments', 'construction', 'intangibles', 'otherAssets']],
  ],
  'budget-income': [['total', ['fiscal', 'business', 'operating', 'other']]],
  'budget-expenditure': [['total', ['basic', 'project']]],
  'budget-fiscal-total:支出': [['total', ['general', 'fund', 'capital']]],
  'budget-general-expenditure': [['total', ['basic', 'project']]],
  'budget-fund': [['total', ['basic', 'project']]],
  'budget-state-capital': [['total', ['basic', 'project']]],
  'budget-basic-expenditure': [['amount', ['staff', 'running']]],
  'budget-three-public': [
    ['budgetVehicles', ['budgetPurchase', 'budgetRunning']],
    ['budgetTotal', ['budgetAbroad', 'budgetVehicles', 'budgetReception']],
  ],
}

const BALANCED = ['general-budget-income-expenditure', 'government-fund']

const across = (table: string, rows: Rows): readonly Relation[] =>
  [...rows].flatMap(([row, columns]) => {
    const key = (column: string): string => `${table}|${row}|${column}`
    const own = (ACROSS[table] ?? []).map(([whole, parts]) => ({
      name: `${table} ${row} ${whole}`,
      plus: [key(whole)],
      minus: parts.filter((part) => columns.has(part)).map(key),
    }))
    if (!BALANCED.includes(table)) return own
    const balance = { name: `${table} ${row} balance`, plus: ['opening', 'income'], minus: ['total', 'closing'] }
    return [...own, { ...balance, plus: balance.plus.map(key), minus: balance.minus.map(key) }]
  })

const IN = 'income-expenditure-total:收入'
const OUT = 'income-expenditure-total:支出'
const FIN = 'fiscal-total:收入'
const FOUT = 'fiscal-total:支出'
const SOURCES = ['general', 'fund', 'capital', 'superior', 'business', 'operating', 'subordinate', 'other']
const FUNDS = ['general', 'fund', 'capital']
const OPENINGS = ['openingGeneral', 'openingFund', 'openingCapital']

const classesOf = (rows: Rows | undefined): readonly string[] => [...(rows?.keys() ?? [])].filter(isCode)

const sum = (whole: string, ...parts: readonly string[]): Relation => ({ name: whole, plus: [whole], minus: parts })
const same = (a: string, b: string): Relation => ({ name: `${a} = ${b}`, plus: [a], minus: [b], isSame: true })

const totalsOf = (tables: ReadonlyMap<string, Rows>): readonly Relation[] => {
  const spent = (column: string): Relation =>
    sum(`${FOUT}|spendingTotal|${column}`, ...classesOf(tables.get(FOUT)).map((code) => `${FOUT}|${code}|${column}`))
  const funds = ['total', ...FUNDS]
  return [
    sum(`${IN}|incomeTotal|amount`, ...SOURCES.map((source) => `${IN}|${source}|amount`)),
    sum(`${IN}|total|amount`, `${IN}|incomeTotal|amount`, `${IN}|usedBalance|amount`, `${IN}|opening|amount`),
    sum(`${OUT}|spendingTotal|amount`, ...classesOf(tables.get(OUT)).map((code) => `${OUT}|${code}|amount`)),
    sum(`${OUT}|total|amount`, `${OUT}|spendingTotal|amount`, `${OUT}|distribution|amount`, `${OUT}|closing|amount`),
    same(`${IN}|total|amount`, `${OUT}|total|amount`),
    sum(`${FIN}|incomeTotal|amount`, ...FUNDS.map((fund) => `${FIN}|${fund}|amount`)),
    sum(`${FIN}|opening|amount`, ...OPENINGS.map((row) => `${FIN}|${row}|amount`)),
    sum(`${FIN}|total|amount`, `${FIN}|incomeTotal|amount`, `${FIN}|opening|amount`),
    same(`${FIN}|total|amount`, `${FOUT}|total|total`),
    ...funds.map(spent),
    ...funds.map((column) =>
      sum(`${FOUT}|total|${column}`, `${FOUT}|spendingTotal|${column}`, `${FOUT}|closing|${column}`),
    ),
    ...FUNDS.map((fund, i) => ({
      name: `balance ${fund}`,
      plus: [`${FIN}|${fund}|amount`, `${FIN}|${OPENINGS[i]}|amount`],
      minus: [`${FOUT}|spendingTotal|${fund}`, `${FOUT}|closing|${fund}`],
    })),
    ...FUNDS.map((fund) => same(`${FIN}|${fund}|amount`, `${IN}|${fund}|amount`)),
  ]
}

const GENERAL = ['general-budget-expenditure', 'general-budget-income-expenditure']

const between = (tables: ReadonlyMap<string, Rows>): readonly Relation[] => {
  const general = GENERAL.find((one) => tables.has(one)) ?? GENERAL[0]!
  const byClass = (table: string, totals: string, column: string): readonly Relation[] => {
    const rows = tables.get(table)
    const codes = classesOf(rows).filter((code) => !parentIn(new Set(classesOf(rows)), code))
    return classesOf(tables.get(totals)).map((at) => {
      const own = codes.filter((code) => code.startsWith(at)).map((code) => `${table}|${code}|total`)
      return own.length === 1 ? same(own[0]!, `${totals}|${at}|${column}`) : sum(`${totals}|${at}|${column}`, ...own)
    })
  }
  return [
    same('income|total|total', `${IN}|incomeTotal|amount`),
    sum('income|total|fiscal', ...FUNDS.map((fund) => `${IN}|${fund}|amount`)),
    ...SOURCES.slice(3).map((source) => same(`income|total|${source}`, `${IN}|${source}|amount`)),
    same('expenditure|total|total', `${OUT}|spendingTotal|amount`),
    same(`${FIN}|incomeTotal|amount`, 'income|total|fiscal'),
    same(`${general}|total|total`, `${FOUT}|spendingTotal|general`),
    ...byClass('expenditure', OUT, 'amount'),
    ...byClass(general, FOUT, 'general'),
    sum(`${general}|total|basic`, 'basic-expenditure|staffTotal|amount', 'basic-expenditure|runningTotal|amount'),
    ...(general === GENERAL[1]
      ? [
          same(`${general}|total|opening`, `${FIN}|openingGeneral|amount`),
          same(`${general}|total|income`, `${FIN}|general|amount`),
          same(`${general}|total|closing`, `${FOUT}|closing|general`),
        ]
      : []),
    same('government-fund|total|opening', `${FIN}|openingFund|amount`),
    same('government-fund|total|income', `${FIN}|fund|amount`),
    same('government-fund|total|total', `${FOUT}|spendingTotal|fund`),
    same('government-fund|total|closing', `${FOUT}|closing|fund`),
    same('state-capital|total|total', `${FOUT}|spendingTotal|capital`),
    sum('procurement|total|amount', ...['goods', 'works', 'services'].map((row) => `procurement|${row}|amount`)),
    same('project-expenditure|total|total', 'expenditure|total|project'),
    ...['total', ...FUNDS].map((column) => same(`fiscal-detail|total|${column}`, `${FOUT}|spendingTotal|${column}`)),
    ...budgets(tables),
  ]
}

const BIN = 'budget-total:收入'
const BOUT = 'budget-total:支出'
const BFIN = 'budget-fiscal-total:收入'
const BFOUT = 'budget-fiscal-total:支出'

const budgets = (tables: ReadonlyMap<string, Rows>): readonly Relation[] => [
  sum(`${BIN}|total|amount`, ...['fiscal', 'business', 'operating', 'other'].map((row) => `${BIN}|${row}|amount`)),
  sum(`${BOUT}|total|amount`, ...classesOf(tables.get(BOUT)).map((code) => `${BOUT}|${code}|amount`)),
  same(`${BIN}|total|amount`, `${BOUT}|total|amount`),
  same('budget-income|total|total', `${BIN}|total|amount`),
  same('budget-income|total|fiscal', `${BIN}|fiscal|amount`),
  same('budget-expenditure|total|total', `${BOUT}|total|amount`),
  sum(`${BFIN}|total|amount`, ...FUNDS.map((fund) => `${BFIN}|${fund}|amount`)),
  same(`${BFIN}|total|amount`, `${BFOUT}|total|total`),
  same(`${BFIN}|total|amount`, `${BIN}|fiscal|amount`),
  ...['total', ...FUNDS].map((column) =>
    sum(`${BFOUT}|total|${column}`, ...classesOf(tables.get(BFOUT)).map((code) => `${BFOUT}|${code}|${column}`)),
  ),
  same('budget-general-expenditure|total|total', `${BFOUT}|total|general`),
  same('budget-fund|total|total', `${BFOUT}|total|fund`),
  same('budget-state-capital|total|total', `${BFOUT}|total|capital`),
  same('budget-basic-expenditure|total|amount', 'budget-general-expenditure|total|basic'),
]

/** 301 and 303 are staff, the rest is running. */
const economic = (table: string, rows: Rows): readonly Relation[] => {
  const tops = [...rows.keys()].filter((row) => /^\d{3}$/.test(row))
  const of = (isStaff: boolean): readonly string[] =>
    tops.filter((row) => /^30[13]/.test(row) === isStaff).map((row) => `${table}|${row}|amount`)
  return [sum(`${table}|staffTotal|amount`, ...of(true)), sum(`${table}|runningTotal|amount`, ...of(false))]
}

const relations = (keys: Iterable<string>): readonly Relation[] => {
  const tables = tablesOf(keys)
  const inside = [...tables].flatMap(([table, rows]) => [
    ...(/:/.test(table) ? [] : levels(table, rows)),
    ...across(table, rows),
    ...(/(?:^|fund-)basic-expenditure$/.test(table) && !table.startsWith('budget') ? economic(table, rows) : []),
  ])
  return [...inside, ...totalsOf(tables), ...between(tables)]
}

export interface Broken {
  readonly name: string
  /** A total that exceeds its parts by less than a unit for each: as if all had been cut instead of rounded. */
  readonly looksCut: boolean
}

/** Relations that fail for certain, whatever the printed numbers were rounded from. `amounts`: key → text as printed. */
export const brokenRelations = (
  amounts: ReadonlyMap<string, string>,
  unitOf: (key: string) => '万元' | '元',
): readonly Broken[] => {
  const cent = 10n ** BigInt(SCALE - 2)
  return relations(amounts.keys()).flatMap(({ name, plus, minus, isSame }) => {
    // A table that is not printed, or is blank, states nothing; a row that was left out is not there to be added.
    if (plus.some((key) => !amounts.has(key)) || (isSame && minus.some((key) => !amounts.has(key)))) return []
    const own = minus.filter((key) => amounts.has(key))
    const [a, b] = [plus, own].map((keys) => keys.map((key) => amountIn(amounts.get(key)!)))
    if (![...a!, ...b!].every((value) => value !== undefined)) return []
    const gap = a!.reduce((x, y) => x! + y!, 0n)! - b!.reduce((x, y) => x! + y!, 0n)!
    const count = BigInt(plus.length + own.length)
    const isExact = isSame || [...plus, ...own].every((key) => unitOf(key) === '元')
    const size = gap < 0n ? -gap : gap
    if (gap === 0n || (!isExact && 2n * size <= count * cent)) return []
    return [{ name, looksCut: !isExact && gap > 0n && gap < BigInt(own.length) * cent }]
  })
}

export const unitsOf = ({ tables }: GeneratedYear): ((key: string) => '万元' | '元') => {
  const units = new Map(tables.map(({ profile, unit }) => [profile, unit]))
  return (key) => units.get(key.split(/[|:]/)[0]!) ?? '万元'
}
