/** Sections of the narrative, in the order of published booklets, with several wordings each. */
import {
  amount,
  completion,
  count,
  listOf,
  money,
  type Paragraph,
  type Piece,
  p,
  percent,
  versusBudget,
  versusLast,
  type Writer,
} from './generate-booklet-text.ts'

const value = (w: Writer, key: string): bigint => w.value(key) ?? 0n
const say = (text: string): Paragraph => ({ pieces: [text] })

const SOURCES: readonly (readonly [string, string])[] = [
  ['财政拨款收入', 'income|total|fiscal'],
  ['上级补助收入', 'income|total|superior'],
  ['事业收入', 'income|total|business'],
  ['经营收入', 'income|total|operating'],
  ['附属单位上缴收入', 'income|total|subordinate'],
  ['其他收入', 'income|total|other'],
]

const KINDS: readonly (readonly [string, string])[] = [
  ['基本支出', 'expenditure|total|basic'],
  ['项目支出', 'expenditure|total|project'],
  ['上缴上级支出', 'expenditure|total|toSuperior'],
  ['经营支出', 'expenditure|total|operating'],
  ['对附属单位补助支出', 'expenditure|total|toSubordinate'],
]

const isNonZero = (w: Writer, [, key]: readonly [string, string]): boolean => value(w, key) !== 0n

export const overall = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const total = 'income-expenditure-total:收入|total|amount'
  const now = value(w, total)
  const opener = random.pick([`${year}年度收、支总计`, `${year}年度收入总计、支出总计均为`, `${year}年度收入总计`])
  const balances: readonly Piece[] = random.chance(0.5)
    ? [
        '。年初结转和结余',
        ...amount(w, 'income-expenditure-total:收入|opening|amount'),
        '，年末结转和结余',
        ...amount(w, 'income-expenditure-total:支出|closing|amount'),
      ]
    : []
  return [
    say('一、收入支出决算总体情况说明'),
    p`${opener}${amount(w, total)}。${versusLast(w, now, w.last(total))}${balances}。`,
  ]
}

export const income = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const now = value(w, 'income|total|total')
  const parts = random.chance(0.5) ? SOURCES : SOURCES.filter((one) => isNonZero(w, one))
  const opener = random.pick([`${year}年度本年收入合计`, `${year}年度收入合计`, '本年收入合计'])
  const change = random.chance(0.6) ? ['，', ...versusLast(w, now, w.last('income|total|total'))] : []
  return [
    say('二、收入决算情况说明'),
    p`${opener}${amount(w, 'income|total|total')}${change}。其中：${listOf(w, now, parts, random.chance(0.7))}。`,
  ]
}

export const expenditure = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const now = value(w, 'expenditure|total|total')
  const parts = random.chance(0.5) ? KINDS : KINDS.filter((one) => isNonZero(w, one))
  const opener = random.pick([`${year}年度本年支出合计`, `${year}年度支出合计`, '本年支出合计'])
  const change = random.chance(0.6) ? ['，', ...versusLast(w, now, w.last('expenditure|total|total'))] : []
  return [
    say('三、支出决算情况说明'),
    p`${opener}${amount(w, 'expenditure|total|total')}${change}。其中：${listOf(w, now, parts, random.chance(0.7))}。`,
  ]
}

export const fiscal = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const total = 'fiscal-total:收入|total|amount'
  const spent = 'fiscal-total:支出|spendingTotal|total'
  const first = random.chance(0.5)
    ? p`${year}年度财政拨款收、支总计${amount(w, total)}。${versusLast(w, value(w, total), w.last(total))}。`
    : p`${year}年度财政拨款收入${amount(w, 'fiscal-total:收入|incomeTotal|amount')}，其中：一般公共预算财政拨款收入${amount(w, 'fiscal-total:收入|general|amount')}，政府性基金预算财政拨款收入${amount(w, 'fiscal-total:收入|fund|amount')}，国有资本经营预算财政拨款收入${amount(w, 'fiscal-total:收入|capital|amount')}。`
  const second = random.chance(0.5)
    ? [p`${year}年度财政拨款支出${amount(w, spent)}，${versusLast(w, value(w, spent), w.last(spent))}。`]
    : []
  return [say('四、财政拨款收入支出决算总体情况说明'), first, ...second]
}

const GENERAL = 'general-budget-expenditure'

/** Final figure of an item with an invented initial budget and what follows from both. */
const item = (w: Writer, name: string, key: string): Paragraph => {
  const { random } = w
  const final = value(w, key)
  const budget = random.chance(0.3) ? final : (final * BigInt(random.int(60, 140))) / 100n
  const head = random.pick([`${name}${w.year}年度决算`, `${name}决算数`, `${name}支出决算`])
  if (budget === 0n || random.chance(0.4))
    return p`${head}${amount(w, key)}${versusBudget(w, final, budget, `${w.year}年年初预算`, 'free')}。`
  const gap =
    final === budget
      ? []
      : [`。决算数与年初预算数有差异的主要原因是${final > budget ? '年中追加了项目经费' : '部分项目跨年实施'}`]
  return p`${head}${amount(w, key)}，年初预算为${money(w, 'free', budget)}${completion(w, final, budget)}${gap}。`
}

