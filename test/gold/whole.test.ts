/**
 * Whole documents: every finding of the gold files that a machine can make, by severity, and what is found beyond them. The documents
 * lie outside the repository; without them the tests are skipped. Findings beyond the gold files are judged in beyond-gold*.md.
 */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkRead } from '../../src/app/check-file.ts'
import { readBytes } from '../../src/app/read-file.ts'
import type { Finding } from '../../src/domain/finding.ts'

const folder = new URL('../../../shared/samples/', import.meta.url)
const SAMPLES = ['beijing-assistance-2020', 'fengtai-office-2020', 'shenzhen-assistance-2020'] as const
const isPresent = SAMPLES.every((name) => existsSync(new URL(`${name}.gold.json`, folder)))

interface GoldPlace {
  readonly form?: number
  readonly forms?: readonly number[]
  readonly field?: string
  readonly also?: readonly string[]
  readonly section?: string
  readonly table?: string
  readonly evaluation?: number
}

interface Gold {
  readonly rule: string
  readonly machine: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly where: string
  readonly printed: string
  readonly at?: GoldPlace
}

const codes = JSON.parse(readFileSync(new URL('rule-codes.json', import.meta.url), 'utf8')) as Record<string, string[]>

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

const placeOf = ({ form, table, evaluation, section }: GoldPlace): string =>
  form !== undefined
    ? `form ${form}`
    : table
      ? `table ${table}`
      : evaluation !== undefined
        ? `evaluation ${evaluation}`
        : (section ?? 'document')

const rowOf = (field = ''): string | undefined => /indicators\[(\d+)\]/.exec(field)?.[1]

/** One prints the other, or both print a number of three characters and more. */
const overlaps = (printed: string, gold: string): boolean => {
  const [a, b] = [plain(printed), plain(gold)]
  return (
    a === '' ||
    b === '' ||
    b.includes(a) ||
    a.includes(b) ||
    (a.match(/\d+(?:\.\d+)?/g) ?? []).some((n) => n.length > 2 && b.includes(n))
  )
}

const answers = (gold: Gold, { code, at, printed }: Finding): boolean => {
  const own = gold.at ?? {}
  if (!(codes[gold.rule] ?? []).includes(code)) return false
  const places = own.forms ? own.forms.map((form) => `form ${form}`) : [placeOf(own)]
  if (places[0] !== 'document' && !places.includes(placeOf(at as GoldPlace))) return false
  const rows = [rowOf(own.field), ...(own.also ?? []).map(rowOf)].filter((row) => row !== undefined)
  const row = rowOf(at.field)
  if (rowOf(own.field) !== undefined && row !== undefined && !rows.includes(row)) return false
  return own.form !== undefined || own.forms !== undefined || overlaps(printed, `${gold.printed} ${gold.where}`)
}

interface Count {
  gold: number
  found: number
}

const measure = async (name: string) => {
  const bytes = new Uint8Array(readFileSync(new URL(`${name}.txt`, folder)))
  const { findings, unchecked } = checkRead(await readBytes(bytes, `${name}.txt`))
  const gold = (JSON.parse(readFileSync(new URL(`${name}.gold.json`, folder), 'utf8')) as { findings: Gold[] }).findings
  const used = new Set<Finding>()
  const counts: Record<Gold['severity'], Count> = {
    error: { gold: 0, found: 0 },
    warning: { gold: 0, found: 0 },
    info: { gold: 0, found: 0 },
  }
  for (const one of gold) {
    if (one.machine !== 'yes') continue
    const count = counts[one.severity]
    count.gold += 1
    const hit = findings.find((finding) => !used.has(finding) && answers(one, finding))
    if (hit) {
      used.add(hit)
      count.found += 1
    } else if (process.env.GOLD_PRINT)
      console.log(`${name}: missed ${one.rule} ${one.severity} ${JSON.stringify(one.at)} ${one.printed}`)
  }
  const beyond = findings.filter((finding) => !used.has(finding) && finding.severity !== 'info')
  if (process.env.GOLD_PRINT)
    for (const { code, severity, message } of beyond) console.log(`${name}: beyond ${code} ${severity} ${message}`)
  return { counts, unchecked, beyond }
}

const LEAST = { error: 1, warning: 0.9, info: 0.8 } as const

describe.skipIf(!isPresent)('whole documents of the gold files', () => {
  it.each(SAMPLES)('%s: every error, nine warnings of ten, eight notes of ten', async (name) => {
    const { counts, unchecked, beyond } = await measure(name)
    console.log(`${name}: ${JSON.stringify(counts)}, ${beyond.length} above info beyond the gold file`)
    expect(unchecked).toEqual([])
    for (const severity of ['error', 'warning', 'info'] as const) {
      const { gold, found } = counts[severity]
      expect(gold).toBeGreaterThan(0)
      expect(found / gold, severity).toBeGreaterThanOrEqual(LEAST[severity])
    }
  })
})

if (!isPresent)
  it('gold documents are not here: whole documents are not measured', (context) => {
    context.skip('跳过：没有 ../shared/samples。Skipped: ../shared/samples is absent.')
  })
