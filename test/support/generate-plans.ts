/**
 * True goal declarations and monitoring forms: money is kept in 分, every printed number is derived from it and rounded
 * half up, every weight is given out of ninety points, every deviation has its cause. A check that objects to such a form
 * above "info" cries wolf. Integers only: this file shares no arithmetic with the product.
 */
import type { Random } from './random.ts'

export interface TrueGoalRow {
  level1: string
  level2: string
  level3: string
  sign: string
  value: string
  unit: string
  weight: string
  explained: string
  source: string
}

export interface TrueMoney {
  total: string
  appropriation: string
  other: string
}

export interface TrueGoal {
  year: number
  /** Last year of the project. */
  until: number
  name: string
  code: string
  department: string
  unit: string
  kind: string
  moneyUnit: '万元' | '元'
  annual: TrueMoney
  /** Undefined for a project of one year. */
  multiYear: TrueMoney | undefined
  yearly: string[]
  goals: string[]
  rows: TrueGoalRow[]
  totalWeight: string
  layout: 'side by side' | 'signs' | 'explained' | 'years'
}

export interface TrueMonitoredRow {
  level1: string
  level2: string
  level3: string
  target: string
  actual: string
  forecast: string
  cause: number
  causeText: string
  likelihood: number
  note: string
}

export interface TrueMonitoring {
  year: number
  name: string
  department: string
  unit: string
  moneyUnit: '万元' | '元'
  months: number
  /** Rows of label, 年初预算数, 执行数, 执行率, 全年预计执行数, 预计执行率. */
  funds: string[][]
  goal: string
  rows: TrueMonitoredRow[]
  layout: 'boxes' | 'one column'
}

const PLACES = ['青禾县', '云岭市', '白沙县', '临溪区', '南浦县', '石桥区', '望川市']
const BODIES = ['水务局', '民政局', '教育局', '交通运输局', '农业农村局', '文化旅游局', '卫生健康局']
const UNITS = ['服务中心', '管理站', '事务中心', '保障中心', '管护所']
const WORKS = [
  '灌渠清淤',
  '社区食堂补贴',
  '档案数字化',
  '农桥改造',
  '路灯养护',
  '校舍修缮',
  '公厕提升',
  '古树保护',
  '气象站维护',
  '山洪预警',
]
const COUNTS: readonly (readonly [string, string, number, number])[] = [
  ['现场检查次数', '次', 12, 120],
  ['培训业务人员', '人次', 60, 3000],
  ['更新设备数量', '台', 10, 300],
  ['修缮站点数量', '处', 6, 80],
  ['编印手册数量', '册', 500, 20000],
  ['清淤长度', '公里', 8, 60],
  ['走访住户', '户', 100, 6000],
]
const RATES = ['验收合格率', '设备完好率', '数据准确率', '资料归档率']
const BENEFITS: readonly (readonly [string, string, string])[] = [
  ['社会效益指标', '服务覆盖人数', '人'],
  ['经济效益指标', '带动就业人数', '人'],
  ['生态效益指标', '治理水域面积', '亩'],
  ['可持续影响指标', '设施使用年限', '年'],
]
const SATISFIED = ['服务对象满意度', '群众满意度', '受益单位满意度']
const CAUSES = [
  '汛期停工一个月，下半年加派班组赶工。',
  '设备到货推迟，已与供货方约定新的交货期。',
  '两处场地移交较晚，计划调整施工顺序。',
]

/** A true amount in 分, printed in the form's unit with two decimals, rounded half up. */
const printed = (fen: number, unit: '万元' | '元'): string => {
  const step = unit === '万元' ? 10_000 : 1
  const units = Math.floor((fen + step / 2) / step)
  return `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`
}

/** Share in hundredths of a percent, rounded half up. */
const percent = (part: number, whole: number): string => {
  const units = Math.floor((part * 20_000 + whole) / (2 * whole))
  return `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}%`
}

