/** Files and functions stay small enough to be read in one go. Lengths are measured on formatted code, by indentation. */
import { describe, expect, it } from 'vitest'
import { functionSizes } from './measure.ts'
import { read, sources } from './source-tree.ts'

const { sizes } = JSON.parse(read('layers.json')) as { sizes: { fileLines: number; functionLines: number } }

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

describe('sizes', () => {
  const files = sources().map((file) => ({ file, text: read(file) }))

  it('measure functions', () => {
    const text =
      'export const f = (a: string): void => {\n  if (a) {\n    g()\n  }\n}\nclass X {\n  m(b: number): string {\n    return b\n  }\n}\n'
    expect(functionSizes(text)).toEqual([
      { line: 1, lines: 5 },
      { line: 7, lines: 3 },
    ])
  })

  it(`keep files at ${sizes.fileLines} lines and less`, () => {
    const long = files
      .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > sizes.fileLines)
    expect(long.map(({ file, lines }) => `${file}: ${lines} lines`)).toEqual([])
  })

  it(`keep functions at ${sizes.functionLines} lines and less`, () => {
    const long = files
      .flatMap(({ file, text }) => functionSizes(text).map((one) => ({ file, ...one })))
      .filter(({ lines }) => lines > sizes.functionLines)
    expect(long.map(({ file, line, lines }) => `${file}:${line}: ${lines} lines`)).toEqual([])
  })

  it('keep the median file at 120 lines and less', () => {
    expect(median(files.map(({ text }) => text.split('\n').length - 1))).toBeLessThanOrEqual(120)
  })
})
