/**
 * Units of count and measure as Chinese forms print them. Two units compare when they are synonyms (名 and 人) or
 * convert exactly (㎡ and 亩); a count by another classifier (次 and 场) is another quantity, and nothing is guessed.
 */
import { Decimal } from './decimal.ts'

export type Measure =
  | 'money'
  | 'points'
  | 'percent'
  | 'percent-points'
  | 'permille'
  | 'multiple'
  | 'people'
  | 'people-times'
  | 'count'
  | 'times'
  | 'time'
  | 'work-time'
  | 'lesson'
  | 'length'
  | 'area'
  | 'volume'
  | 'weight'
  | 'data'
  | 'energy'
  | 'power'
  | 'speed'
  | 'temperature'

export interface Unit {
  /** One name for all synonyms. */
  readonly name: string
  readonly measure: Measure
  /** Units convert into each other only within one family (天 and 月 are both time, and never convert exactly). */
  readonly family: string
  /** This unit = top / bottom of the family's base unit; a fraction, because 1 亩 = 2000/3 平方米. */
  readonly top: Decimal
  readonly bottom: Decimal
}

const one = Decimal.one

/** `name=synonym=synonym` groups of countables that have no factor between them, by measure. */
const COUNTED: Readonly<Partial<Record<Measure, string>>> = {
  money: '美元=美金 欧元 英镑 日元 港元=港币 澳元',
  points: '分',
  percent: '%',
  'percent-points': '百分点=个百分点',
  permille: '‰',
  multiple: '倍',
  people: '人=名=位=个人=员 户=家庭 对夫妻 人家',
  'people-times': '人次=人/次=人·次=人次数 户次 人场 人天=人日 人月',
  times:
    '次=回=次数 场=场次 期=期次 届 轮=轮次 遍 趟 班次 车次 架次 批次 例 例次 班 届次 台次 单次 件次 处次 家次 项次 学期',
  count:
    '个 项 家 篇 份 册 本 套 台=台套 辆 栋=幢 对 批 件 条 则 点 处 座 所 间 张 幅 部 集 只 头 株=棵 眼=口 盏 ' +
    '支=枝 组 队 艘 架 根 块 片 面 把 台/套 幕 首 首歌 枚 粒 颗 匹 尾 羽 箱 盒 袋 包 瓶 桶 罐 卷 页=面页 版=版面=个版面 字 词 行 段 章 节 ' +
    '门 科 类 种 品种 级台阶 层 级 档 路 线 站 扇 门课 堂 课 单 笔 宗 起 案 户头 席 床=床位=张床位 桌 餐 顿 杆 顶 双 副 付 道 ' +
    '省市 省 市 区县 区 县 乡 镇 乡镇 街 街镇 街道 街乡镇 村 社区 城市 国家 地区 园区 小区 学校 企业 单位 部门 机构 场所 点位 标段 标 ' +
    '工位 车位 泊位 学位 岗位 名额 席位 样本 问卷 指标 品目 事项 环节 模块 系统 终端 端口 账号 账户 路口 栏目 版本 期刊 机位 座位 阶段 方面 挂 ' +
    '坛 盆 捆 垛 车 船 筐 穴 畦 畜禽单位 羊单位 任务 案例 课题 成果 专利 论文 人份 剂次 剂 针 针次 盘 盘次 万方 帧 屏 组次 头次 只次',
  lesson: '学时=课时=个学时=个课时 学分',
  temperature: '℃=摄氏度=度',
  speed: 'mbps=兆 公里/小时=km/h',
}

/** `name factor synonym…`; the factor is `top` or `top/bottom` of the family's base unit. */
const MEASURED: readonly (readonly [Measure, string, readonly string[]])[] = [
  ['money', '元', ['元 1 块钱 圆 元人民币 rmb', '角 1/10']],
  [
    'time',
    '小时',
    [
      '秒 1/3600 秒钟',
      '分钟 1/60',
      '小时 1 个小时 h 钟头',
      '天 24 日 自然日 个自然日 昼夜 日历天',
      '周 168 星期 个星期 礼拜',
    ],
  ],
  ['time', '月', ['月 1 个月 个自然月', '季度 3 个季度 季', '年 12 个年度 年度 周年 学年']],
  ['work-time', '工作日', ['工作日 1 个工作日 个工作天 工作天']],
  [
    'length',
    '米',
    ['毫米 1/1000 mm', '厘米 1/100 cm', '米 1 m 延米 延长米 线米', '公里 1000 千米 km', '里 500 华里', '海里 1852'],
  ],
  [
    'area',
    '平方米',
    ['平方米 1 ㎡ m2 m² 平米 平方', '亩 2000/3', '公顷 10000 ha hm2 hm²', '平方公里 1000000 km2 km² 平方千米 ㎢'],
  ],
  ['volume', '立方米', ['升 1/1000 l 公升', '毫升 1/1000000 ml', '立方米 1 m3 m³ 立方 方', '吨水 1']],
  ['weight', '千克', ['克 1/1000 g', '千克 1 kg 公斤 ㎏', '斤 1/2 市斤', '吨 1000 t 公吨', '两重 1/20']],
  ['data', 'mb', ['kb 1/1024', 'mb 1 m字节', 'gb 1024', 'tb 1048576', 'pb 1073741824']],
  ['energy', '千瓦时', ['千瓦时 1 kwh 度电', '兆瓦时 1000 mwh']],
  ['power', '千瓦', ['瓦 1/1000', '千瓦 1 kw', '兆瓦 1000 mw', '千伏安 1 kva']],
]

