/** Invented forms, as plain data. */
import { type Random, seeded } from './random.ts'

export interface SyntheticRow {
  level1: string
  level2: string
  level3: string
  target: string
  actual: string
  weight: string
  score: string
  deviation: string
}

export interface SyntheticForm {
  title: string
  year: string
  head: [label: string, field: string, value: string][]
  unit: string
  funds: { row: 'total' | 'appropriation' | 'carryover' | 'other'; label: string; cells: string[] }[]
  goalExpected: string
  goalActual: string
  indicators: SyntheticRow[]
  totalScore: string
}

const SUBJECTS = [
  '城市道路',
  '社区养老服务',
  '中小学校舍',
  '公共图书馆',
  '河道堤防',
  '基层医疗机构',
  '老旧小区',
  '农村饮水工程',
  '公共停车设施',
  '应急救援队伍',
  '非遗传承项目',
  '政务信息系统',
  '园林绿地',
  '消防栓',
  '残疾人康复服务',
  '青少年活动中心',
]
const ACTIONS = [
  '维护',
  '改造',
  '巡查',
  '培训',
  '检测',
  '宣传',
  '采购',
  '建设',
  '验收',
  '评估',
  '监测',
  '升级改造',
  '日常保洁',
  '资料整理归档',
]
const MEASURES = [
  '数量',
  '完成率',
  '次数',
  '覆盖率',
  '及时率',
  '合格率',
  '人次',
  '面积',
  '投诉次数',
  '报告篇数',
  '达标率',
  '响应时间',
  '经费支出',
  '成本节约率',
  '参与人数',
  '使用率',
  '项目数',
]
const UNITS = ['个', '次', '人次', '篇', '场', '家', '万元', '平方米', '公里', '%', '天', '份', '套', '小时']
const WORDS = [
  '及时',
  '完成',
  '显著',
  '良好',
  '优',
  '有所提升',
  '达到预期',
  '基本达成预期目标',
  '持续改善',
  '合规',
  '验收合格',
  '按计划推进',
]
const CLAUSES = [
  '受疫情影响部分活动改为线上开展',
  '因上级调整计划导致任务减少',
  '招标流程延后使合同签订推迟',
  '实际参与人数超出年初预计',
  '材料提供不够充分，酌情扣分',
  '下一步将加强过程管理',
  '年初目标设定偏低',
  '第三方机构尚未提交最终报告',
  '已完成3批次共45人的集中培训',
  '合同约定2022年6月30日前完成剩余工作',
  '共开展12场活动，服务群众1500人次',
]
const GOALS = [
  '做好全区公共设施的日常巡查和维护',
  '保障各类设备安全稳定运行',
  '完成年度重点工程的前期论证、招标和开工准备',
  '组织开展业务培训不少于6次，覆盖全部街道',
  '提升群众对公共服务的满意程度',
  '推进信息系统整合共享，减少重复录入',
  '对32个老旧小区实施综合整治',
  '建立健全内部管理制度，规范资金使用',
  '落实安全生产责任制，全年无重大事故发生',
  '支持基层开展文化活动，丰富居民精神生活',
]

const LEVELS: [string, string[]][] = [
  ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
  ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
  ['满意度指标', ['服务对象满意度指标']],
]

export function syntheticForm(seed: number): SyntheticForm {
  const random = seeded(seed)
  const indicators = random.chance(0.2)
    ? withCostLevel(random)
    : LEVELS.flatMap(([level1, names]) => rowsOf(random, level1, names))
  const unit = random.pick(['元', '万元'])
  const budget = random.int(20, 90000)
  const money = (share: number): string =>
    unit === '元' ? (budget * share * 100).toFixed(2) : (budget * share).toFixed(random.pick([0, 2, 2]))
  return {
    title: '项目支出绩效自评表',
    year: `（${random.int(2019, 2023)}年度）`,
    head: headOf(random, money(1)),
    unit,
    funds: fundsOf(random, money),
    goalExpected: goalText(random),
    goalActual: goalText(random),
    indicators,
    totalScore: (85 + random.next() * 15).toFixed(2),
  }
}

function headOf(random: Random, amount: string): SyntheticForm['head'] {
  const unit = `${random.pick(['青江', '白石', '临湖', '东岭'])}市${random.pick(['住房和城乡建设局', '文化广电和旅游局', '水务局', '卫生健康委员会', '教育局'])}`
  const head: SyntheticForm['head'] = [
    [
      '项目名称',
      'projectName',
      `${random.pick(SUBJECTS)}${random.pick(ACTIONS)}${random.pick(['', '经费', '专项资金'])}`,
    ],
  ]
  if (random.chance(0.4)) head.push(['项目金额', 'projectAmount', amount])
  head.push(
    ['主管部门', 'department', unit],
    ['实施单位', 'implementingUnit', random.chance(0.5) ? unit : `${unit}机关服务中心`],
  )
  if (random.chance(0.4))
    head.push(['项目负责人', 'leader', random.pick(['钱某甲', '孙某乙', '周某丙'])], ['联系电话', 'phone', '00000000'])
  return head
}

