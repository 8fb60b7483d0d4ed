/** A seed as the reader hands it on, with long runs of one piece put into some of its texts. */
import type { Block, Grid, GridCell, SourceDocument } from '../../src/domain/source-document.ts'
import { readDocument } from '../../src/readers/index.ts'
import type { Random } from '../../test/support/random.ts'
import type { Seed } from './seeds.ts'

/** By the square of it a pattern takes seconds, in a straight line a few milliseconds. */
export const MOST_LENGTH = 60_000

const PIECES: readonly string[] = [
  ...'0 9 . , ， 、 。 ； ： : ; （ ） ( ) 【 ［ ] “ ” " \' 《 》 - － — ~ ～ ≥ ≤ > < = × X x * ＊ # / \\ | _ % ％ @ & ! ? ？ ！ · … 年 月 日 元 万 亿 十 一 第 个 人 次 分 不 无 是 和 与 及 或 的 了 较 比 增 甲 a Z é ㎡ \u3000 \n \t'.split(
    ' ',
  ),
  ' ',
  ...'1, 1. 0.1 1、 一、 （1） (一) （ ）( 第一 第1 XX ×× …… —— 万元 2020年 12月 1日 2020- 100% 1% 3万 5个 ≥1 1～ 1-2 a@ 甲、 甲， 甲。 甲； 甲： 甲\n 1\n 增加1 减少 比上年 其中： 1万元， 2人次、 已完成 完成 未 由于 主要原因是 总额 合计 得分 指标 项目 支出 预算 决算 万元， 万元。 13812345678 11010119900101 010-88 A1 http:// <p> a| \t1 \n\n 十二 百分之 亿元 “” 《》 其中'.split(
    ' ',
  ),
]

const runOf = (random: Random): string => {
  const piece = random.chance(0.85) ? random.pick(PIECES) : random.pick(PIECES) + random.pick(PIECES)
  return piece.repeat(Math.ceil(random.pick([MOST_LENGTH / 4, MOST_LENGTH, MOST_LENGTH]) / piece.length))
}

/** At the start, at the end, in the middle, or instead of the text. */
const lengthened = (text: string, run: string, random: Random): string => {
  const at = random.pick([0, text.length, text.length, random.int(0, text.length)])
  return random.chance(0.2) ? run : text.slice(0, at) + run + text.slice(at)
}

type Change = (text: string) => string

const changeGrid = (grid: Grid, change: Change): Grid => ({
  ...grid,
  cells: grid.cells.map(
    (cell): GridCell => ({
      ...cell,
      text: change(cell.text),
      ...(cell.nested ? { nested: cell.nested.map((inner) => changeGrid(inner, change)) } : {}),
    }),
  ),
})

const changeBlock = (block: Block, change: Change): Block => {
  if (block.kind === 'grid') return changeGrid(block, change)
  if (block.kind === 'paragraph') return { ...block, text: change(block.text) }
  return { ...block, lines: block.lines.map((line) => ({ ...line, text: change(line.text) })) }
}

export interface LongDocument {
  /** None where the seed is a file that is not read. */
  readonly source: SourceDocument | undefined
  readonly about: string
}

/** Characters of a document whose parts are repeated. */
const MOST_REPEATED = 300_000

const repeated = <T>(all: readonly T[], random: Random, lengthOf: (one: T) => number): readonly T[] => {
  if (all.length === 0) return all
  const from = random.int(0, all.length - 1)
  const to = Math.min(all.length, from + random.pick([1, 1, 2, 10, 100, all.length]))
  const stretch = all.slice(from, to)
  const length = stretch.reduce((sum, one) => sum + lengthOf(one) + 1, 0)
  const times = Math.min(5000, Math.ceil(MOST_REPEATED / length))
  return [...all.slice(0, from), ...Array.from({ length: times }, () => stretch).flat(), ...all.slice(to)]
}

const lengthOfBlock = (block: Block): number =>
  block.kind === 'grid'
    ? block.cells.reduce((sum, { text }) => sum + text.length + 1, 0)
    : block.kind === 'lines'
      ? block.lines.reduce((sum, { text }) => sum + text.length + 1, 0)
      : block.text.length

/** Rows of a grid again and again, each below the one before. */
const repeatedRows = (grid: Grid, random: Random): Grid => {
  const byRow = Array.from({ length: grid.rows }, (): GridCell[] => [])
  for (const cell of grid.cells) byRow[cell.row]?.push({ ...cell, rowSpan: 1 })
  const rows = repeated(byRow, random, (row) => row.reduce((sum, { text }) => sum + text.length + 1, 0))
  return { ...grid, rows: rows.length, cells: rows.flatMap((cells, row) => cells.map((cell) => ({ ...cell, row }))) }
}

/** One block, or the whole document, with a stretch of it repeated. */
const withRepeats = (blocks: readonly Block[], random: Random): readonly Block[] => {
  if (random.chance(0.3)) return repeated(blocks, random, lengthOfBlock)
  const at = random.int(0, blocks.length - 1)
  return blocks.map((block, index) => {
    if (index !== at || block.kind === 'paragraph') return block
    if (block.kind === 'grid') return repeatedRows(block, random)
    return { ...block, lines: repeated(block.lines, random, ({ text }) => text.length) }
  })
}

const MOST_PLACES = 3

export async function longDocument(seed: Seed, random: Random): Promise<LongDocument> {
  let source: SourceDocument
  try {
    source = await readDocument(seed.bytes, seed.name)
  } catch {
    return { source: undefined, about: seed.name }
  }
  if (source.blocks.length > 0 && random.chance(0.3)) {
    const blocks = withRepeats(source.blocks, random)
    return {
      source: { ...source, blocks },
      about: `${seed.name} repeated to ${blocks.reduce((sum, block) => sum + lengthOfBlock(block), 0)}`,
    }
  }
  let texts = 0
  const count: Change = (text) => {
    texts += 1
    return text
  }
  for (const block of source.blocks) changeBlock(block, count)
  const places = new Set(
    Array.from({ length: random.int(1, MOST_PLACES) }, () => random.int(0, Math.max(0, texts - 1))),
  )
  const run = runOf(random)
  const said: string[] = []
  let at = 0
  const change: Change = (text) => {
    if (!places.has(at++)) return text
    said.push(text.slice(0, 20))
    return lengthened(text, run, random)
  }
  const blocks = source.blocks.map((block) => changeBlock(block, change))
  return {
    source: { ...source, blocks },
    about: `${seed.name} ${JSON.stringify(run.slice(0, 8))} × ${run.length} at ${JSON.stringify(said)}`,
  }
}