const buildUnits = (): Map<string, Unit> => {
  const units = new Map<string, Unit>()
  for (const [measure, groups] of Object.entries(COUNTED) as [Measure, string][])
    for (const group of groups.split(' ')) {
      const names = group.split('=')
      const unit: Unit = { name: names[0]!, measure, family: names[0]!, top: one, bottom: one }
      for (const name of names) units.set(name, unit)
    }
  for (const [measure, family, lines] of MEASURED)
    for (const line of lines) {
      const [name = '', factor = '1', ...synonyms] = line.split(' ')
      const [top = '1', bottom = '1'] = factor.split('/')
      const unit: Unit = { name, measure, family, top: Decimal.from(top), bottom: Decimal.from(bottom) }
      for (const each of [name, ...synonyms]) units.set(each, unit)
    }
  return units
}

const UNITS = buildUnits()

/** Names in Chinese characters by their first character, longest first. Latin names are found by their letters. */
const BY_FIRST = new Map<number, string[]>()
for (const name of [...UNITS.keys()].sort((a, b) => b.length - a.length)) {
  const list = BY_FIRST.get(name.charCodeAt(0))
  if (list) list.push(name)
  else BY_FIRST.set(name.charCodeAt(0), [name])
}

/**
 * Characters that, right behind a unit, make it another word: 一次性, 三批复, 两个性化, 十本级. Only for units of one
 * character; a longer unit was chosen first (人次 before 人).
 */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  人: '员工才民口均大格体事生社防保为',
  名: '称单录牌誉义',
  位: '置于',
  次: '性日要生序于',
  期: '间末初望待限货',
  份: '额量',
  条: '件例理令约',
  个: '性别体案税',
  家: '长属具乡电畜喻',
  部: '门队分位署长级',
  本: '级市区省县年单部着科质地土身次项',
  台: '账风湾',
  套: '餐路',
  点: '击名评赞题亮心',
  座: '谈位',
  所: '有需属得以在',
  集: '中体成团约群资',
  户: '口外籍型均',
  组: '织成建长合',
  队: '伍员长',
  对: '口外接应比照象策于待公标',
  批: '复准示评量发',
  项: '目下',
  面: '向对积临试貌',
  把: '握关',
  片: '区面',
  块: '状',
  页: '面',
  字: '段典符',
  行: '为政业动驶',
  段: '落',
  章: '程',
  节: '约能点目假',
  科: '学技研室普',
  类: '似别型',
  种: '植类子养',
  层: '次面级',
  级: '别以',
  档: '案次',
  路: '径线',
  线: '上下路索',
  站: '点',
  门: '户诊票',
  堂: '皇',
  课: '题程件',
  单: '位独项价元',
  笔: '记试',
  起: '到来步草点',
  案: '例件卷',
  席: '位',
  车: '辆间',
  道: '路德',
  省: '级内外份',
  市: '级场民内外政直',
  区: '级域内外委间',
  县: '级内外域',
  乡: '村镇级',
  镇: '级',
  村: '级民庄',
  标: '准志杆题识',
  年: '来级龄轻均终',
  日: '常益均报',
  天: '津然气',
  周: '边期转报',
  分: '析别工类配局解支布散校管批段级公层期享',
  元: '旦素',
  角: '度色',
  米: '饭',
  里: '程面',
  度: '过假',
  方: '案面式法向便针',
  两: '级年',
  版: '权本',
  轮: '换岗流',
  班: '子级组长',
  场: '所地景馆合',
  支: '出持部撑付',
  首: '次先届页要都',
  顶: '层',
  双: '方向百',
  副: '本',
  例: '如会行',
  届: '时满',
  餐: '饮',
  床: '位',
  包: '括含装',
  卷: '宗',
  平: '方',
  街: '道',
  亩: '均',
  户头: '',
  单位: '',
  级台阶: '',
}

