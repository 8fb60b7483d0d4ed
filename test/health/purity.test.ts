/**
 * The pure layers have no clock, no chance, no network and no global state, and money never becomes a binary float.
 * These are searches in text: they find the usual slip, they do not prove its absence.
 */
import { describe, expect, it } from 'vitest'
import { layerOf, linesMatching, read, sources, withoutComments } from './source-tree.ts'

const PURE = ['kernel', 'domain', 'law', 'engine', 'checks', 'recognise']
const EXACT = ['kernel', 'domain', 'law', 'engine', 'checks', 'writers']

const MONEY = '(?:printed|amount|score|weight|budget|executed|rate|points|total)'

const offending = (layers: readonly string[], pattern: RegExp): readonly string[] =>
  sources()
    .filter((file) => layers.includes(layerOf(file)))
    .flatMap((file) => linesMatching(file, withoutComments(read(file)), pattern))

describe('pure layers', () => {
  it.each([
    ['chance', /\bMath\.random\b|\bcrypto\./, 'const x = Math.random()'],
    [
      'a clock',
      /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b|\bsetTimeout\b|\bsetInterval\b/,
      'const now = new Date()',
    ],
    ['the process or the network', /\bprocess\.|\bfetch\(|\bXMLHttpRequest\b|\brequire\(/, 'await fetch(url)'],
    ['the console', /\bconsole\./, 'console.log(form)'],
  ])('do not use %s', (_, pattern, planted) => {
    expect(offending(PURE, pattern)).toEqual([])
    expect(planted).toMatch(pattern)
  })

  it.each([
    ['parseFloat or toFixed', /\bparseFloat\b|\.toFixed\(/, 'x.toFixed(2)'],
    ['Number of an amount', new RegExp(`\\bNumber\\([^()]*\\b${MONEY}\\b`, 'i'), 'Number(cell.printed)'],
    ['a plus sign before an amount', new RegExp(`[=(,?:]\\s*\\+(?:\\w+\\.)*${MONEY}\\b`, 'i'), 'const a = +row.weight'],
  ])('never compute money or scores on binary floats: no %s', (_, pattern, planted) => {
    expect(offending(EXACT, pattern)).toEqual([])
    expect(planted).toMatch(pattern)
  })

  it('leave enum, default exports and any out', () => {
    const all = [...new Set(sources().map(layerOf))]
    expect(offending(all, /^\s*(?:export\s+)?(?:const\s+)?enum\s/)).toEqual([])
    expect(offending(all, /^export default\b/)).toEqual([])
    expect(offending(all, /:\s*any\b|\bas any\b|<any>/)).toEqual([])
  })
})
