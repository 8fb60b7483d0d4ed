/**
 * True forms from true ledgers: money is kept in 分, every printed number is derived from it and rounded as an honest
 * clerk would (四舍五入), every score follows the rule, every deduction has a reason. A check that objects to such a
 * form above "info" cries wolf. Integers only: this file shares no arithmetic with the product.
 */
import type { PrintedForm, PrintedIndicator } from './printed-form.ts'
import type { Random } from './random.ts'

const PLACES = ['青禾区', '云岭市', '白沙县', '临溪区', '南浦县', '石桥区', '望川市', '松江岭区']
const BODIES = [
  '水利局',
  '民政局',
  '教育局',
  '交通运输局',
  '农业农村局',
  '文化体育服务局',
  '卫生健康局',
  '应急管理局',
  '司法局',
  '档案局',
]
const UNITS = ['服务中心', '管理站', '事务中心', '保障中心', '管护所', '指导站']
const WORKS = [
  '灌渠清淤',
  '社区食堂补贴',
  '档案数字化',
  '农桥改造',
  '图书采购',
  '路灯养护',
  '医疗设备购置',
  '法律援助',
  '防汛物资储备',
  '校舍修缮',
  '疫苗冷链建设',
  '公厕提升',
  '老年活动',
  '古树保护',
  '污水管网检测',
  '乡村文艺巡演',
  '气象站维护',
  '山洪预警',
  '文物普查',
  '技能培训',
]
const PEOPLE = ['赵某', '钱某', '孙某', '李某', '周某', '吴某', '郑某', '王某']
const COUNTS: readonly (readonly [string, string, number, number])[] = [
  ['开展现场检查', '次', 8, 120],
  ['培训业务人员', '人次', 60, 3000],
  ['更新设备', '台', 5, 300],
  ['修缮站点', '处', 3, 80],
  ['编印手册', '册', 500, 20000],
  ['采集数据', '条', 2000, 90000],
  ['清淤长度', '公里', 4, 60],
  ['走访住户', '户', 100, 6000],
  ['举办活动', '场', 4, 90],
  ['形成报告', '份', 2, 40],
]
const RATES = ['验收合格率', '设备完好率', '数据准确率', '任务完成率', '按期办结率', '资料归档率']
const BENEFITS: readonly (readonly [string, string])[] = [
  ['社会效益指标', '服务覆盖人数'],
  ['经济效益指标', '带动增收金额'],
  ['生态效益指标', '治理水域面积'],
  ['可持续影响指标', '设施使用年限'],
]
const BENEFIT_UNITS: Readonly<Record<string, string>> = {
  服务覆盖人数: '人',
  带动增收金额: '万元',
  治理水域面积: '亩',
  设施使用年限: '年',
}
const SATISFIED = ['服务对象满意度', '群众满意度', '受益单位满意度']
const REASONS = [
  '上游来水偏晚，十二月才具备施工条件，缺口已列入下年一季度计划，由工程科负责补齐。',
  '两家承接单位中途退出，重新采购用时较长，剩余部分下年六月前完成，责任科室为业务科。',
  '部分场地年底仍在修缮，活动顺延，已与场馆约定下年三月前补办，由综合科负责。',
]
const OVER_REASONS = [
  '下半年新增上级统一部署任务，工作量高于年初预计，下年将按新的任务量核定指标值。',
  '年中有两个街道自愿加入，数量高于年初预计，下年按实际范围调整指标值。',
]

