import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../domain/finding.ts'
import type { CheckedFile } from '../report-model.ts'
import { xlsxReport } from './xlsx-report.ts'

const finding = (printed: string): Finding => ({
  code: 'SE-021',
  title: '资金得分',
  titleEn: 'Execution score',
  severity: 'error',
  verdict: 'outside',
  at: { form: 1, field: 'funds.total.score' },
  printed,
  expected: '8.62',
  message: '=HYPERLINK("http://x")',
  messageEn: '',
  remedy: '-1+1',
  remedyEn: '+1',
  basis: { kind: 'definition', text: '@SUM(A1)', certainty: 'read', cites: [], pack: 'p' },
  proof: undefined,
  position: undefined,
})

const checked = (findings: readonly Finding[]): CheckedFile => ({
  outcome: 'checked',
  file: '+cmd.txt',
  source: { file: '+cmd.txt', format: 'txt', blocks: [], notes: [] },
  facts: { department: '', region: '', year: 2021 },
  forms: [],
  evaluations: [],
  notes: [],
  packs: [],
  unchecked: [],
  findings,
})

const OPTIONS = { floor: 'warning', day: '2021-12-31', version: '0' } as const

describe('xlsxReport', () => {
  it('stores what looks like a formula as text', async () => {
    const bytes = await xlsxReport([checked([finding('=1+1')])], OPTIONS)
    const parts = unzipSync(bytes)
    for (const [name, part] of Object.entries(parts))
      if (name.startsWith('xl/worksheets/sheet')) expect(strFromU8(part)).not.toMatch(/<f[ >]/)
    const list = (await readXlsx(bytes)).sheets.find(({ name }) => name === '问题清单')!
    expect(list.rows[1]).toEqual(
      expect.arrayContaining(['=1+1', '=HYPERLINK("http://x")', '-1+1', '@SUM(A1)', '+cmd.txt']),
    )
  })
  it('survives control characters and very long texts', async () => {
    const bytes = await xlsxReport([checked([finding(`a\u0001b\u000b${'长'.repeat(40_000)}`)])], OPTIONS)
    const list = (await readXlsx(bytes)).sheets[1]!
    expect(String(list.rows[1]![9])).toMatch(/^ab长+$/)
  })
  it('has one row per listed finding, a frozen head and a filter', async () => {
    const low = { ...finding('1'), severity: 'info' } as const
    const bytes = await xlsxReport([checked([finding('1'), finding('2'), low])], OPTIONS)
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml']!)
    expect(sheet).toContain('<autoFilter ref="A1:R3"')
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    const workbook = await readXlsx(bytes)
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['汇总', '问题清单'])
    expect(workbook.sheets[1]!.rows).toHaveLength(3)
  })
})
