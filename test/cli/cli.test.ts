/** The CLI as a person or a script meets it: a process of its own, its output and its exit status. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLES = join(ROOT, 'examples/qinghe-culture-2021')
const folder = mkdtempSync(join(tmpdir(), 'jiheng-cli-'))

interface Run {
  readonly status: number
  readonly out: string
  readonly err: string
}

const jiheng = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, NO_COLOR: '' } }
    execFile(process.execPath, [join(ROOT, 'bin/jiheng.mjs'), ...args], options, (error, out, err) =>
      resolve({ status: error ? Number(error.code ?? 3) : 0, out, err }),
    )
  })

const example = (name: string): string => join(EXAMPLES, name)

beforeAll(async () => {
  // the first call builds; the tests below would otherwise wait for it one by one
  expect((await jiheng('--version')).status).toBe(0)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('jiheng', () => {
  it('says its version and its help, Chinese first, English on demand', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect((await jiheng('--version')).out).toBe(`jiheng ${version}\n`)
    expect((await jiheng('--help')).out).toContain('用法')
    expect((await jiheng('--lang', 'en', '--help')).out).toContain('Usage')
    for (const command of ['check', 'read', 'explain', 'packs']) {
      const zh = await jiheng(command, '--help')
      const en = await jiheng(command, '--help', '--lang', 'en')
      expect([zh.status, en.status]).toEqual([0, 0])
      expect(zh.out).toContain(`jiheng ${command}`)
      expect(en.out).toContain(`jiheng ${command}`)
      expect(en.out).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })
  it('ends with status 2 when nothing was asked', async () => {
    expect((await jiheng()).status).toBe(2)
  })
  it('names the nearest command, option and value', async () => {
    const command = await jiheng('chekc', 'x.txt')
    expect(command).toMatchObject({ status: 2, out: '' })
    expect(command.err).toContain('jiheng check')
    expect((await jiheng('check', '--fromat', 'json', 'x')).err).toContain('--format')
    expect((await jiheng('check', '--format', 'jason', 'x')).err).toContain('json')
    expect((await jiheng('check', '--pack', 'national', 'x')).err).toContain('national-2020')
    expect((await jiheng('check')).err).toContain('没有给出文件')
    expect((await jiheng('chekc', '--lang', 'en')).err).toContain('did you mean jiheng check?')
    expect((await jiheng('check', 'none.docx', '--lang', 'en')).err).toContain('no such file')
    expect((await jiheng('form.docx')).err).toContain('jiheng check form.docx')
  })
})

describe('jiheng read', () => {
  it('prints one JSON object for one file, values as printed and places beside them', async () => {
    const { status, out } = await jiheng('read', example('venues.docx'), '--format', 'json')
    const read = JSON.parse(out)
    expect(status).toBe(0)
    expect(read).toMatchObject({ source: 'venues', evaluations: [], finalAccounts: { tables: [] } })
    expect(read.selfEvaluations).toHaveLength(2)
    const [form] = read.selfEvaluations
    expect(form.funds.total).toEqual({
      initialBudget: '40.00',
      fullYearBudget: '43.20',
      executed: '37.24',
      weight: '10',
      rate: '86.20%',
      score: '9.00',
    })
    expect(form.indicators).toHaveLength(8)
    expect(form.indicators[1]).toMatchObject({
      level1: '产出指标',
      level2: '数量指标',
      target: '≥60期',
      actual: '63期',
    })
    expect(form.positions['funds.total.score']).toMatchObject({ table: 1, row: 5 })
  })
  it('prints one object a line for several files', async () => {
    const { out } = await jiheng('read', example('venues.docx'), example('heritage.html'), '--format', 'json')
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).source)).toEqual(['venues', 'heritage'])
  })
  it('reads the same form alike in every format of the examples', async () => {
    const { out } = await jiheng('read', EXAMPLES, '--format', 'json')
    const files = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(files.map(({ format }) => format).sort()).toEqual(['docx', 'html', 'md', 'txt', 'xlsx'])
    for (const { selfEvaluations } of files)
      for (const form of selfEvaluations) {
        expect(form).toMatchObject({ year: 2021, department: '云岭市青禾区文化体育服务局', totalWeight: '100' })
        expect(form.funds.unit).toBe('万元')
        expect(form.indicators).toHaveLength(8)
        expect(form.indicators.at(-1)).toMatchObject({ level1: '满意度指标', level2: '服务对象满意度指标' })
      }
  })
  it('reads a PDF and ends, also when the PDF is damaged', async () => {
    const pdf = join(ROOT, 'test/fixtures/pdf/merged.pdf')
    const { status, out } = await jiheng('read', pdf, '--format', 'json')
    expect(status).toBe(0)
    expect(JSON.parse(out).format).toBe('pdf')
    writeFileSync(join(folder, 'cut.pdf'), readFileSync(pdf).subarray(0, 900))
    expect((await jiheng('read', 'cut.pdf')).status).toBe(2)
  })
  it('prints a table for people and CSV for spreadsheets', async () => {
    const table = await jiheng('read', example('heritage.html'))
    expect(table.out).toContain('自评表1  非物质文化遗产保护')
    const csv = await jiheng('read', example('heritage.html'), '--format', 'csv')
    expect(csv.out.split('\r\n')[0]).toBe('文件,自评表,项目名称,字段,栏目,印刷值,位置')
    expect(csv.out).toContain('funds.total.executed,资金·年度资金总额·全年执行数,31.50')
    await jiheng('read', example('heritage.html'), '--format', 'csv', '--output', 'cells.csv')
    expect(readFileSync(join(folder, 'cells.csv'), 'utf8').startsWith('\ufeff文件')).toBe(true)
  })
})

describe('jiheng check', () => {
  it('finds the defect with its arithmetic and ends with status 1', async () => {
    const { status, out } = await jiheng('check', example('venues.docx'))
    expect(status).toBe(1)
    expect(out).toMatch(
      /自评表1 资金·年度资金总额·得分 \[第1表第5行第9列\] {2}SE-021 错误\n {2}印刷值 9\.00 {3}应为 8\.62 = 10 × 37\.24 ÷ 43\.20\n/,
    )
    expect(out).toContain('依据 财预〔2020〕10号')
    expect(out).toContain('处理：')
    expect(out).not.toContain('\u001b')
    expect(out).not.toContain('自评表2 ')
  })
  it('holds all findings in JSON and only the asked ones with --min-severity', async () => {
    const all = JSON.parse((await jiheng('check', example('sports.xlsx'), '--format', 'json')).out)
    const found = all.findings.find(({ code }: { code: string }) => code === 'SE-016')
    expect(found).toMatchObject({
      severity: 'error',
      verdict: 'outside',
      at: { form: 2, field: 'funds.total.fullYearBudget' },
      printed: '65.40',
      position: { sheet: '青少年体育联赛', cell: 'E6' },
    })
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['expected', 'message', 'basis', 'proof']))
    expect(all.findings.length).toBe(all.counts.info + all.counts.warning + all.counts.error + all.counts.fatal)
    const some = JSON.parse((await jiheng('check', example('sports.xlsx'), '--format', 'json', '-s', 'error')).out)
    expect(some.findings.every(({ severity }: { severity: string }) => ['error', 'fatal'].includes(severity))).toBe(
      true,
    )
    expect(some.counts).toEqual(all.counts)
  })
  it('goes on after a file that cannot be read, lists it and ends with status 2', async () => {
    writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004 not a document')
    const { status, out, err } = await jiheng(
      'check',
      join(folder, 'broken.docx'),
      join(folder, 'missing.docx'),
      example('venues.docx'),
      '--format',
      'json',
    )
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(2)
    expect(lines).toHaveLength(3)
    expect(lines[0].failure.message).not.toBe('')
    expect(lines[1].failure.code).toBe('NOT_FOUND')
    expect(lines[2].findings.length).toBeGreaterThan(0)
    expect(err).toContain('broken.docx')
    expect(err).toContain('missing.docx')
  })
  it('takes a folder with its folders, without the leftovers of office programs', async () => {
    const department = join(folder, 'department')
    mkdirSync(join(department, 'unit'), { recursive: true })
    copyFileSync(example('heritage.html'), join(department, 'unit/a.html'))
    copyFileSync(example('venues.docx'), join(department, 'b.docx'))
    writeFileSync(join(department, '~$b.docx'), 'x')
    writeFileSync(join(department, 'photo.jpg'), 'x')
    const { status, out } = await jiheng('check', department, '--format', 'json')
    expect(status).toBe(1)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).file),
    ).toEqual([join(department, 'b.docx'), join(department, 'unit/a.html')])
    mkdirSync(join(folder, 'empty'))
    expect(await jiheng('check', join(folder, 'empty'))).toMatchObject({ status: 2, out: '' })
  })
  it('writes the reports and refuses to write over a document', async () => {
    const html = await jiheng('check', EXAMPLES, '--format', 'html', '--output', 'r.html')
    expect(html).toMatchObject({ status: 1, out: '' })
    expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('<html lang="zh-CN">')
    await jiheng('check', EXAMPLES, '--format', 'xlsx')
    expect(readFileSync(join(folder, 'jiheng-report.xlsx')).subarray(0, 2).toString()).toBe('PK')
    copyFileSync(example('heritage.html'), join(folder, 'copy.html'))
    const before = readFileSync(join(folder, 'copy.html'))
    const refused = await jiheng('check', 'copy.html', '--format', 'html', '--output', './copy.html')
    expect(refused.status).toBe(2)
    expect(readFileSync(join(folder, 'copy.html')).equals(before)).toBe(true)
  })
  it('says so when a year lies outside the rules, instead of judging by another year', async () => {
    const text = readFileSync(example('performances.txt'), 'utf8').replaceAll('2021', '2009')
    writeFileSync(join(folder, 'old.txt'), text)
    const { status, out } = await jiheng('check', 'old.txt')
    expect(status).toBe(2)
    expect(out).toContain('未检查')
    expect(out).toContain('2009')
  })
  it('lets no control character of a document through to the terminal', async () => {
    const text = readFileSync(example('performances.txt'), 'utf8').replace('228场', '228\u001b]0;owned\u0007场')
    writeFileSync(join(folder, 'escape.txt'), text)
    const { out } = await jiheng('check', 'escape.txt', '-s', 'info')
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})

describe('jiheng explain and packs', () => {
  it('explains a check in both languages, however its code is typed', async () => {
    const zh = await jiheng('explain', 'SE-021')
    expect(zh.out).toContain('财预〔2020〕10号')
    expect(zh.out).toContain('例子')
    expect((await jiheng('explain', 'se21', '--lang', 'en')).out).toContain('to do')
    const unknown = await jiheng('explain', 'SE-921')
    expect(unknown.status).toBe(2)
    expect(unknown.err).toContain('是否想看')
  })
  it('lists all checks and all packs', async () => {
    expect((await jiheng('explain')).out).toContain('SE-021')
    const packs = JSON.parse((await jiheng('packs', '--format', 'json')).out)
    expect(packs.map(({ id }: { id: string }) => id)).toContain('national-2020')
    expect((await jiheng('packs')).out).toContain('national-2020')
  })
})