/** `points` in whole points over `count` rows, each at least one. */
const shares = (points: number, count: number, random: Random): string[] => {
  const weights = Array.from({ length: count }, () => Math.floor(points / count))
  let rest = points - weights.reduce((a, b) => a + b, 0)
  while (rest > 0) {
    weights[random.int(0, count - 1)]! += 1
    rest -= 1
  }
  return weights.map(String)
}

const several = <T>(items: readonly T[], count: number, random: Random): T[] => {
  const left = [...items]
  return Array.from({ length: count }, () => left.splice(random.int(0, left.length - 1), 1)[0]!)
}

const goalRows = (year: number, random: Random): TrueGoalRow[] => {
  const counts = several(COUNTS, random.int(2, 3), random)
  const benefits = several(BENEFITS, random.int(1, 3), random)
  const rest = { explained: '考察完成情况', source: '工作台账', weight: '' }
  const rows: TrueGoalRow[] = [
    ...counts.map(([name, unit, low, high]) => ({
      ...rest,
      level1: '产出指标',
      level2: '数量指标',
      level3: name,
      sign: '≥',
      value: String(random.int(low, high)),
      unit,
    })),
    {
      ...rest,
      level1: '产出指标',
      level2: '质量指标',
      level3: random.pick(RATES),
      sign: random.pick(['=', '≥']),
      value: '',
      unit: '%',
    },
    {
      ...rest,
      level1: '产出指标',
      level2: '时效指标',
      level3: '完成时间',
      sign: '',
      value: `${year}年${random.int(6, 12)}月底前`,
      unit: '',
    },
    ...benefits.map(([level2, name, unit]) => ({
      ...rest,
      level1: '效益指标',
      level2,
      level3: name,
      sign: '≥',
      value: String(random.int(5, 4000)),
      unit,
    })),
    {
      ...rest,
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      level3: random.pick(SATISFIED),
      sign: '≥',
      value: String(random.int(80, 98)),
      unit: '%',
    },
  ]
  const quality = rows.find(({ level2 }) => level2 === '质量指标')!
  quality.value = quality.sign === '=' ? '100' : String(random.int(90, 99))
  const points = { 产出指标: 50, 效益指标: 30, 满意度指标: 10 } as const
  for (const [level1, all] of Object.entries(points)) {
    const own = rows.filter((row) => row.level1 === level1)
    shares(all, own.length, random).forEach((weight, i) => {
      own[i]!.weight = weight
    })
  }
  return rows
}

const money = (fen: number, random: Random, unit: '万元' | '元'): TrueMoney & { readonly fen: number } => {
  const other = random.chance(0.4) ? Math.floor(fen * random.next() * 0.4) : 0
  return { total: printed(fen, unit), appropriation: printed(fen - other, unit), other: printed(other, unit), fen }
}

export const generateGoal = (random: Random, n: number): TrueGoal => {
  const place = random.pick(PLACES)
  const body = random.pick(BODIES)
  const year = random.int(2020, 2025)
  const layout = random.pick(['side by side', 'signs', 'explained', 'years'] as const)
  const isLong = layout === 'side by side' || layout === 'years'
  const until = isLong ? year + 2 : year
  const moneyUnit = random.pick(['万元', '元'] as const)
  const plans = Array.from({ length: until - year + 1 }, () => random.int(300_000_00, 9_000_000_00))
  const annual = money(plans[0]!, random, moneyUnit)
  const rows = goalRows(year, random)
  const main = rows[0]!
  return {
    year,
    until,
    name: `${random.pick(WORKS)}${n}号项目`,
    code: `${random.int(100000, 999999)}${year}${String(n).padStart(6, '0')}`,
    department: place + body,
    unit: place + random.pick(UNITS),
    kind: random.pick(['新增项目', '延续项目', '一次性项目']),
    moneyUnit,
    annual: { total: annual.total, appropriation: annual.appropriation, other: annual.other },
    multiYear: isLong
      ? money(
          plans.reduce((a, b) => a + b, 0),
          random,
          moneyUnit,
        )
      : undefined,
    yearly: layout === 'years' ? plans.map((fen) => printed(fen, moneyUnit)) : [],
    goals: [
      ...(isLong ? [`三年内${main.level3}达到${Number(main.value) * 3}${main.unit}，设施运行正常。`] : []),
      `${year}年${main.level3}达到${main.value}${main.unit}，按期通过验收。`,
    ],
    rows,
    totalWeight: String(rows.reduce((sum, { weight }) => sum + Number(weight), 0)),
    layout,
  }
}

