import { describe, expect, it } from 'vitest'
import type { Block, Grid } from '../../domain/source-document.ts'
import { readText } from './index.ts'

const read = (text: string, file = 'a.txt') => readText(text, file, 'utf-8')
const grids = (blocks: readonly Block[]) => blocks.filter((block): block is Grid => block.kind === 'grid')
const rowsOf = (grid: Grid) => {
  const rows: string[][] = Array.from({ length: grid.rows }, () => [])
  for (const cell of grid.cells) rows[cell.row]!.push(cell.text)
  return rows
}

describe('tab-separated rows', () => {
  const text =
    '说明文字\n\n(2022 年度)\n\n项目名称\t\t安保服务\t\n\t年度资金总额\t10\t9.5\n\n\t其他资金\t\t\n总分\t\t100\t99\n\n结尾。'

  it('keeps empty cells, goes on over blank lines, and leaves lines without tabs as paragraphs', () => {
    const { blocks } = read(text)
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'grid', 'paragraph'])
    const [grid] = grids(blocks)
    expect(grid!.structure).toBe('ragged')
    expect(rowsOf(grid!)).toEqual([
      ['项目名称', '', '安保服务', ''],
      ['', '年度资金总额', '10', '9.5'],
      ['', '其他资金', '', ''],
      ['总分', '', '100', '99'],
    ])
    expect(grid!.cells[4]!.at).toEqual({ line: 6, table: 1, row: 2, column: 1 })
  })

  it('turns paragraph and line-break tags inside a cell into line breaks', () => {
    const { blocks } = read('\t<p>第一段。</p> <p>第二段。</p>\t甲<br/>乙\t3\n\t丙\t丁\t4')
    expect(rowsOf(grids(blocks)[0]!)[0]).toEqual(['', '第一段。\n第二段。', '甲\n乙', '3'])
  })

  it('joins a row that was broken inside a cell when the widths prove it', () => {
    const { blocks } = read('a\tb\tc\td\ne\tf上\n中\n下\tg\th\ni\tj\tk\tl\nm\tn\to\tp')
    expect(rowsOf(grids(blocks)[0]!)[1]).toEqual(['e', 'f上\n中\n下', 'g', 'h'])
  })
})

describe('one cell per line', () => {
  it('ends a row at a blank line, keeps empty cells and cells that go on without a tab', () => {
    const text =
      '绩效自评表\n\n（2022年度）\n\t项目名称\n\t慰问经费\n\n\t项目资金\n（万元）\n\t\n\t年初预\n算数\n\n\t\n\t经济效益\n\n指标\n\t无\n\t0\n\n\t\n\t成本\n\t10万元\n\n\n\t5万元\n\n\t总分\n\t100\n\t99\n\n\n下一张表\n\n正文。'
    const { blocks } = read(text)
    expect(rowsOf(grids(blocks)[0]!)).toEqual([
      ['项目名称', '慰问经费'],
      ['项目资金\n（万元）', '', '年初预\n算数'],
      ['', '经济效益\n指标', '无', '0'],
      ['', '成本', '10万元', '5万元'],
      ['总分', '100', '99'],
    ])
    expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', text: '正文。' })
  })
})

describe('tables drawn with bars', () => {
  it('reads Markdown tables with escaped bars, with and without outer bars', () => {
    const { blocks, format } = read(
      '# 标题\n\n| 指标 | 值 |\n|:--|--:|\n| 甲\\|乙 | 1<br>2 |\n\na | b\n--- | ---\nc | d',
      'x.md',
    )
    expect(format).toBe('md')
    expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: '标题' })
    expect(grids(blocks).map(rowsOf)).toEqual([
      [
        ['指标', '值'],
        ['甲|乙', '1\n2'],
      ],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ])
    expect(grids(blocks)[0]!.structure).toBe('exact')
  })

  it('reads ruled tables and joins the lines between two borders', () => {
    const text =
      '+----+----+\n| 甲 | 1  |\n| 乙 | 2  |\n+----+----+\n| 丙 | 3  |\n+----+----+\n| 丁 | 4  |\n+----+----+'
    expect(rowsOf(grids(read(text).blocks)[0]!)).toEqual([
      ['甲\n乙', '1\n2'],
      ['丙', '3'],
      ['丁', '4'],
    ])
  })

  it('reads box-drawing tables', () => {
    const text = '┌──┬──┐\n│甲│1 │\n├──┼──┤\n│乙│2 │\n└──┴──┘'
    expect(rowsOf(grids(read(text).blocks)[0]!)).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ])
  })
})

