/**
 * Runs of one piece that no person types, where a form, a sheet, a table or a paragraph may hold them. Patterns and loops
 * whose time grows with the square of a text would take from minutes to hours for these.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkRead } from '../../src/app/check-file.ts'
import { readBytes, readSource } from '../../src/app/read-file.ts'
import type { Block, SourceDocument } from '../../src/domain/source-document.ts'

const LENGTH = 60_000

const readFixture = async (name: string): Promise<SourceDocument> => {
  const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))
  return (await readBytes(bytes, name)).source
}

/** The run stands behind the first text that has the mark, in a cell, a line or a paragraph. */
const lengthened = (source: SourceDocument, mark: string, run: string): SourceDocument => {
  let isDone = false
  const change = (text: string): string => {
    if (isDone || !text.includes(mark)) return text
    isDone = true
    return text + run
  }
  const blocks = source.blocks.map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, text: change(block.text) }
    if (block.kind === 'lines')
      return { ...block, lines: block.lines.map((line) => ({ ...line, text: change(line.text) })) }
    return { ...block, cells: block.cells.map((cell) => ({ ...cell, text: change(cell.text) })) }
  })
  if (!isDone) throw new Error(`no text of the fixture has ${mark}`)
  return { ...source, blocks }
}

const PIECES = [
  '9',
  '0.',
  '1, ',
  '（',
  ')',
  '、',
  '。',
  '；',
  '：',
  '…',
  ' 1',
  ' （1）',
  '第一',
  'XX',
  '与',
  '日',
  '预算',
  '1万元，',
  '≥1 ',
  '主要原因是',
  '实际完成',
]

/** One place of each kind of record. */
const PLACES = [
  ['forms/template-rows-left.html', '项目名称'],
  ['forms/template-rows-left.html', '≥'],
  ['lines/cost-as-level-one.txt', '年度总体目标'],
  ['lines/cost-as-level-one.txt', '产出指标'],
  ['evaluations/points-beside-each-level.txt', '实施效益'],
  ['accounts/national-lines-centred.txt', '合计'],
  ['accounts/beijing-lines.txt', '支出'],
  ['goals/years-side-by-side.html', '指标'],
] as const

describe('long runs of one piece', () => {
  it.each(PLACES)(
    'in %s behind %s are gone through once',
    async (name, mark) => {
      const source = await readFixture(name)
      for (const piece of PIECES) {
        const long = lengthened(source, mark, piece.repeat(LENGTH / piece.length))
        const checked = checkRead(readSource(long, name))
        expect(checked.unchecked.filter(({ code }) => code !== undefined)).toEqual([])
      }
    },
    120_000,
  )
})
