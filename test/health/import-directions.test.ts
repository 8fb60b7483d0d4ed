/** Imports go one way (layers.json), there are no cycles, and the pure layers run in a browser as well. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycle } from './measure.ts'
import { type ImportLine, importsOf, isNodeModule, layerOf, packageName, read, root, sources } from './source-tree.ts'

interface Layer {
  readonly mayImport: readonly string[]
  readonly packages?: readonly string[]
  /** No Node modules and no packages at all. */
  readonly isPure?: boolean
  /** May use Node modules everywhere. */
  readonly isNode?: boolean
  /** Files (below src) that may use Node modules in an otherwise browser-safe layer. */
  readonly nodeFiles?: readonly string[]
}

const { layers } = JSON.parse(read('layers.json')) as { layers: Readonly<Record<string, Layer>> }
const show = ({ from, line, specifier }: ImportLine): string => `${from}:${line}: imports ${specifier}`
const all = sources().flatMap((file) => importsOf(file))

const isAllowed = ({ from, target, specifier }: ImportLine): boolean => {
  const layer = layers[layerOf(from)]
  if (!layer) return false
  if (target !== undefined) {
    const to = layerOf(target)
    return target.startsWith('src/') ? to === layerOf(from) || layer.mayImport.includes(to) : layerOf(from) === 'main'
  }
  if (isNodeModule(specifier)) {
    if (layer.isPure) return false
    return layer.isNode === true || (layer.nodeFiles ?? []).some((file) => from === `src/${file}`)
  }
  return (layer.packages ?? []).includes(packageName(specifier))
}

describe('imports', () => {
  it('are found at all', () => {
    expect(all.length).toBeGreaterThan(50)
    expect(
      importsOf(
        'src/x.ts',
        "// import a from 'b'\nimport {\n  c,\n} from './d.ts'\nexport * from 'e'\nawait import('node:fs')",
      ),
    ).toMatchObject([
      { line: 4, specifier: './d.ts', target: 'src/d.ts' },
      { line: 5, specifier: 'e' },
      { line: 6, specifier: 'node:fs' },
    ])
  })

  it('are judged by layers.json', () => {
    const line = (from: string, specifier: string, target?: string): ImportLine => ({
      from,
      line: 1,
      specifier,
      target,
      isTypeOnly: false,
    })
    const breaches = [
      line('src/kernel/a.ts', '../law/b.ts', 'src/law/b.ts'),
      line('src/checks/common/a.ts', '../../readers/b.ts', 'src/readers/b.ts'),
      line('src/engine/a.ts', 'node:fs'),
      line('src/readers/docx/a.ts', 'node:fs'),
      line('src/recognise/a.ts', 'fflate'),
      line('src/readers/a.ts', 'left-pad'),
      line('src/unheard-of/a.ts', './b.ts', 'src/unheard-of/b.ts'),
      line('src/law/a.ts', '../../test/b.ts', 'test/b.ts'),
    ]
    expect(breaches.filter(isAllowed)).toEqual([])
    const fine = [
      line('src/law/a.ts', '../kernel/b.ts', 'src/kernel/b.ts'),
      line('src/readers/a.ts', 'fflate'),
      line('src/main/a.ts', 'node:fs'),
    ]
    expect(fine.filter(isAllowed)).toEqual(fine)
  })

  it('go one way: every folder of src has its line in layers.json and keeps to it', () => {
    expect(all.filter((one) => !isAllowed(one)).map(show)).toEqual([])
  })

  it('of checks reach no other family of checks', () => {
    const family = (file: string) => file.split('/')[2]
    const families = readdirSync(join(root, 'src/checks')).filter((name) => !name.includes('.') && name !== 'support')
    const crossing = all.filter(
      ({ from, target }) =>
        target?.startsWith('src/checks/') &&
        families.includes(family(from)!) &&
        families.includes(family(target)!) &&
        family(from) !== family(target),
    )
    expect(crossing.map(show)).toEqual([])
  })

  it('carry the .ts ending', () => {
    const bare = all.filter(({ specifier, target }) => target !== undefined && !/\.(?:ts|json|mjs)$/.test(specifier))
    expect(bare.map(show)).toEqual([])
  })

  it('have no cycles, types included', () => {
    const edges = new Map<string, string[]>()
    for (const { from, target } of all)
      if (target?.endsWith('.ts')) edges.set(from, [...(edges.get(from) ?? []), target])
    expect(findCycle(edges)?.join(' → ')).toBeUndefined()
    expect(
      findCycle(
        new Map([
          ['a', ['b']],
          ['b', ['c']],
          ['c', ['b']],
        ]),
      ),
    ).toEqual(['b', 'c', 'b'])
  })
})
