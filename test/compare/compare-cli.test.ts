/** `jiheng compare` as a person meets it: a process of its own, its output and its exit status. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readXlsx } from 'hucre'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiheng-compare-'))

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

const OLD = readFileSync(new URL('booklet-2021.md', import.meta.url), 'utf8')

beforeAll(async () => {
  writeFileSync(join(folder, '旧.md'), OLD)
  writeFileSync(join(folder, '新.md'), OLD.replace('| 100 | 97.50 |', '| 100 | 98.50 |'))
  writeFileSync(join(folder, '2022.md'), OLD.replaceAll('2021', '2022').replaceAll('2020', '2021'))
  expect((await jiheng('--version')).status).toBe(0)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('jiheng compare', () => {
  it('says in both languages how it is used', async () => {
    const zh = await jiheng('compare', '--help')
    const en = await jiheng('compare', '--help', '--lang', 'en')
    expect([zh.status, en.status]).toEqual([0, 0])
    expect(zh.out).toContain('jiheng compare 旧文件 新文件')
    expect(en.out).toContain('jiheng compare OLD NEW')
    expect(en.out).not.toMatch(/[\u4e00-\u9fff]/)
  })
  it('ends with 0 for the same file and with 1 for a new error, which it names', async () => {
    const same = await jiheng('compare', '旧.md', '旧.md')
    expect(same.status).toBe(0)
    expect(same.out).toContain('没有不同')
    const { status, out } = await jiheng('compare', '旧.md', '新.md')
    expect(status).toBe(1)
    expect(out).toContain('总分·得分   97.50 → 98.50   +1.00（+1.03%）')
    expect(out).toContain('SE-057 错误')
  })
  it('tells years from versions, and does as told', async () => {
    expect((await jiheng('compare', '旧.md', '2022.md')).out).toContain('2021年度与2022年度')
    expect((await jiheng('compare', '旧.md', '2022.md', '--mode', 'version')).out).toContain('同一年度的两个版本')
  })
  it('writes json, html and xlsx', async () => {
    const json = await jiheng('compare', '旧.md', '新.md', '--format', 'json')
    expect(JSON.parse(json.out)).toMatchObject({ mode: 'version', counts: { values: 1, changed: 1 } })
    const html = await jiheng('compare', '旧.md', '新.md', '--format', 'html', '--lang', 'en')
    expect(html.err).toContain('jiheng-compare.html')
    expect(readFileSync(join(folder, 'jiheng-compare.html'), 'utf8')).toContain('98.50')
    expect((await jiheng('compare', '旧.md', '新.md', '-f', 'xlsx', '-o', 'x.xlsx')).status).toBe(1)
    const { sheets } = await readXlsx(readFileSync(join(folder, 'x.xlsx')))
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '改动', '问题变化'])
  })
  it('ends with 2 when a file is missing or unreadable, or there are not two', async () => {
    expect((await jiheng('compare', '旧.md')).status).toBe(2)
    expect((await jiheng('compare', '旧.md', '没有.md')).status).toBe(2)
    writeFileSync(join(folder, '坏.docx'), 'PK\u0003\u0004broken')
    const bad = await jiheng('compare', '旧.md', '坏.docx')
    expect(bad.status).toBe(2)
    expect(bad.err).toContain('坏.docx')
  })
})