export const general = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const total = `${GENERAL}|total|total`
  const now = value(w, total)
  const classes = w.rows(GENERAL, 3)
  const first = p`${year}年度一般公共预算财政拨款支出${amount(w, total)}，${versusLast(w, now, w.last(total))}。其中：基本支出${amount(w, `${GENERAL}|total|basic`)}，项目支出${amount(w, `${GENERAL}|total|project`)}。`
  const structure =
    classes.length > 0
      ? [
          say('（二）一般公共预算财政拨款支出决算结构情况'),
          p`${year}年度一般公共预算财政拨款支出${amount(w, total)}，主要用于以下方面：${listOf(
            w,
            now,
            classes.map(({ code, name }) => [`${name}（类）`, `${GENERAL}|${code}|total`] as const),
            random.chance(0.8),
          )}。`,
        ]
      : []
  const byItem = random.chance(0.5)
  const rows = byItem ? w.rows(GENERAL, 7) : classes
  const named = new Map([...w.rows(GENERAL, 3), ...w.rows(GENERAL, 5)].map(({ code, name }) => [code, name]))
  const items = rows.slice(0, byItem ? rows.length : rows.length).map(({ code, name }, i) => {
    const path = [code.slice(0, 3), code.slice(0, 5)].map((prefix) => named.get(prefix))
    const title = byItem
      ? `${path[0] ? `${path[0]}（类）` : ''}${path[0] && path[1] ? `${path[1]}（款）` : ''}${name}（项）`
      : `“${name}”（类）`
    return item(w, `${i + 1}.${title}`, `${GENERAL}|${code}|total`)
  })
  return [
    say('五、一般公共预算财政拨款支出决算情况说明'),
    say('（一）一般公共预算财政拨款支出决算总体情况'),
    first,
    ...structure,
    say('（三）一般公共预算财政拨款支出决算具体情况'),
    ...items,
  ]
}

export const basic = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const spent = w.rows('basic-expenditure', 5).filter(({ code }) => value(w, `basic-expenditure|${code}|amount`) !== 0n)
  const names = (staff: boolean): string =>
    spent
      .filter(({ code }) => /^30[13]/.test(code) === staff)
      .map(({ name }) => name)
      .join('、')
  const list = (staff: boolean): string => (names(staff) === '' ? '' : `，主要包括：${names(staff)}`)
  const opener = random.pick([`${year}年度一般公共预算财政拨款基本支出`, '一般公共预算财政拨款基本支出'])
  return [
    say('六、一般公共预算财政拨款基本支出决算情况说明'),
    p`${opener}${amount(w, `${GENERAL}|total|basic`)}，其中：`,
    p`人员经费${amount(w, 'basic-expenditure|staffTotal|amount')}${list(true)}。`,
    p`公用经费${amount(w, 'basic-expenditure|runningTotal|amount')}${list(false)}。`,
  ]
}

const figure = (half: 'budget' | 'final', name: string): string => `three-public|figures|${half}${name}`

export const threePublic = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const both = (name: string): readonly [bigint, bigint] => [
    value(w, figure('final', name)),
    value(w, figure('budget', name)),
  ]
  const compared = (name: string): readonly Piece[] => [
    ...amount(w, figure('final', name)),
    ...versusBudget(w, ...both(name), '预算数', 'amount'),
  ]
  const against = (name: string): readonly Piece[] =>
    random.chance(0.5) ? ['。', ...versusLast(w, both(name)[0], w.last(figure('final', name)))] : []
  const counted = (name: string, parts: readonly Piece[]): readonly Piece[] => (both(name)[0] > 0n ? parts : [])
  const groups = random.int(1, 4)
  const batches = random.int(3, 40)
  return [
    say('七、“三公”经费财政拨款支出决算情况说明'),
    p`${year}年度“三公”经费决算数${compared('Total')}${against('Total')}。其中：`,
    p`1.因公出国（境）费。${year}年度决算数${compared('Abroad')}${counted('Abroad', ['。全年因公出国（境）团组', ...count(groups, '个'), '，累计', ...count(groups * 3, '人次')])}。`,
    p`2.公务用车购置及运行维护费。${year}年度决算数${compared('Vehicles')}。其中：`,
    p`公务用车购置费决算数${compared('Purchase')}${counted('Purchase', ['。购置公务用车', ...count(random.int(1, 3), '辆')])}。`,
    p`公务用车运行维护费决算数${compared('Running')}${counted('Running', ['。年末公务用车保有量', ...count(VEHICLES, '辆')])}。`,
    p`3.公务接待费。${year}年度决算数${compared('Reception')}${counted('Reception', ['。国内公务接待', ...count(batches, '批次'), '、', ...count(batches * 6, '人次')])}${against('Reception')}。`,
  ]
}

