/** Two small documents, one changed in a known way: what `compare` says of each change. */
import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkRead } from '../../src/app/check-file.ts'
import { compareChecked, comparisonStatus } from '../../src/app/compare-files.ts'
import { readBytes } from '../../src/app/read-file.ts'
import { type ComparisonReport, changeLabel, differenceText } from '../../src/writers/compare/comparison-report.ts'
import { compareHtml } from '../../src/writers/html/compare-report.ts'
import { compareJson } from '../../src/writers/json/compare-json.ts'
import type { CheckedFile } from '../../src/writers/report-model.ts'
import { compareXlsx } from '../../src/writers/xlsx/compare-report.ts'

const OLD = readFileSync(new URL('booklet-2021.md', import.meta.url), 'utf8')

const check = async (text: string, file: string): Promise<CheckedFile> =>
  checkRead(await readBytes(new TextEncoder().encode(text), file))

type Edit = readonly [string, string]

const edited = (edits: readonly Edit[]): string =>
  edits.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replaceAll(from, to)
  }, OLD)

let before: CheckedFile
beforeAll(async () => {
  before = await check(OLD, '旧.md')
})

const compare = async (edits: readonly Edit[]): Promise<ComparisonReport> =>
  compareChecked(before, await check(edited(edits), '新.md'))

/** 公开05表: “2130306 水利工程运行与维护”·小计 80.00 → 70.00 −10.00万元（−12.50%） */
const said = (report: ComparisonReport): string[] =>
  report.comparison.records.flatMap((record) => [
    ...(record.state === 'new' || record.state === 'gone' ? [`${record.kind} ${record.state} ${record.name}`] : []),
    ...record.changes.map((change) =>
      [
        `${changeLabel(report, record, change, 'zh')} ${change.before?.printed ?? '—'} → ${change.after?.printed ?? '—'}`,
        differenceText(change, 'zh'),
      ]
        .join(' ')
        .trim(),
    ),
  ])

interface Case {
  readonly name: string
  readonly edits: readonly Edit[]
  readonly says: readonly string[]
}

/** 80.00 − 70.00 = 10.00; 10 ÷ 80 = 12.50 %. 62 − 60 = 2; 2 ÷ 60 = 3.33 %. 0.25 ÷ 7.5 = 3.33 %. */
const VERSIONS: readonly Case[] = [
  { name: '同一文件没有不同', edits: [], says: [] },
  {
    name: '表中的数逐格比较，差额和增减率为精确小数',
    edits: [
      ['| 2130306 | 水利工程运行与维护 | 80.00 |  | 80.00 |', '| 2130306 | 水利工程运行与维护 | 70.00 |  | 70.00 |'],
    ],
    says: [
      '“2130306 水利工程运行与维护”·小计 80.00 → 70.00 −10.00万元（−12.50%）',
      '“2130306 水利工程运行与维护”·项目支出 80.00 → 70.00 −10.00万元（−12.50%）',
    ],
  },
  {
    name: '新增的科目按其金额列出',
    edits: [['| 2130306 |', '| 2130399 | 其他水利支出 | 10.00 |  | 10.00 |\n| 2130306 |']],
    says: ['“2130399 其他水利支出”·小计 — → 10.00 +10.00万元', '“2130399 其他水利支出”·项目支出 — → 10.00 +10.00万元'],
  },
  {
    name: '自评表按项目名称对应，改名的指标仍是同一行',
    edits: [
      ['60.00 | 10 | 75.00% | 7.50', '62.00 | 10 | 77.50% | 7.75'],
      ['水质达标率', '水质优良率'],
    ],
    says: [
      '“年度资金总额”·全年执行数 60.00 → 62.00 +2.00万元（+3.33%）',
      '“年度资金总额”·执行率 75.00% → 77.50% +2.50个百分点',
      '“年度资金总额”·得分 7.50 → 7.75 +0.25（+3.33%）',
      '“水质优良率”·三级指标 水质达标率 → 水质优良率',
    ],
  },
  {
    name: '改名的项目仍是同一张表',
    edits: [['泵站维修', '泵站维修养护']],
    says: ['项目名称 泵站维修 → 泵站维修养护'],
  },
  {
    name: '文字中只改了数的，列出那个数',
    edits: [['增长4.90%', '增长4.80%']],
    says: ['“收入支出决算总体情况说明”·收入、支出总计 4.90% → 4.80% −0.10个百分点'],
  },
  {
    name: '改写的段落列出新旧文字',
    edits: [['本年度没有政府性基金预算财政拨款收支。', '本年度没有政府性基金预算财政拨款收入和支出。']],
    says: ['“支出决算情况说明” 本年度没有政府性基金预算财政拨款收支。 → 本年度没有政府性基金预算财政拨款收入和支出。'],
  },
  {
    name: '全角与半角、千分位的不同写法不算改动',
    edits: [['| 总计 | 31 | 209.80 |', '| 总计 | 31 | ２０９.８０ |']],
    says: [],
  },
]

