import { describe, expect, it } from 'vitest'
import type { Finding } from '../domain/finding.ts'
import type { CheckedFile } from '../writers/report-model.ts'
import { plainStyle } from './style.ts'
import { textReport, totalText } from './text-report.ts'
import { displayWidth } from './width.ts'

const finding = (form: number, change: Partial<Finding> = {}): Finding => ({
  code: 'SE-021',
  title: '资金得分与执行率相符',
  titleEn: 'Execution score',
  severity: 'error',
  verdict: 'outside',
  at: { form, field: 'funds.total.score' },
  printed: '9.00',
  expected: '8.62',
  message: '资金得分印为9.00，按10 × 37.24 ÷ 43.20应为8.62',
  messageEn: 'The execution score is printed 9.00.',
  remedy: '核对执行数，或改得分',
  remedyEn: 'Check the amounts, or change the score',
  basis: {
    kind: 'law',
    text: '财预〔2020〕10号（定量指标按比例计分）',
    certainty: 'second-hand',
    cites: [],
    pack: 'p',
  },
  proof: {
    formula: '得分 = 分值 × 执行率',
    filledIn: '10 × 37.24 ÷ 43.20',
    result: '8.62',
    verdict: 'outside',
    inputs: [],
  },
  position: { sheet: 'Sheet1', cell: 'H9' },
  ...change,
})

const checked = (findings: readonly Finding[]): CheckedFile => ({
  outcome: 'checked',
  file: '表.xlsx',
  source: { file: '表.xlsx', format: 'xlsx', blocks: [], notes: [] },
  facts: { department: '某局', region: '', year: 2021 },
  forms: [],
  evaluations: [],
  notes: [],
  packs: [],
  unchecked: [],
  findings,
})

const OPTIONS = { language: 'zh', width: 100, style: plainStyle, floor: 'warning' } as const

describe('textReport', () => {
  it('keeps the layout: where, printed and expected with the arithmetic, ground, what to do', () => {
    expect(textReport(checked([finding(1)]), OPTIONS)).toContain(
      [
        '自评表1 资金·年度资金总额·得分 [Sheet1!H9]  SE-021 错误',
        '  印刷值 9.00   应为 8.62 = 10 × 37.24 ÷ 43.20',
        '  资金得分印为9.00，按10 × 37.24 ÷ 43.20应为8.62',
        '  依据 财预〔2020〕10号（定量指标按比例计分）   处理：核对执行数，或改得分',
      ].join('\n'),
    )
  })
  it('says ground and remedy once for one kind, and only counts what would fill pages', () => {
    const text = textReport(checked(Array.from({ length: 30 }, (_, i) => finding(i + 1))), OPTIONS)
    expect(text.match(/依据/g)).toHaveLength(1)
    expect(text.match(/印刷值/g)).toHaveLength(5)
    expect(text).toContain('同类问题另有 25 处')
    expect(text).toContain('……另有 17 处')
    expect(text).toContain('错误 30')
  })
  it('counts what is below the floor', () => {
    const text = textReport(checked([finding(1), finding(2, { severity: 'info', code: 'SE-067' })]), OPTIONS)
    expect(text).not.toContain('SE-067')
    expect(text).toContain('另有 1 条低于所列级别')
  })
  it('fits any width', () => {
    for (let width = 40; width <= 120; width += 8)
      for (const line of textReport(checked([finding(1), finding(2)]), { ...OPTIONS, width }).split('\n'))
        expect(displayWidth(line)).toBeLessThanOrEqual(width)
  })
  it('names the verdict when it is not a plain contradiction', () => {
    expect(textReport(checked([finding(1, { verdict: 'undecided' })]), OPTIONS)).toContain('〔无法判定〕')
    expect(textReport(checked([finding(1, { verdict: 'undecided' })]), OPTIONS)).toContain('1 处无法判定')
  })
  it('never shows an unjudged form as clean', () => {
    const unchecked = [
      {
        form: 3,
        message: '规则包不能用于 2009-12-31',
        messageEn: 'the pack does not reach 2009-12-31',
        remedy: '改用适用的规则包',
        remedyEn: 'name a pack that does',
      },
    ]
    expect(textReport({ ...checked([]), unchecked }, OPTIONS)).toContain('未检查 自评表3：规则包不能用于 2009-12-31')
  })
})

describe('totalText', () => {
  it('sums files, forms, findings and failures', () => {
    const failed = {
      outcome: 'failed',
      file: 'b',
      failure: { code: 'NOT_FOUND', where: 'b', message: '', messageEn: '', remedy: '', remedyEn: '' },
    } as const
    expect(totalText([checked([finding(1)]), failed], OPTIONS)).toBe(
      '共 2 个文件，0 张自评表：错误 1；1 个文件没能读取',
    )
  })
})
