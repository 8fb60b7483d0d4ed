/** Reports on a whole booklet with known errors: two wrong cells of tables, one wrong score, all else true. */
import { readFileSync } from 'node:fs'
import { readXlsx } from 'hucre'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkRead } from '../../src/app/check-file.ts'
import { readBytes } from '../../src/app/read-file.ts'
import { plainStyle } from '../../src/cli/style.ts'
import { textReport } from '../../src/cli/text-report.ts'
import { displayWidth } from '../../src/cli/width.ts'
import { htmlReport } from '../../src/writers/html/html-report.ts'
import { checkJson } from '../../src/writers/json/check-json.ts'
import type { CheckedFile } from '../../src/writers/report-model.ts'
import { xlsxReport } from '../../src/writers/xlsx/xlsx-report.ts'

const TRUE_BOOKLET = readFileSync(new URL('../compare/booklet-2021.md', import.meta.url), 'utf8')
/** 205.00 with two digits exchanged breaks its own sum, the total and what the text says; 80.00 loses a nought. */
const WRONG = TRUE_BOOKLET.replace('本年支出合计 | 58 | 205.00', '本年支出合计 | 58 | 250.00').replace(
  '水利工程运行与维护 | 80.00 |',
  '水利工程运行与维护 | 8.00 |',
)
const OPTIONS = { floor: 'warning', day: '2022-01-01', version: '0' } as const

const check = async (text: string): Promise<CheckedFile> =>
  checkRead(await readBytes(new TextEncoder().encode(text), '决算.md'))

let checked: CheckedFile
let html: string
beforeAll(async () => {
  checked = await check(WRONG)
  html = await htmlReport([checked], OPTIONS)
})

/** From one id to the end of its element, roughly: what follows it on the page. */
const after = (id: string, length = 2500): string => {
  const from = html.indexOf(`id="${id}"`)
  expect(from).toBeGreaterThan(0)
  return html.slice(from, from + length)
}

describe('the page about a booklet', () => {
  it('begins with whose document it is, what was read and what was not decided', () => {
    const first = html.slice(0, html.indexOf('<main'))
    for (const text of ['青禾区水利局', '2021年度', 'national-2020', '文字中的数 17 个，读懂 17 个（100%）'])
      expect(first).toContain(text)
    const rows = [...first.matchAll(/<tr><td>([^<]+)<\/td><td class="num">(\d+)<\/td>/g)].map(([, kind, n]) => [
      kind,
      n,
    ])
    expect(rows).toEqual([
      ['文字说明', '17'],
      ['公开表', '2'],
      ['项目自评表', '2'],
    ])
    const undecided = checked.findings.filter(({ verdict }) => verdict === 'undecided').length
    expect(first).toContain(`${undecided} 条问题的结论是“无法判定”`)
  })
  it('shows one wrong cell as one cause with its value and all that it explains', () => {
    const card = after('k1', 9000)
    expect(card).toContain('<span class="printed">250.00</span> → <span class="expected">205.00</span>')
    const explained = /<details class="explained">.*?<\/details>/s.exec(card)![0]
    for (const code of ['FN-001', 'FA-102', 'FA-104']) expect(explained).toContain(`<code>${code}</code>`)
    expect(html).toContain('个问题（同一原因算一个）'.slice(1))
  })
  it('marks the cell in the drawn table, and leads there from the cause', () => {
    expect(html).toMatch(/<td class="[^"]*m error[^"]*"[^>]*>(?:<i id="c\d+"><\/i>)?<i id="kc1"><\/i>250\.00/)
    expect(html).toContain('href="#kc1"')
  })
  it('marks the number of the sentence, and points from there to the cause', () => {
    expect(html).toMatch(/本年支出合计<span class="num m error"[^>]*><i id="c\d+"><\/i>205\.00万元/)
    expect(html).toMatch(
      /<p class="pointer"[^>]*><a href="#f\d+">问题 \d+<\/a> <code>FN-001<\/code> → <a href="#k1">原因 1<\/a>/,
    )
  })
  it('has every anchor once, and every link leads to one', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]!)
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })
  it('keeps records without findings and the whole text to be opened, and leaves them out when the page is full', async () => {
    const clean = await check(TRUE_BOOKLET)
    const page = await htmlReport([clean], OPTIONS)
    expect(page).toMatch(/<details class="box quiet"><summary>公开表 2 张/)
    expect(page).toContain('全部文字 17 段')
    const full = await htmlReport([clean], { ...OPTIONS, maxQuiet: 0 })
    expect(full).toContain('另有 2 张没有列出问题，因篇幅未绘制。')
    expect(full).toContain('全部文字 17 段，因篇幅未列出。')
    expect(full.length).toBeLessThan(page.length)
  })
  it('draws of a long table only what stands around its marks', async () => {
    const codes = Array.from(
      { length: 120 },
      (_, i) => `| 21304${String(i).padStart(2, '0')} | 科目${i} | 1.00 | 1.00 |  |`,
    )
    const long = WRONG.replace('| 2130306 |', `${codes.join('\n')}\n| 2130306 |`)
    const page = await htmlReport([await check(long)], OPTIONS)
    expect(page).toMatch(/<tr class="gap"><td colspan="5">……略去 \d+ 行……/)
    expect(page).toContain('水利工程运行与维护')
    expect(page).not.toContain('科目60<')
  })
})

describe('the other reports on a booklet', () => {
  it('as a workbook: findings with the number of their cause, causes with their candidates', async () => {
    const { sheets } = await readXlsx(await xlsxReport([checked], OPTIONS))
    expect(sheets.map(({ name }) => name)).toEqual(['汇总', '问题清单', '原因'])
    const [head, ...rows] = sheets[1]!.rows
    const cause = head!.indexOf('原因')
    const code = head!.indexOf('代码')
    expect(
      rows
        .filter((row) => row[cause] === 1)
        .map((row) => row[code])
        .sort(),
    ).toEqual(['FA-102', 'FA-104', 'FN-001'])
    expect(sheets[2]!.rows[1]).toEqual(expect.arrayContaining(['250.00', '205.00']))
    expect(sheets[0]!.rows.flat()).toContain('文字中的数 17 个，读懂 17 个（100%）')
  })
  it('as JSON: causes, and what was read', () => {
    const json = checkJson(checked, 'warning')
    expect(json.read).toMatchObject({
      records: { text: 17, table: 2, form: 2 },
      numbers: { total: 17, understood: 17 },
    })
    expect(json.causes[0]!.findings.map((i) => json.findings[i]!.code).sort()).toEqual(['FA-102', 'FA-104', 'FN-001'])
  })
  it.each(['zh', 'en'] as const)(
    'on a terminal of 80 columns, in %s: causes first, kinds of records apart',
    (language) => {
      const text = textReport(checked, { language, width: 80, style: plainStyle, floor: 'warning' })
      for (const line of text.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80)
      const at = (part: string): number => text.indexOf(part)
      expect(at('250.00 → 205.00')).toBeGreaterThan(0)
      expect(at(language === 'zh' ? '── 公开表' : '── Accounts tables')).toBeLessThan(at('SE-021'))
      expect(text.match(/FA-102/g)).toHaveLength(1)
      expect(text).toContain(language === 'zh' ? '读懂 17 个（100%）' : '17 understood (100%)')
    },
  )
})
