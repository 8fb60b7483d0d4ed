/**
 * Formulas and expectations in English. Formulas are made of the names that forms print, so they are put over word by
 * word; what a finding expects is a phrase and is put over as a whole.
 */
import { type Pairs, TABLE_PATTERNS, TABLE_PHRASES, TABLE_WORDS } from './table-words-en.ts'

const WORDS: Pairs = {
  ...TABLE_WORDS,
  一般公共预算财政拨款: 'general public budget appropriation',
  一级指标下各指标分值: 'points of the indicators under the level-1 indicator',
  三公经费: 'three public expenses',
  上年数: 'amount of the year before',
  上年结转资金: 'carried over',
  上限: 'upper limit',
  不可计算: 'cannot be computed',
  不成立: 'does not hold',
  不相等: 'not equal',
  不适用的指标: 'indicator that does not apply',
  与: 'and',
  与指标值相同的完成值数: 'number of actuals equal to their targets',
  中的数: 'numbers',
  为: 'is',
  人数: 'persons',
  保有量: 'vehicles held',
  修正后: 'corrected',
  全年执行数: 'executed',
  全年预算数: 'full-year budget',
  公务接待费: 'official receptions',
  公务用车购置及运行维护费: 'official vehicles',
  其下各指标分值之和: 'sum of the points of the indicators under it',
  其他用车: 'other vehicles',
  其他资金: 'other funds',
  决算数: 'final amount',
  写明扣分: 'a deduction is stated',
  减少额: 'decrease',
  分值: 'points',
  加权: 'weighted',
  单个指标分值: 'points of one indicator',
  占比: 'share',
  及格线: 'pass line',
  反向公式: 'reverse formula',
  各项: 'items',
  合计: 'total',
  同一成果计分次数: 'times one result is scored',
  同一金额的单位一致: 'one amount has one unit',
  同名项目的表数: 'forms of one project',
  因公出国: 'journeys abroad',
  境: 'abroad',
  增减率: 'rate of change',
  增减额: 'change',
  增加额: 'increase',
  完成值: 'actual',
  完成率: 'completion rate',
  实际完成情况: 'completion',
  实际完成时间: 'actual date',
  小数位数: 'decimals',
  工作量: 'amount of work',
  幅度: 'margin',
  年初预算数: 'initial budget',
  当年财政拨款: 'appropriation of the year',
  得: 'scores',
  得分: 'score',
  得分系数: 'score coefficient',
  得满分: 'scores in full',
  否则: 'else',
  总分: 'total score',
  总分所在区间: 'range of the total score',
  成本指标值: 'target of the cost indicator',
  成本指标完成值: 'actual of the cost indicators',
  所在档次: ' falls into the band',
  扣分: 'deduction',
  执行数: 'executed',
  执行率: 'execution rate',
  执行率所在档次的比例: 'rate of the band of the execution rate',
  批: 'groups',
  指标: 'indicators',
  指标值: 'target',
  指标分值: 'points of the indicators',
  指标数: 'number of indicators',
  数: 'number',
  数量: 'count',
  整体: 'whole',
  整数: 'a whole number',
  未实施的指标: 'indicator not carried out',
  未开展: 'not carried out',
  本期数: 'amount of this year',
  权重: 'weight',
  档次上限: 'upper end of the band',
  档次下限: 'lower end of the band',
  档次比例: 'rate of the band',
  比较数: 'amount compared with',
  正文中的: 'in the text:',
  没有这样的整数: 'there is no such whole number',
  满分指标数: 'indicators with full score',
  的: 'of',
  相互矛盾: 'contradict each other',
  相称: 'fit each other',
  矛盾: 'contradiction',
  等级: 'grade',
  级别分值: 'points of the level',
  舍入后等于所印百分比: 'rounds to the printed percentage',
  表中同一项目的数: 'the same item of the table',
  空表: 'a blank table',
  要求时间: 'date asked for',
  规则包的分值: 'points of the rule pack',
  计算: 'computed',
  计算得分: 'computed score',
  费用: 'costs',
  资金: 'funds',
  资金得分: 'score of the funds',
  车辆: 'vehicles',
  运行费: 'running costs',
  部分: 'part',
  金额: 'amount',
  预期目标: 'expected goal',
  预算执行率分值: 'points of the execution rate',
  预算数: 'budget',
  领导干部用车: 'vehicles of leaders',
  一般公务用车: 'vehicles of general use',
  默认权重: 'default weight',
  团组: 'delegations',
}

