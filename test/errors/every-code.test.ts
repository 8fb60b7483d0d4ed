/** Every failure code that the program knows is shown by a test of this folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

describe('failure codes', () => {
  it('all have a test with their words', () => {
    const declaration = /export type FailureCode =([\s\S]*?)\n\n/.exec(read('../../src/domain/failure.ts'))![1]!
    const codes = [...declaration.matchAll(/'([A-Z_]+)'/g)].map((match) => match[1]!)
    expect(codes.length).toBeGreaterThan(10)
    const tests = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts'))
    const texts = tests.map((name) => read(name)).join('\n')
    expect(codes.filter((code) => !texts.includes(`'${code}'`))).toEqual([])
  })
})