/** A text of one year made that of the next: 2020, 2021 → 2021, 2022. */
const NEXT_YEAR: readonly Edit[] = [
  ['2021', '2022'],
  ['2020', '2021'],
]

const YEARS: readonly Case[] = [
  { name: '年度和措辞的不同不算改动', edits: [['保洁河道42公里', '保洁河道43公里']], says: [] },
  {
    name: '列出金额的增减，新增和减少的项目',
    edits: [
      ['泵站维修', '渠道防渗'],
      ['| 2130306 | 水利工程运行与维护 | 80.00 |  | 80.00 |', '| 2130306 | 水利工程运行与维护 | 90.00 |  | 90.00 |'],
    ],
    says: [
      '“2130306 水利工程运行与维护”·小计 80.00 → 90.00 +10.00万元（+12.50%）',
      '“2130306 水利工程运行与维护”·项目支出 80.00 → 90.00 +10.00万元（+12.50%）',
      'form new 渠道防渗',
      'form gone 泵站维修',
    ],
  },
]

describe('compare, two versions of one year', () => {
  it.each(VERSIONS)('$name', async ({ edits, says }) => {
    const report = await compare(edits)
    expect(report.comparison.mode).toBe('version')
    expect(said(report)).toEqual(says)
    expect(report.across).toEqual([])
  })
  it('says which findings are gone, new, and remain', async () => {
    const codes = (report: ComparisonReport) => {
      const { gone, added, remaining } = report.comparison.findings
      const of = (list: typeof gone) => list.filter(({ kind }) => kind === 'form').map(({ finding }) => finding.code)
      return { gone: of(gone), added: of(added), remaining: of(remaining) }
    }
    const mended = await compare([
      ['100.00% | 9.00', '100.00% | 10.00'],
      ['| 100 | 99.00 |', '| 100 | 100.00 |'],
    ])
    const none = codes(await compare([]))
    expect(none.gone.concat(none.added)).toEqual([])
    expect(none.remaining).toContain('SE-021')
    expect(codes(mended)).toMatchObject({ gone: ['SE-021'], added: [] })
    expect(comparisonStatus(mended)).toBe(0)
    const broken = await compare([['| 100 | 97.50 |', '| 100 | 98.50 |']])
    expect(codes(broken)).toMatchObject({ gone: [], added: ['SE-057'] })
    expect(comparisonStatus(broken)).toBe(1)
  })
  it('knows a finding again when a form was put in front and rows moved', async () => {
    const added = OLD.slice(OLD.lastIndexOf('项目支出绩效自评表')).replace('泵站维修', '闸门更新')
    const now = await check(OLD.replace('项目支出绩效自评表', `${added}\n项目支出绩效自评表`), '新.md')
    const { records, findings } = compareChecked(before, now).comparison
    expect(records.filter(({ state }) => state !== 'same')).toMatchObject([
      { kind: 'form', state: 'new', name: '闸门更新' },
    ])
    const inForms = findings.gone.filter(({ kind }) => kind === 'form')
    expect(inForms).toEqual([])
  })
})

describe('compare, two years', () => {
  it.each(YEARS)('$name', async ({ edits, says }) => {
    const report = await compare([...NEXT_YEAR, ...edits])
    expect(report.comparison.mode).toBe('year')
    expect(said(report)).toEqual(says)
  })
  it('says when the opening balance is not last year’s closing one', async () => {
    const { across } = await compare(NEXT_YEAR)
    // 年初 9.80 in 2022, 年末 4.80 in 2021
    expect(across).toContainEqual(
      expect.objectContaining({ code: 'FA-301', printed: '9.80万元', expected: '4.80万元' }),
    )
  })
})

describe('reports of a comparison', () => {
  it('are one JSON object, one page without network or script, one workbook of three sheets', async () => {
    const report = await compare([['60.00 | 10 | 75.00% | 7.50', '62.00 | 10 | 77.50% | 7.75']])
    const json = compareJson(report)
    expect(json.counts).toMatchObject({ values: 3, changed: 1, added: 0, gone: 0 })
    expect(json.records.find(({ state }) => state === 'changed')?.changes[0]).toMatchObject({
      field: 'funds.total.executed',
      difference: '2.00',
      rate: '3.33%',
      unit: '万元',
    })
    for (const language of ['zh', 'en'] as const) {
      const html = compareHtml(report, { day: '2022-01-01', version: '0', language })
      expect(html).not.toMatch(/<script|(?:src|href)="(?!#)/)
      expect(html).toContain('77.50%')
      const { sheets } = await readXlsx(await compareXlsx(report, { day: '2022-01-01', version: '0', language }))
      expect(sheets).toHaveLength(3)
      expect(sheets[1]!.rows).toHaveLength(4)
    }
  })
  it('let no text of a document become markup', async () => {
    const report = await compare([['河道保洁', '<img src=x>河道保洁']])
    expect(compareHtml(report, { day: '2022-01-01', version: '0' })).not.toContain('<img')
  })
})