/** Length of the unit printed at `at` (0 when there is none). Longest match, and no unit inside another word. */
export const unitLengthAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (isLatin(code)) return latinUnitLength(text, at)
  const names = BY_FIRST.get(code)
  if (names === undefined) return 0
  for (const name of names) {
    if (!text.startsWith(name, at)) continue
    const next = text[at + name.length]
    if (next !== undefined && OTHER_WORDS[name]?.includes(next)) continue
    return name.length
  }
  return 0
}

const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

const latinUnitLength = (text: string, at: number): number => {
  let end = at
  while (isLatin(text.charCodeAt(end))) end++
  if (/[23²³]/.test(text[end] ?? '') && !/\d/.test(text[end + 1] ?? '')) end++
  const name = text.slice(at, end)
  // 5g is a weight, 5G a network: one letter counts only as the unit is written
  return UNITS.has(name.length === 1 ? name : name.toLowerCase()) ? end - at : 0
}

/** The unit of that name, `undefined` when the dictionary does not hold it. */
export const unitOf = (name: string): Unit | undefined => UNITS.get(name) ?? UNITS.get(name.toLowerCase())

export const measureOf = (name: string): Measure | undefined => unitOf(name)?.measure

/** What may be said of two quantities by their units alone. */
export type UnitRelation =
  /** The same unit or a synonym: values compare as they are (after their magnitudes 万, 亿). */
  | 'same'
  /** Exactly convertible: see `convertUnit`. */
  | 'convertible'
  | 'different'
  /** One has no unit, is not in the dictionary, or is the all-purpose 个: nothing can be said. */
  | 'unknown'

/** The part of a quantity that carries its unit. */
export interface UnitCarrier {
  readonly unit: string
  readonly isPercent: boolean
  readonly per?: string
}

const GENERIC = new Set(['个', '项', '件'])
const isCountable = (unit: Unit): boolean =>
  unit.measure === 'count' || unit.measure === 'times' || unit.measure === 'people'

const relationOfUnits = (a: Unit, b: Unit): UnitRelation => {
  if (a.name === b.name) return 'same'
  if (a.family === b.family) return 'convertible'
  if (a.measure === b.measure && a.measure === 'time') return 'unknown' // 60 天 against 2 个月: not exact
  if (isCountable(a) && isCountable(b) && (GENERIC.has(a.name) || GENERIC.has(b.name))) return 'unknown'
  return 'different'
}

/** `/月`, `每月`, `每个月`, `月均` all say 月; `/人·天`, `每人每天` say 人 and 天. Empty when nothing is said. */
export const perKey = (per: string): string => {
  if (per === '') return ''
  const parts = per
    .replace(/平均|均$/g, '')
    .replace('人天', '人·天')
    .split(/[/每·*×]+/)
  const names = parts.filter((part) => part !== '').map((part) => unitOf(part.replace(/^个(?=.)/, ''))?.name ?? part)
  return names.sort().join('·')
}

/** Compares the units of a target and an actual value. Percent compares only with percent. */
export const comparableUnits = (a: UnitCarrier, b: UnitCarrier): UnitRelation => {
  const [aPer, bPer] = [perKey(a.per ?? ''), perKey(b.per ?? '')]
  if (aPer !== bPer) return aPer !== '' && bPer !== '' ? 'different' : 'unknown'
  if (a.isPercent && b.isPercent) return a.unit === b.unit || a.unit === '' || b.unit === '' ? 'same' : 'unknown'
  if (a.isPercent !== b.isPercent) return (a.isPercent ? b : a).unit === '' ? 'unknown' : 'different'
  if (a.unit === b.unit) return a.unit === '' ? 'unknown' : 'same'
  const [aUnit, bUnit] = [unitOf(a.unit), unitOf(b.unit)]
  return aUnit && bUnit ? relationOfUnits(aUnit, bUnit) : 'unknown'
}

/** `value` in units of `from`, as a fraction of units of `to`; `undefined` unless the two are the same or convertible. */
export const convertUnit = (
  value: Decimal,
  from: string,
  to: string,
): { top: Decimal; bottom: Decimal } | undefined => {
  const [a, b] = [unitOf(from), unitOf(to)]
  if (!a || !b || a.family !== b.family) return undefined
  return { top: value.multiply(a.top).multiply(b.bottom), bottom: a.bottom.multiply(b.top) }
}