const PHRASES: Pairs = {
  ...TABLE_PHRASES,
  '≥、≤或=': '≥, ≤ or =',
  一个数: 'one number',
  一级指标名称: 'name of the level-1 indicator',
  不出现个人信息: 'no personal data',
  与其他表不同的项目名称: 'a project name unlike that of other forms',
  以元为单位: 'in 元',
  保留其中一个: 'keep one of them',
  偏差原因说明: 'the cause of the deviation',
  偏差原因分析及改进措施: 'causes of deviation and measures',
  元或万元: '元 or 万元',
  全年完成值: 'actual value of the whole year',
  具体原因和措施: 'a cause and measures in particular',
  '写明做了什么、结果如何': 'what was done and with what result',
  写明实际结果: 'what was reached',
  '决策、过程、产出、效益': 'decision, process, output, benefit',
  减少: 'decrease',
  删去: 'to be removed',
  单位办公电话: 'telephone of the office',
  原因和改进措施: 'cause and measures',
  只计一次: 'counted once',
  可衡量的指标值: 'a target that can be measured',
  合理的指标值: 'a target within reason',
  同一比例: 'one rate',
  填写实际内容: 'what it really is',
  填报日期: 'date of the form',
  增加: 'increase',
  完成日期: 'date of completion',
  实际完成值: 'the actual value',
  实际数值: 'a measured number',
  实际测得的完成值: 'actual values as measured',
  对应的一级指标: 'the level-1 indicator it belongs to',
  对照原文确认: 'compare with the original',
  年度内: 'within the year',
  年度指标值: 'target of the year',
  成本金额或单位成本: 'a cost or a cost per unit',
  扣分原因和改进措施: 'cause of the deduction and measures',
  指标名称: 'name of the indicator',
  按本项目填写: 'text of this project',
  控制金额: 'an amount not to be exceeded',
  数字后的计量单位: 'a unit behind the number',
  数量和计量单位: 'a number and its unit',
  整数: 'a whole number',
  '日期、期限或及时率': 'a date, a term or a rate of timeliness',
  '时间、期限或及时率': 'a date, a term or a rate of timeliness',
  有文字层: 'a page with text',
  未完成原因: 'why it was not reached',
  未完成原因和改进措施: 'why it was not reached, and measures',
  核实: 'to be verified',
  核实完成情况: 'verify what was reached',
  '比较符号+数值+单位': 'sign, number and unit',
  没有: 'none',
  满意度指标: 'a satisfaction indicator',
  满意率: 'a rate of satisfaction',
  由谁落实: 'who carries it out',
  '由谁落实、何时完成': 'who carries it out, and by when',
  留空或写明原因: 'blank, or a reason',
  结余原因和去向: 'why money is left and where it goes',
  联系电话: 'telephone',
  '调查方式、时间、样本数': 'way, time and size of the survey',
  起始不晚于截止: 'it begins before it ends',
  项目自评表: 'a self-evaluation form of the project',
  '项目负责人、联系电话': 'person in charge, telephone',
  '大于0，或说明原因': 'more than 0, or a reason',
  大于0: 'more than 0',
}

/** Phrases and formulas with something of the document in them. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  ...TABLE_PATTERNS,
  [/^与“(.+)”可比的数值$/u, 'a number comparable with “$1”'],
  [/^与“(.+)”相符的单位$/u, 'a unit that fits “$1”'],
  [/^以“(.+)”计的完成值$/u, 'an actual value in “$1”'],
  [/^晚于(.+)$/u, 'later than $1'],
  [/^不超过(\d+)字$/u, 'at most $1 characters'],
  [/^可能是(.+)$/u, 'perhaps $1'],
  [/^合计([\d.,]+)$/u, 'total $1'],
  [/^(.+)与(.+)不等$/u, '$1 and $2 differ'],
  [/^年初预算数为0，没有增减率$/u, 'the initial budget is 0: there is no rate of change'],
  [/^(?:.+)为0，没有(增减率|完成率)$/u, 'the base is 0: there is no rate'],
  [/^(\d{4})年度内$/u, 'within $1'],
  [/^(\d{4})年度?$/u, '$1'],
  [/得分保留(\d+)位小数/u, 'the score has at most $1 decimals'],
  [/完成值([^，；]+)达到指标值([^，；]+)，得/u, 'actual $1 reaches target $2, score '],
  [/得满分；超过的按规则包的反向公式计分/u, ' scores in full; beyond it the reverse formula of the rule pack scores'],
  [
    /得满分；不等的按规则包的等于型公式计分/u,
    ' scores in full; else the formula of the rule pack for equal targets scores',
  ],
  [/晚(\d+)天/gu, '$1 days late'],
  [/第(\d+)张表/gu, 'form $1 '],
  [/([\d.]+)分(?=，|$|；)/gu, '$1 points'],
]

const HAN_RUN = /正文中的|[\u4e00-\u9fff]+/gu
const LONGEST_WORD = Math.max(...Object.keys(WORDS).map((word) => word.length))

/** The words of a run, longest first at each place; undefined where one is not known: then the run is a printed name. */
const wordByWord = (run: string): string | undefined => {
  const found: string[] = []
  for (let at = 0; at < run.length; ) {
    let length = Math.min(LONGEST_WORD, run.length - at)
    while (length > 0 && WORDS[run.slice(at, at + length)] === undefined) length -= 1
    if (length === 0) return undefined
    found.push(WORDS[run.slice(at, at + length)]!)
    at += length
  }
  return found.join(' ')
}

const PUNCTUATION: Pairs = {
  '（': ' (',
  '）': ')',
  '，': ', ',
  '、': ', ',
  '；': '; ',
  '：': ': ',
  '。': '. ',
  '\u3000': '  ',
}

/** A longer text is no formula but something of the document; some patterns look at it more than once. */
const LONGEST = 2000

/** In English as far as the words are ours; names, units and amounts of the document stay as they are printed. */
export const inEnglish = (text: string): string => {
  if (text.length > LONGEST || !/[\u3000-\u9fff\uff00-\uffef]/.test(text)) return text
  const phrase = PHRASES[text]
  if (phrase !== undefined) return phrase
  const patterned = PATTERNS.reduce((rest, [pattern, english]) => rest.replace(pattern, english), text)
  return patterned
    .replace(HAN_RUN, (run, at: number) => {
      const english = wordByWord(run)
      if (english === undefined) return run
      const before = /[\w%)]$/.test(patterned.slice(Math.max(0, at - 1), at)) ? ' ' : ''
      return `${before}${english}${/^[\w(]/.test(patterned.slice(at + run.length)) ? ' ' : ''}`
    })
    .replace(/[（），、；：。\u3000]/gu, (sign) => PUNCTUATION[sign]!)
    .trim()
}