function fundsOf(random: Random, money: (share: number) => string): SyntheticForm['funds'] {
  const rate = random.next()
  const total = [
    money(1),
    money(0.9),
    money(0.9 * rate),
    '10',
    random.chance(0.5) ? `${(rate * 100).toFixed(2)}%` : rate.toFixed(2),
    (rate * 10).toFixed(2),
  ]
  const part = [...total.slice(0, 3), '—', total[4]!, '—']
  const none = ['0', '0', '0', '—', '0', '—']
  return [
    { row: 'total', label: '年度资金总额', cells: total },
    { row: 'appropriation', label: '其中：当年财政拨款', cells: part },
    { row: 'carryover', label: '上年结转资金', cells: none },
    { row: 'other', label: '其他资金', cells: none },
  ]
}

function rowsOf(random: Random, level1: string, names: readonly string[]): SyntheticRow[] {
  return names.flatMap((level2) => {
    if (level1 === '效益指标' && random.chance(0.25)) {
      return random.chance(0.5)
        ? [{ level1, level2, level3: '无', target: '无', actual: '无', weight: '0', score: '0', deviation: '' }]
        : []
    }
    return Array.from({ length: random.pick([1, 1, 2, 2, 3, 5]) }, () => rowOf(random, level1, level2))
  })
}

function withCostLevel(random: Random): SyntheticRow[] {
  return [
    ...rowsOf(random, '成本指标', ['经济成本指标', '社会成本指标']),
    ...rowsOf(random, '产出指标', ['数量指标', '质量指标', '时效指标']),
    ...rowsOf(random, '效益指标', ['经济效益指标', '社会效益指标', '生态效益指标']),
    ...rowsOf(random, '满意度指标', ['服务对象满意度指标']),
  ]
}

function rowOf(random: Random, level1: string, level2: string): SyntheticRow {
  const level3 = `${random.chance(0.3) ? random.pick(['开展', '全年', '完成', '辖区内', '2022年']) : ''}${random.pick(SUBJECTS)}${random.pick(ACTIONS)}${random.chance(0.15) ? `和${random.pick(SUBJECTS)}${random.pick(ACTIONS)}` : ''}${random.pick(MEASURES)}`
  const [target, actual] = values(random)
  const weight = random.pick(['2.5', '5', '10', '4.17', '12.5', '8', '3.33', '15'])
  const score = random.chance(0.75)
    ? weight
    : random.pick(['0', (Number(weight) * random.next()).toFixed(random.pick([1, 2]))])
  const deviation = random.chance(0.3) ? sentence(random, random.pick([1, 1, 2, 3])) : ''
  return { level1, level2, level3, target, actual, weight, score, deviation }
}

function values(random: Random): [string, string] {
  const kind = random.next()
  if (kind < 0.6) {
    const unit = random.pick(UNITS)
    const target = `${random.pick(['≥', '≤', '＝', '', '≥', '不少于'])}${random.int(1, 900)}${unit}`
    return [
      target,
      random.chance(0.9)
        ? `${random.int(0, 1200)}${random.chance(0.3) ? `.${random.int(1, 99)}` : ''}${unit}`
        : String(random.int(1, 300)),
    ]
  }
  if (kind < 0.75) {
    const date = `${random.int(2020, 2023)}年${random.int(1, 12)}月${random.pick(['', '底前', '底前完成', `${random.int(1, 28)}日前`])}`
    return [
      date,
      random.chance(0.6)
        ? date
        : random.pick(['已完成', '按时完成', `${random.int(2020, 2023)}年${random.int(1, 12)}月完成`]),
    ]
  }
  const word = random.pick(WORDS)
  return [word, random.chance(0.6) ? word : random.pick(WORDS)]
}

function sentence(random: Random, clauses: number): string {
  const text = Array.from({ length: clauses }, () => random.pick(CLAUSES)).join(random.pick(['，', '；', '。']))
  return random.chance(0.6) ? `${text}。` : text
}

function goalText(random: Random): string {
  const parts = Array.from({ length: random.pick([1, 2, 3, 4, 6]) }, () => random.pick(GOALS))
  if (random.chance(0.3)) return parts.map((part, index) => `${index + 1}.${part}；`).join('')
  return `${parts.join(random.pick(['，', '；', '。']))}。`
}