describe('comma-separated rows', () => {
  it('reads regular rows with quoted cells', () => {
    const text = '一级,二级,三级,分值\n产出,数量,"甲,乙\n丙",10\n产出,质量,丁,"1,000"'
    expect(rowsOf(grids(read(text).blocks)[0]!)[1]).toEqual(['产出', '数量', '甲,乙\n丙', '10'])
  })

  it('leaves prose with commas alone', () => {
    expect(grids(read('In 2020, we did a, b, and c.\nThen, we, in turn, went.\nSo, it, was.').blocks)).toEqual([])
  })
})

describe('text with broken lines', () => {
  it('keeps blank lines, leading spaces and pages', () => {
    const { blocks, pages } = read('绩效自评表\n\n项目名称 甲\n总分 100 95\n\f 下一页\n尾')
    expect(pages).toBe(2)
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toMatchObject({ kind: 'lines' })
    if (blocks[0]!.kind !== 'lines') throw new Error('kind')
    expect(blocks[0]!.lines.map((line) => line.text)).toEqual([
      '绩效自评表',
      '',
      '项目名称 甲',
      '总分 100 95',
      ' 下一页',
      '尾',
    ])
    expect(blocks[0]!.lines.at(-1)!.at).toEqual({ page: 2, line: 6 })
  })

  it('does not take amounts whose digits are grouped by commas for comma-separated cells', () => {
    const { blocks } = read(
      '一\n20113 商贸事务 5,636.98 5,636.98 1,000\n20114 某事务 7,636.98 7,636.98 2,000\n20115 某事务 9,636.98 9,636.98 3,000\n',
    )
    expect(blocks.map((block) => block.kind)).not.toContain('grid')
  })

  it('finds a region of broken lines beside a table', () => {
    const row = '数量指标 检查次数 ≥5 次 6 次 10 10\n'
    const { blocks } = read(`a\tb\tc\nd\te\tf\n结束\n${row.repeat(25)}`)
    expect(blocks.map((block) => block.kind)).toEqual(['grid', 'lines'])
  })
})

it('takes time in proportion to the length of the text', () => {
  const piece =
    '项目名称 安保服务 项目金额 100\n\n甲\t乙\t丙\n一\t二\t三\n\n| a | b |\n|---|---|\n| c | d |\n\n\t甲\n\t乙\n\t丙\n\n'
  const time = (count: number) => {
    const text = piece.repeat(count)
    const start = performance.now()
    read(text)
    return performance.now() - start
  }
  time(2000)
  expect(time(16_000)).toBeLessThan(30 * Math.max(time(2000), 5))
})

describe('formulas that scanners print', () => {
  const cell = (text: string): string => {
    const { blocks } = readText(`名称\t${text}\t10\n甲\t乙\t丙\n`, 'a.txt', 'utf-8')
    const grid = blocks.find((block) => block.kind === 'grid')
    return grid?.kind === 'grid' ? grid.cells[1]!.text : ''
  }
  it('reads an inequality and a percent sign out of a formula', () => {
    expect(cell('$\\geq 90\\%$')).toBe('≥90%')
    expect(cell('指标1: $\\leq 5\\%$')).toBe('指标1: ≤5%')
  })
  it('leaves dollar amounts and unknown commands as printed', () => {
    expect(cell('共$30和$40')).toBe('共$30和$40')
    expect(cell('$\\frac{1}{2}$')).toBe('$\\frac{1}{2}$')
  })
})
