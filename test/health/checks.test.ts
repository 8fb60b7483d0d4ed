/** Every check is registered, cited, has cases and a page; no number of a law stands in code. */

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { allChecks } from '../../src/checks/index.ts'
import { isAtLeast } from '../../src/domain/finding.ts'
import type { Check } from '../../src/engine/check.ts'
import { findCitation } from '../../src/law/instruments.ts'
import { filesIn, linesMatching, read, root, sources, withoutComments } from './source-tree.ts'

const FAMILIES = [
  'accounts',
  'across',
  'booklet',
  'common',
  'department',
  'evaluation',
  'goals',
  'monitoring',
  'narrative',
  'self-evaluation',
]
const checkFiles = FAMILIES.flatMap((family) => filesIn(`src/checks/${family}`, '.ts')).filter(
  (file) => !file.endsWith('.test.ts'),
)

const isCheck = (value: unknown): value is Check =>
  typeof value === 'object' && value !== null && 'run' in value && 'cites' in value && 'id' in value

const load = async (file: string) => {
  try {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>
    return { file, checks: Object.values(module).filter(isCheck), failure: undefined }
  } catch (error) {
    return { file, checks: [], failure: `${file}: ${(error as Error).message}` }
  }
}
const exported = await Promise.all(checkFiles.map(load))
/** Registered or not: a check that is not in the list yet is told all it lacks at once. */
const every: readonly Check[] = [...new Set([...allChecks, ...exported.flatMap(({ checks }) => checks)])]
const fileOf = new Map(exported.flatMap(({ file, checks }) => checks.map((check) => [check.id, file] as const)))

/** `src/checks/self-evaluation/se-021-x.ts` → `self-evaluation/se-021-x`. */
const stem = (file: string): string => file.replace(/^src\/checks\//, '').replace(/\.ts$/, '')

describe('checks', () => {
  it('exist', () => {
    expect(allChecks.length).toBeGreaterThan(0)
  })

  it('can be loaded', () => {
    expect(exported.flatMap(({ failure }) => failure ?? [])).toEqual([])
  })

  it('stand one to a file that is named after the code', () => {
    const wrong = exported.filter(
      ({ file, checks }) => checks.length !== 1 || !stem(file).includes(`/${checks[0]!.id.toLowerCase()}-`),
    )
    expect(wrong.map(({ file, checks }) => `${file}: ${checks.map(({ id }) => id).join(', ') || 'no check'}`)).toEqual(
      [],
    )
  })

  it('are all in the list of src/checks/index.ts', () => {
    const missing = exported.flatMap(({ file, checks }) =>
      checks.filter((check) => !allChecks.includes(check)).map(({ id }) => `${file}: ${id}`),
    )
    expect(missing).toEqual([])
  })

  it('have one code each', () => {
    const ids = every.map(({ id }) => id)
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
    expect(ids.filter((id) => !/^(?:AID|BG|CM|DI|EV|FA|FN|GO|MO|SE|WD|XD)-\d{3}$/.test(id))).toEqual([])
  })

  it('have complete headers', () => {
    const parts = ['title', 'titleEn', 'rule', 'remedy', 'remedyEn'] as const
    const blank = every.flatMap((check) =>
      parts.filter((part) => check[part].trim() === '').map((part) => `${check.id}: ${part}`),
    )
    expect(blank).toEqual([])
  })

  it('cite what exists in law/instruments, and at least one thing', () => {
    const lost = every.flatMap(({ id, cites }) => {
      const unknown = cites.filter((ref) => !findCitation(ref)).map((ref) => `${id}: ${ref} is not in law/instruments`)
      return cites.length === 0 ? [`${id}: cites nothing`] : unknown
    })
    expect(lost).toEqual([])
  })

  it('rest on a law only when they cite one', () => {
    const odd = every.filter(
      ({ basis, cites }) => basis === 'law' && !cites.some((ref) => findCitation(ref)?.kind === 'law'),
    )
    expect(odd.map(({ id }) => id)).toEqual([])
  })

  it('that rest on statistics or on a language model are never above a warning', () => {
    // SE-075 is exact arithmetic over what a sample of n can give.
    const bold = every.filter(({ id, kind }) => (kind === 'S' || kind === 'L') && id !== 'SE-075')
    expect(
      bold.filter(({ severity }) => isAtLeast(severity, 'error')).map(({ id, severity }) => `${id}: ${severity}`),
    ).toEqual([])
  })

  it('have a case file of the same path', () => {
    const cases = filesIn('test/cases', '.yaml')
    const missing = every.filter(
      ({ id }) => !fileOf.has(id) || !cases.includes(`test/cases/${stem(fileOf.get(id)!)}.yaml`),
    )
    expect(
      missing.map(({ id }) => `${id}: test/cases/${stem(fileOf.get(id) ?? `?/${id.toLowerCase()}`)}.yaml is missing`),
    ).toEqual([])
  })

  it('have a page in docs/findings, and no page is left over', () => {
    const pages = filesIn('docs/findings', '.md').map((file) => file.slice('docs/findings/'.length, -'.md'.length))
    const ids: string[] = every.map(({ id }) => id)
    expect(ids.filter((id) => !pages.includes(id)).map((id) => `docs/findings/${id}.md is missing`)).toEqual([])
    expect(
      pages.filter((page) => /^(?:AID|BG|CM|DI|EV|FA|FN|GO|MO|SE|WD|XD)-/.test(page) && !ids.includes(page)),
    ).toEqual([])
  })

  it('hold no number of a law: those live in law/', () => {
    const literal = /〔\d{4}〕|财预|国办发|中发|第[一二三四五六七八九十百]+条/
    const found = sources()
      .filter((file) => file.startsWith('src/checks/'))
      .flatMap((file) => linesMatching(file, withoutComments(read(file)), literal))
    expect(found).toEqual([])
  })
})
