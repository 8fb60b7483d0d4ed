import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { plainStyle } from '../cli/style.ts'
import { textReport } from '../cli/text-report.ts'
import { type Check, defineFormCheck, defineNarrativeCheck } from '../engine/check.ts'
import { checkFile, exitStatus } from './check-file.ts'
import { checkAsHtml, checkAsJson, checkAsXlsx } from './render.ts'

const FORM = [
  '项目支出绩效自评表（2021年度）',
  '',
  '项目名称\t河道保洁',
  '项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分',
  '年度资金总额\t43.20\t43.20\t37.24\t10\t86.20%\t9.10',
  '绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施',
  '产出指标\t数量指标\t巡河\t≥20次\t20次\t90\t90\t',
  '总分\t100\t99.1\t',
].join('\n')

const header = {
  title: '总有结论',
  titleEn: 'It ends',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '有结论',
  remedy: '处理',
  remedyEn: 'act',
} as const

const fail = (error: unknown): never => {
  throw error
}

/** One check that breaks on the form, one that finds something, one that throws what is no error. */
const CHECKS: readonly Check[] = [
  defineFormCheck({ ...header, id: 'SE-901', run: () => fail(new TypeError('x is undefined')) }),
  defineFormCheck({
    ...header,
    id: 'SE-902',
    run(_, report) {
      report({
        field: 'projectName',
        verdict: 'outside',
        printed: '河道保洁',
        expected: '',
        message: '有一处不符。',
        messageEn: 'One thing does not hold.',
      })
    },
  }),
  defineNarrativeCheck({ ...header, id: 'FN-901', run: () => fail('no words') }),
]

const files = { read: () => Promise.resolve(new TextEncoder().encode(FORM)) }
const DAY = { floor: 'warning', day: '2021-12-31', version: '0' } as const
const TEXT = { language: 'zh', width: 100, style: plainStyle, floor: 'warning' } as const

describe('a check that breaks', () => {
  it('is told as unchecked with what to do, and hides nothing that others found', async () => {
    const outcome = await checkFile('表.txt', files, { checks: CHECKS })
    if (outcome.outcome !== 'checked') throw new Error(outcome.failure.message)
    expect(outcome.findings.map(({ code }) => code)).toEqual(['SE-902'])
    expect(outcome.unchecked.map(({ code, form }) => [code, form])).toEqual([
      ['SE-901', 1],
      ['FN-901', undefined],
    ])
    for (const { message, messageEn, remedy, remedyEn } of outcome.unchecked) {
      expect(message).toMatch(/没有完成.*(?:x is undefined|no words)/)
      expect(messageEn).toMatch(/did not end.*(?:x is undefined|no words)/)
      expect(remedy).toContain('报告此错误')
      expect(remedyEn).toContain('report')
    }
    // Not judged is not clean.
    expect(exitStatus([outcome])).toBe(2)
  })
  it('stands in every report', async () => {
    const outcome = await checkFile('表.txt', files, { checks: CHECKS })
    if (outcome.outcome !== 'checked') throw new Error(outcome.failure.message)
    const { sheets } = await readXlsx(await checkAsXlsx([outcome], DAY))
    const reports = [
      textReport(outcome, TEXT),
      checkAsJson([outcome], true, undefined),
      await checkAsHtml([outcome], DAY),
      sheets.flatMap(({ rows }) => rows.flat()).join('\n'),
    ]
    for (const report of reports) {
      expect(report).toContain('检查 SE-901 没有完成')
      expect(report).toContain('检查 FN-901 没有完成')
      expect(report).toContain('有一处不符')
    }
    expect(textReport(outcome, { ...TEXT, language: 'en' })).toContain('keep the file and report the error')
  })
})