const VEHICLES = 4

export const funds = (w: Writer): readonly Paragraph[] => {
  const { year } = w
  const has = w.value('government-fund|total|total') !== undefined
  const fund = has
    ? p`${year}年度政府性基金预算财政拨款年初结转和结余${amount(w, 'government-fund|total|opening')}，本年收入${amount(w, 'government-fund|total|income')}，本年支出${amount(w, 'government-fund|total|total')}，年末结转和结余${amount(w, 'government-fund|total|closing')}。`
    : say(`${year}年度没有政府性基金预算财政拨款收入和支出。`)
  const capital =
    w.value('state-capital|total|total') !== undefined
      ? p`${year}年度国有资本经营预算财政拨款支出${amount(w, 'state-capital|total|total')}。`
      : say(`${year}年度没有国有资本经营预算财政拨款支出。`)
  return [
    say('八、政府性基金预算财政拨款收入支出决算情况说明'),
    fund,
    say('九、国有资本经营预算财政拨款支出决算情况说明'),
    capital,
  ]
}

export interface ProjectText {
  readonly name: string
  /** Hundredths of 万元, as the text prints them. */
  readonly budget: bigint
  readonly executed: bigint
  readonly score: string
}

export const performance = (w: Writer, projects: readonly ProjectText[], total: bigint): readonly Paragraph[] => {
  const { random, year } = w
  if (projects.length < 2)
    return [
      say('十、预算绩效情况说明'),
      say('本部门按照预算绩效管理要求编制了绩效目标，对项目支出开展了绩效自评，自评结果作为安排以后年度预算的依据。'),
    ]
  const score = (text: string): Piece => ({ kind: 'score', text, unit: '分', value: 0n, isTied: true })
  return [
    say('十、预算绩效情况说明'),
    say('（一）绩效评价工作开展情况'),
    p`按照预算绩效管理要求，本部门对${year}年度项目支出开展绩效自评，评价项目${count(projects.length, '个')}，涉及金额${money(w, 'project', total)}。`,
    say('（二）项目绩效自评结果'),
    ...projects.map(({ name, budget, executed, score: points }, i) => {
      const rate = budget > 0n && random.chance(0.6) ? ['，预算执行率', ...percent(w, executed, budget)] : []
      return p`（${String(i + 1)}）${name}绩效自评综述：根据年初设定的绩效目标，项目自评得分${score(points)}。项目全年预算数为${money(w, 'project', budget)}，执行数为${money(w, 'project', executed)}${rate}。项目绩效目标基本完成。`
    }),
  ]
}

export const others = (w: Writer): readonly Paragraph[] => {
  const { random, year } = w
  const running = value(w, 'basic-expenditure|runningTotal|amount')
  const cost = random.chance(0.5) ? running : (running * BigInt(random.int(50, 95))) / 100n
  const printed = (row: string): bigint | undefined => w.value(`procurement|${row}|amount`)
  const hasTable = printed('total') !== undefined
  const goods = printed('goods') ?? BigInt(random.int(0, 900_000))
  const works = printed('works') ?? 0n
  const services = printed('services') ?? BigInt(random.int(0, 900_000))
  const all = printed('total') ?? goods + services
  const kind = hasTable ? 'amount' : 'free'
  const small = (all * BigInt(random.int(30, 100))) / 100n
  const procured =
    all === 0n
      ? [say(`${year}年度没有政府采购支出。`)]
      : [
          p`${year}年度政府采购支出总额${money(w, kind, all)}，其中：政府采购货物支出${money(w, kind, goods)}、政府采购工程支出${money(w, kind, works)}、政府采购服务支出${money(w, kind, services)}。授予中小企业合同金额${money(w, 'free', small)}，占政府采购支出总额的${percent(w, small, all)}。`,
        ]
  const held = value(w, figure('final', 'Running')) > 0n ? VEHICLES : 0
  return [
    say('十一、机关运行经费支出情况'),
    p`${year}年度机关运行经费支出${money(w, 'free', cost, false)}，${versusLast(w, cost, undefined)}。`,
    say('十二、政府采购支出情况'),
    ...procured,
    say('十三、国有资产占用情况'),
    p`截至${String(year)}年12月31日，本部门共有车辆${count(held, '辆')}；单价50万元以上通用设备${count(random.int(0, 9), '台（套）')}。`,
  ]
}