/** Half-up division of integers, the only rounding in this file. */
const round = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom)
const decimal = (units: bigint, scale: number): string => {
  const digits = String(units).padStart(scale + 1, '0')
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

export interface GeneratedForm {
  readonly form: PrintedForm
  /** Decimals of amounts in print, power of ten from 分 to the printed unit. */
  readonly amountScale: number
}

interface Money {
  readonly unit: '万元' | '元'
  readonly scale: number
  readonly print: (fen: bigint) => string
}

const moneyStyle = (random: Random): Money => {
  if (random.chance(0.2)) return { unit: '元', scale: 2, print: (fen) => decimal(fen, 2) }
  const scale = random.pick([2, 2, 2, 4, 6])
  return { unit: '万元', scale, print: (fen) => decimal(round(fen, 10n ** BigInt(6 - scale)), scale) }
}

type Style = { readonly scoreScale: number; readonly money: Money }

interface Source {
  readonly initial: bigint
  readonly budget: bigint
  readonly executed: bigint
}

const ledger = (
  random: Random,
): { readonly appropriation: Source; readonly carryover: Source; readonly other: Source } => {
  const source = (isUsed: boolean): Source => {
    if (!isUsed) return { initial: 0n, budget: 0n, executed: 0n }
    const initial = BigInt(random.int(200_000, 90_000_000)) * BigInt(random.pick([1, 1, 10, 100]))
    const budget = random.chance(0.7) ? initial : (initial * BigInt(random.int(60, 130))) / 100n
    const executed = random.chance(0.4) ? budget : (budget * BigInt(random.int(9000, 9999))) / 10_000n
    return { initial, budget, executed }
  }
  return { appropriation: source(true), carryover: source(random.chance(0.25)), other: source(random.chance(0.2)) }
}

const share = (x: bigint, y: bigint, scale: number): string =>
  `${decimal(round(x * 100n * 10n ** BigInt(scale), y), scale)}%`

/** `parts` integer weights that add up to `total`, none below 2. */
const split = (random: Random, total: number, parts: number): number[] => {
  const weights = Array.from({ length: parts }, () => 2)
  for (let left = total - 2 * parts; left > 0; left--) weights[random.int(0, parts - 1)]! += 1
  return weights
}

type Scored = PrintedIndicator & { readonly points: bigint }

/** Score = weight × actual ÷ target, at most the weight. */
const scored = (
  style: Style,
  row: Omit<PrintedIndicator, 'weight' | 'score' | 'deviation'>,
  weight: number,
  actual: bigint,
  target: bigint,
  deviation: string,
): Scored => {
  const unit = 10n ** BigInt(style.scoreScale)
  const full = BigInt(weight) * unit
  const points = actual >= target ? full : round(full * actual, target)
  return { ...row, weight: String(weight), score: decimal(points, style.scoreScale), deviation, points }
}

const countIndicator = (
  random: Random,
  style: Style,
  weight: number,
  level: { level1: string; level2: string },
  kind: readonly [string, string, number, number],
): Scored => {
  const [name, unit, low, high] = kind
  const target = random.int(low, high)
  const way = random.next()
  const over = Math.floor(target * (1.25 + random.next() * 0.15))
  const actual =
    way < 0.72
      ? target + random.int(0, Math.floor(target * 0.15))
      : way < 0.87
        ? target - random.int(1, Math.max(1, Math.floor(target * 0.3)))
        : over
  const deviation = actual < target ? random.pick(REASONS) : actual * 10 >= target * 12 ? random.pick(OVER_REASONS) : ''
  return scored(
    style,
    { ...level, level3: name, target: `≥${target}${unit}`, actual: `${actual}${unit}` },
    weight,
    BigInt(actual),
    BigInt(target),
    deviation,
  )
}

const rateIndicator = (
  random: Random,
  style: Style,
  weight: number,
  level: { level1: string; level2: string },
  name: string,
): Scored => {
  const target = random.int(85, 98)
  const tenths = random.chance(0.8) ? random.int(target * 10, 1000) : random.int(target * 10 - 60, target * 10 - 1)
  const deviation = tenths < target * 10 ? random.pick(REASONS) : ''
  const actual = tenths % 10 === 0 ? `${tenths / 10}%` : `${decimal(BigInt(tenths), 1)}%`
  return scored(
    style,
    { ...level, level3: name, target: `≥${target}%`, actual },
    weight,
    BigInt(tenths),
    BigInt(target * 10),
    deviation,
  )
}

const outputs = (random: Random, style: Style, funds: { budget: bigint; executed: bigint }): Scored[] => {
  const kinds = [...COUNTS].sort(() => random.next() - 0.5).slice(0, random.int(1, 5))
  const rates = [...RATES].sort(() => random.next() - 0.5).slice(0, random.int(1, 2))
  const weights = split(random, 50, kinds.length + rates.length + 2)
  const at = (level2: string) => ({ level1: '产出指标', level2 })
  const rows = kinds.map((kind) => countIndicator(random, style, weights.pop()!, at('数量指标'), kind))
  rows.push(...rates.map((name) => rateIndicator(random, style, weights.pop()!, at('质量指标'), name)))
  const month = random.int(6, 12)
  rows.push(
    scored(
      style,
      {
        ...at('时效指标'),
        level3: '全部任务完成时间',
        target: `${month}月底前`,
        actual: `${random.int(3, month)}月${random.int(1, 28)}日`,
      },
      weights.pop()!,
      1n,
      1n,
      '',
    ),
  )
  const unit = style.money.unit
  rows.push(
    scored(
      style,
      {
        ...at('成本指标'),
        level3: '项目总成本',
        target: `≤${style.money.print(funds.budget)}${unit}`,
        actual: `${style.money.print(funds.executed)}${unit}`,
      },
      weights.pop()!,
      1n,
      1n,
      '',
    ),
  )
  return rows
}

const benefits = (random: Random, style: Style): Scored[] => {
  const kinds = [...BENEFITS].sort(() => random.next() - 0.5).slice(0, random.int(1, 3))
  const order = BENEFITS.filter((kind) => kinds.includes(kind))
  const weights = split(random, 30, order.length)
  return order.map(([level2, name], i) =>
    countIndicator(random, style, weights[i]!, { level1: '效益指标', level2 }, [
      name,
      BENEFIT_UNITS[name]!,
      name === '设施使用年限' ? 5 : 40,
      name === '设施使用年限' ? 20 : 9000,
    ]),
  )
}

const FUND_BLANK = { initialBudget: '', fullYearBudget: '', executed: '', weight: '—', rate: '', score: '—' }

const fundRows = (style: Style, sources: ReturnType<typeof ledger>, executionPoints: bigint) => {
  const { print } = style.money
  const row = ({ initial, budget, executed }: Source, weight: string, score: string) => ({
    initialBudget: print(initial),
    fullYearBudget: print(budget),
    executed: print(executed),
    weight,
    rate: budget === 0n ? '' : share(executed, budget, 2),
    score,
  })
  const all = [sources.appropriation, sources.carryover, sources.other]
  const add = (key: keyof Source): bigint => all.reduce((sum, source) => sum + source[key], 0n)
  const total = { initial: add('initial'), budget: add('budget'), executed: add('executed') }
  const part = (source: Source) => (source.budget === 0n && source.initial === 0n ? FUND_BLANK : row(source, '—', '—'))
  return {
    total: row(total, '10', decimal(executionPoints, style.scoreScale)),
    appropriation: part(sources.appropriation),
    carryover: part(sources.carryover),
    other: part(sources.other),
  }
}

const goals = (
  random: Random,
  rows: readonly Scored[],
  budget: bigint,
  executed: bigint,
  money: Money,
): [string, string] => {
  const counted = rows.filter((row) => row.level2 === '数量指标')
  const expected = `全年${counted.map((row) => `${row.level3}不少于${row.target.slice(1)}`).join('，')}，保障${random.pick(WORKS)}等工作有序开展。`
  const rest =
    budget === executed ? '' : `预算结余${money.print(budget - executed)}${money.unit}，系招标节约，已按规定交回财政。`
  return [expected, `${counted.map((row) => `${row.level3}${row.actual}`).join('，')}，各项任务按计划推进。${rest}`]
}

/** One form. `serial` keeps project names apart within a document. */
export const generateForm = (random: Random, serial: number, year = 2020): GeneratedForm => {
  const money = moneyStyle(random)
  const style: Style = { scoreScale: 2, money }
  const sources = ledger(random)
  const add = (key: keyof Source): bigint => sources.appropriation[key] + sources.carryover[key] + sources.other[key]
  const [budget, executed] = [add('budget'), add('executed')]
  const executionPoints = round(10n * 100n * executed, budget)
  const satisfied = rateIndicator(
    random,
    style,
    10,
    { level1: '满意度指标', level2: '服务对象满意度指标' },
    random.pick(SATISFIED),
  )
  const rows = [...outputs(random, style, { budget, executed }), ...benefits(random, style), satisfied]
  const total = rows.reduce((sum, row) => sum + row.points, executionPoints)
  const [goalExpected, goalActual] = goals(random, rows, budget, executed, money)
  const place = random.pick(PLACES)
  const body = random.pick(BODIES)
  return {
    amountScale: money.scale,
    form: {
      year,
      projectName: `${random.pick(WORKS)}项目${serial}`,
      department: `${place}${body}`,
      implementingUnit: `${place}${body.replace('局', '')}${random.pick(UNITS)}`,
      leader: random.pick(PEOPLE),
      phone: `0${random.int(20, 99)}-${random.int(60_000_000, 69_999_999)}`,
      projectAmount: '',
      funds: { unit: money.unit, ...fundRows(style, sources, executionPoints) },
      goalExpected,
      goalActual,
      indicators: rows.map(({ points: _points, ...row }) => row),
      totalWeight: '100',
      totalScore: decimal(total, 2),
    },
  }
}
