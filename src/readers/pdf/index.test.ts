import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { gbk, line, type RawPage, rawPdf, ruled, show } from '../../../test/fixtures/pdf/raw-pdf.ts'
import type { AppError } from '../../domain/failure.ts'
import type { Grid, SourceDocument } from '../../domain/source-document.ts'
import { readPdf, readPdfWith } from './index.ts'
import { nodeEngine } from './node-engine.ts'
import { leaseParser } from './node-worker.ts'

interface ExpectedGrid {
  rows: number
  columns: number
  cells: { row: number; column: number; rowSpan: number; columnSpan: number; text: string; nested?: ExpectedGrid[] }[]
}

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../test/fixtures/pdf/${name}`, import.meta.url)))
const grids = (document: SourceDocument) => document.blocks.filter((block) => block.kind === 'grid')
const paragraphs = (document: SourceDocument) =>
  document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

function plain(grid: Grid): ExpectedGrid {
  return {
    rows: grid.rows,
    columns: grid.columns,
    cells: grid.cells.map(({ row, column, rowSpan, columnSpan, text, nested }) => ({
      ...{ row, column, rowSpan, columnSpan, text: text.replace(/\s+/gu, '') },
      ...(nested === undefined ? {} : { nested: nested.map(plain) }),
    })),
  }
}

const texts = (grid: Grid | undefined) => grid?.cells.map((cell) => [cell.row, cell.column, cell.text])
const read = (...pages: RawPage[]) => readPdf(rawPdf(pages), 'test.pdf')
const failureOf = (bytes: Uint8Array) =>
  readPdf(bytes, 'bad.pdf').then(
    () => undefined,
    (error: AppError) => error,
  )

describe('documents made by an office program', () => {
  it.each(['merged', 'over-pages', 'nested'])('%s.pdf: every cell as in the .docx it was made from', async (name) => {
    const document = await readPdf(fixture(`${name}.pdf`), `${name}.pdf`)
    const expected = JSON.parse(new TextDecoder().decode(fixture(`${name}.expected.json`))) as ExpectedGrid[]
    expect(grids(document).map(plain)).toEqual(expected)
    expect(document.notes).toEqual([])
  })

  it('keeps text around tables as paragraphs and leaves out running heads and page numbers', async () => {
    const document = await readPdf(fixture('over-pages.pdf'), 'over-pages.pdf')
    const found = paragraphs(document)
    expect(found).toHaveLength(6)
    expect(found[0]).toMatch(/^二、绩效评价情况。2023年，.*形成下列各表。$/u)
    expect(found[1]).toBe('项目支出绩效自评表')
    expect(found.at(-1)).toBe('以上各表中金额单位除注明外均为万元。')
    expect(found.join('')).not.toContain('部门决算')
  })

  it('gives page, table, row, column and box of the first part of a cell', async () => {
    const document = await readPdf(fixture('over-pages.pdf'), 'over-pages.pdf')
    const cell = grids(document)[1]?.cells[0]
    expect(cell?.at).toMatchObject({ table: 2, row: 1, column: 1 })
    expect(cell?.at.page).toBeGreaterThan(1)
    expect(cell?.at.box?.[0]).toBeCloseTo(50, -1)
  })
})

const X = [50, 150, 300]
const Y = [800, 770, 740]
const CELLS = [
  show(55, 780, '项目名称'),
  show(155, 780, '水利设施维护'),
  show(55, 750, '执行率'),
  show(155, 750, '98.62%'),
]
const FOUR = [
  [0, 0, '项目名称'],
  [0, 1, '水利设施维护'],
  [1, 0, '执行率'],
  [1, 1, '98.62%'],
]

describe('lines and text drawn in unusual ways', () => {
  it('reads GBK text in a font that is not embedded', async () => {
    expect(texts(grids(await read({ content: `${ruled(X, Y)}\n${CELLS.join('\n')}` }))[0])).toEqual(FOUR)
  })

  it('reads a page turned by /Rotate', async () => {
    // The sheet stands upright; what is drawn on it lies on its side and the viewer turns it back.
    const content = `q 0 1 -1 0 842 0 cm ${ruled(X, Y)}\n${CELLS.join('\n')} Q`
    const document = await read({ content, mediaBox: [0, 0, 842, 595], rotate: 90 })
    expect(texts(grids(document)[0])).toEqual(FOUR)
  })

  it('takes thin filled rectangles and double lines as lines and fills as background', async () => {
    const thin = (x: number, y: number, width: number, height: number) => `${x} ${y} ${width} ${height} re f`
    const rules = [
      '0.8 g 50 770 250 30 re f 0 g',
      ...X.map((x) => thin(x, 740, 0.5, 60)),
      ...Y.flatMap((y) => [thin(50, y, 250.5, 0.5), thin(50, y - 1.8, 250.5, 0.5)]),
    ]
    expect(texts(grids(await read({ content: [...rules, ...CELLS].join('\n') }))[0])).toEqual(FOUR)
  })

  it('takes each cell drawn as its own stroked box as a cell', async () => {
    const boxes = ['50 770 100 30', '150 770 150 30', '50 740 100 30', '150 740 150 30'].map((box) => `${box} re S`)
    expect(texts(grids(await read({ content: [...boxes, ...CELLS].join('\n') }))[0])).toEqual(FOUR)
  })

  it('splits one string at the ruling that it crosses', async () => {
    const content = [ruled(X, Y), show(112, 780, '年初数全年数'), show(55, 750, '执行率'), show(155, 750, '98.62%')]
    const shown = content
      .join('\n')
      .replace(show(112, 780, '年初数全年数'), `BT /F2 10 Tf 112 780 Td [${gbk('年初数')} -800 ${gbk('全年数')}] TJ ET`)
    expect(texts(grids(await read({ content: shown }))[0])?.slice(0, 2)).toEqual([
      [0, 0, '年初数'],
      [0, 1, '全年数'],
    ])
  })

  it('closes a table without outer side borders', async () => {
    const rules = [...Y.map((y) => line(50, y, 300, y)), line(150, 740, 150, 800)]
    expect(texts(grids(await read({ content: [...rules, ...CELLS].join('\n') }))[0])).toEqual(FOUR)
  })

  it('makes one cell of places with no line between, and puts its lines one below the other', async () => {
    const rules = [line(50, 740, 50, 800), line(150, 740, 150, 800), line(300, 740, 300, 800), line(50, 800, 300, 800)]
    rules.push(line(50, 740, 300, 740), line(150, 770, 300, 770))
    const label = [show(90, 775, '绩效'), show(90, 755, '指标')]
    const document = await read({ content: [...rules, ...label, CELLS[1], CELLS[3]].join('\n') })
    expect(grids(document)[0]?.cells[0]).toMatchObject({ text: '绩效\n指标', rowSpan: 2, columnSpan: 1 })
  })

  it('reads text turned a quarter and text in vertical writing', async () => {
    const turned = `BT /F2 10 Tf 0 1 -1 0 104 745 Tm ${gbk('绩效指标')} Tj ET`
    const vertical = `BT /F3 10 Tf 220 797 Td ${gbk('产出指标')} Tj ET`
    const document = await read({ content: `${ruled(X, [800, 740])}\n${turned}\n${vertical}` })
    expect(texts(grids(document)[0])).toEqual([
      [0, 0, '绩效指标'],
      [0, 1, '产出指标'],
    ])
  })

  it('sees a frame round the page as no table, and a tick box in a cell as part of the cell', async () => {
    const frame = `20 20 555 802 re S 280 782 8 8 re S`
    expect(texts(grids(await read({ content: [frame, ruled(X, Y), ...CELLS].join('\n') }))[0])).toEqual(FOUR)
  })

  it('puts a blank only where the gap is wide, and prints bold made by double printing once', async () => {
    const spaced = `BT /F2 10 Tf 55 780 Td 1 Tc ${gbk('项目名称')} Tj ET ${show(55.3, 750, '执行率')}`
    const words = `BT /F1 10 Tf 155 780 Td [(Water) -300 (Works) -40 (2020)] TJ ET`
    const document = await read({ content: [ruled(X, Y), spaced, CELLS[2], words, CELLS[3]].join('\n') })
    expect(texts(grids(document)[0])?.map((cell) => cell[2])).toEqual([
      '项目名称',
      'Water Works2020',
      '执行率',
      '98.62%',
    ])
  })
})

describe('text without ruling lines', () => {
  it('is given line by line, with an empty line for a wide gap', async () => {
    const rows = [780, 764, 748, 700, 684].map(
      (y, i) => `${show(50, y, `指标${i + 1}`)} ${show(200, y, '10')} ${show(260, y, '9')}`,
    )
    const document = await read({ content: rows.join('\n') })
    expect(document.blocks).toHaveLength(1)
    const [block] = document.blocks
    expect(block?.kind === 'lines' && block.lines.map((one) => one.text)).toEqual([
      '指标1 10 9',
      '指标2 10 9',
      '指标3 10 9',
      '',
      '指标4 10 9',
      '指标5 10 9',
    ])
  })
})

describe('page breaks', () => {
  const row = (y: number, ...words: string[]) => words.map((word, i) => show((X[i] ?? 0) + 5, y, word)).join('\n')
  const foot = (number: number) => show(290, 30, `${number}`)

  it('continues a table on the next page when the page above is full', async () => {
    const first = [ruled(X, [90, 70, 50]), row(76, '数量指标', '1'), row(56, '质量指标', '2'), foot(1)].join('\n')
    const second = [ruled(X, [800, 780, 760]), row(786, '时效指标', '3'), row(766, '成本指标', '4'), foot(2)].join('\n')
    const document = await read({ content: first }, { content: second })
    expect(grids(document)).toHaveLength(1)
    expect(
      texts(grids(document)[0])
        ?.map((cell) => cell[2])
        .join(),
    ).toBe('数量指标,1,质量指标,2,时效指标,3,成本指标,4')
    expect(document.blocks).toHaveLength(1)
  })

  it('keeps two tables apart when the next row would have fitted, or the second begins as the first did', async () => {
    const top = [ruled(X, [800, 780, 760]), row(786, '项目名称', '甲'), row(766, '主管部门', '乙')].join('\n')
    const low = [ruled(X, [90, 70, 50]), row(76, '项目名称', '丙'), row(56, '主管部门', '乙')].join('\n')
    expect(
      grids(await read({ content: top }, { content: top.replace(gbk('项目名称'), gbk('项目负责')) }, { content: low })),
    ).toHaveLength(3)
    expect(grids(await read({ content: low }, { content: top }))).toHaveLength(2)
  })
})

describe('files that cannot be read, or not all of it', () => {
  it('says that a file is encrypted', async () => {
    const bytes = rawPdf([{ content: ruled(X, Y) }], {
      trailer: `/Encrypt 10 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
      extraObjects: [`<< /Filter /Standard /V 1 /R 2 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> /P -44 >>`],
    })
    expect(await failureOf(bytes)).toMatchObject({ code: 'ENCRYPTED_FILE', where: 'bad.pdf' })
  })

  it('tells a cut file from a damaged one and from another format', async () => {
    const whole = fixture('merged.pdf')
    expect(await failureOf(whole.subarray(0, 3000))).toMatchObject({ code: 'TRUNCATED_FILE' })
    expect(await failureOf(new TextEncoder().encode('年度决算'))).toMatchObject({ code: 'UNREADABLE_FILE' })
    expect(await failureOf(new Uint8Array(0))).toMatchObject({ code: 'UNREADABLE_FILE' })
    expect(await failureOf(new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'))).toMatchObject({
      code: 'UNREADABLE_FILE',
    })
  })

  it('reads what is there of a file without its end, and says so', async () => {
    const bytes = rawPdf([{ content: [ruled(X, Y), ...CELLS].join('\n') }])
    const document = await readPdf(bytes.subarray(0, bytes.length - 20), 'cut.pdf')
    expect(texts(grids(document)[0])).toEqual(FOUR)
    expect(document.notes).toMatchObject([{ code: 'truncated' }])
  })

  it('notes a page without text', async () => {
    const picture = 'q 500 0 0 700 40 60 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q'
    const document = await read(
      { content: CELLS.join('\n') },
      { content: picture },
      { content: picture },
      { content: '' },
    )
    expect(document.pages).toBe(4)
    expect(document.notes).toMatchObject([{ code: 'page-without-text', at: { page: 2 } }])
    expect(document.notes[0]?.message).toContain('第 2–3 页')
  })

  it('stops at its bounds with a message', async () => {
    const engine = await nodeEngine()
    const bytes = fixture('over-pages.pdf')
    const limits = { pages: 5000, milliseconds: 8000, millisecondsPerMiB: 6000 }
    const some = await readPdfWith(engine, bytes, 'a.pdf', { ...limits, pages: 2 })
    expect(some.notes).toMatchObject([{ code: 'limit' }])
    await expect(
      readPdfWith(engine, bytes, 'a.pdf', { ...limits, milliseconds: 0, millisecondsPerMiB: 0 }),
    ).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })

  it.each([
    ['a parser that runs in circles', 'for (;;) {}', 'LIMIT_EXCEEDED'],
    [
      'a parser that never answers',
      'setInterval(() => {}, 1e6); export const WorkerMessageHandler = { initializeFromPort() {} }',
      'LIMIT_EXCEEDED',
    ],
    ['a parser that dies', 'process.exit(3)', 'UNREADABLE_FILE'],
  ])('survives %s', async (_name, code, failure) => {
    const engine = await nodeEngine()
    const bytes = fixture('merged.pdf')
    const broken = { ...engine, leaseParser: () => leaseParser(`data:text/javascript,${encodeURIComponent(code)}`) }
    // A sound parser may be waiting from an earlier file: take those out of the way.
    const waiting = [engine.leaseParser?.(), engine.leaseParser?.()]
    // One that dies is heard of; on a busy machine that may take longer than one that is silent is given.
    const limits = { pages: 10, milliseconds: failure === 'LIMIT_EXCEEDED' ? 400 : 20_000, millisecondsPerMiB: 0 }
    await expect(readPdfWith(broken, bytes, 'a.pdf', limits)).rejects.toMatchObject({ code: failure })
    await Promise.all(waiting.map((lease) => lease?.end(false)))
    expect(grids(await readPdf(bytes, 'a.pdf'))).toHaveLength(1)
  })

  it('cuts lines and pages that damaged numbers make endless', async () => {
    const content = [ruled(X, Y), ...CELLS, '0 770 m 1e30 770 l S', '-1e30 740 9e37 0.5 re f'].join('\n')
    expect(texts(grids(await read({ content }))[0])?.map((cell) => cell[2])).toContain('水利设施维护')
    const huge = await read({ content: CELLS.join('\n'), mediaBox: [0, 0, 1e9, 1e9] })
    expect(huge.blocks).toHaveLength(0)
  })

  it('leaves the bytes of the caller alone and answers every damaged file', async () => {
    const bytes = fixture('merged.pdf')
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % below
    }
    for (let round = 0; round < 60; round += 1) {
      const damaged = bytes.slice()
      for (let i = 0; i < 1 + random(40); i += 1) damaged[random(damaged.length)] = random(256)
      const failure = await failureOf(damaged)
      if (failure !== undefined) expect(failure.name).toBe('AppError')
      expect(damaged.length).toBe(bytes.length)
    }
  })
})

describe('what a caller hands over', () => {
  it('may be a Buffer, and stays whole', async () => {
    const buffer = readFileSync(new URL('../../../test/fixtures/pdf/merged.pdf', import.meta.url))
    const before = buffer.length
    const { blocks } = await readPdf(buffer, 'merged.pdf')
    expect(blocks.length).toBeGreaterThan(0)
    expect(buffer.length).toBe(before)
    expect(buffer.subarray(0, 4).toString()).toBe('%PDF')
  })
})