const fundRow = (label: string, budget: number, executed: number, forecast: number, unit: '万元' | '元'): string[] => [
  label,
  printed(budget, unit),
  printed(executed, unit),
  budget === 0 ? '' : percent(executed, budget),
  printed(forecast, unit),
  budget === 0 ? '' : percent(forecast, budget),
]

const monitoredRow = (
  [name, unit, low, high]: readonly [string, string, number, number],
  level: readonly [string, string],
  random: Random,
): TrueMonitoredRow => {
  const target = random.int(low, high)
  const actual = Math.floor(target * (0.2 + random.next() * 0.7))
  const isMissed = random.chance(0.25)
  const forecast = isMissed ? Math.max(actual, Math.floor(target * (0.7 + random.next() * 0.2))) : target
  const really = forecast < target
  const isSlow = actual * 12 < target * 7 * 0.6
  return {
    level1: level[0],
    level2: level[1],
    level3: name,
    target: `≥${target}${unit}`,
    actual: `${actual}${unit}`,
    forecast: `${forecast}${unit}`,
    cause: really ? random.int(0, 4) : -1,
    causeText: really ? random.pick(CAUSES) : '',
    likelihood: really ? random.pick([1, 1, 2]) : 0,
    note: !really && isSlow ? '下半年集中实施' : '',
  }
}

export const generateMonitoring = (random: Random, n: number): TrueMonitoring => {
  const place = random.pick(PLACES)
  const moneyUnit = random.pick(['万元', '元'] as const)
  const budget = random.int(300_000_00, 9_000_000_00)
  const other = random.chance(0.5) ? Math.floor(budget * random.next() * 0.4) : 0
  const spent = (part: number, share: number): number => Math.floor(part * share)
  const [now, year] = [0.2 + random.next() * 0.6, 0.85 + random.next() * 0.15]
  const own = budget - other
  const executed = [spent(own, now), spent(other, now)] as const
  const forecast = [spent(own, year), spent(other, year)] as const
  const counts = several(COUNTS, 3, random)
  const rows: TrueMonitoredRow[] = [
    ...counts.slice(0, 2).map((count) => monitoredRow(count, ['产出指标', '数量指标'], random)),
    {
      level1: '产出指标',
      level2: '质量指标',
      level3: random.pick(RATES),
      target: '100%',
      actual: '100%',
      forecast: '100%',
      cause: -1,
      causeText: '',
      likelihood: 0,
      note: '',
    },
    monitoredRow(['服务覆盖人数', '人', 200, 9000], ['效益指标', '社会效益指标'], random),
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      level3: random.pick(SATISFIED),
      target: '≥90%',
      actual: '年底调查',
      forecast: '92%',
      cause: -1,
      causeText: '',
      likelihood: 0,
      note: '',
    },
  ]
  const first = rows[0]!
  return {
    year: random.int(2020, 2025),
    name: `${random.pick(WORKS)}${n}号项目`,
    department: place + random.pick(BODIES),
    unit: place + random.pick(UNITS),
    moneyUnit,
    months: 7,
    funds: [
      fundRow('年度资金总额：', budget, executed[0] + executed[1], forecast[0] + forecast[1], moneyUnit),
      fundRow('其中：财政拨款', own, executed[0], forecast[0], moneyUnit),
      fundRow('其他资金', other, executed[1], forecast[1], moneyUnit),
    ],
    goal: `全年${first.level3}达到${first.target.slice(1)}，按期通过验收。`,
    rows,
    layout: random.pick(['boxes', 'one column'] as const),
  }
}
