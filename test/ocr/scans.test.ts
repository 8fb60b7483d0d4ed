/**
 * Scanned pages, from a PDF whose pages are pictures. The engine of these tests is Tesseract as installed; where it is not, the
 * tests that need it say so and are skipped.
 */
import { readFileSync } from 'node:fs'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../src/domain/source-document.ts'
import { parsePgm, parseTsv, tesseractOcr } from '../../src/main/tesseract.ts'
import { readDocument } from '../../src/readers/index.ts'
import type { GrayImage, Ocr } from '../../src/readers/ocr/engine.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/pdf/${name}`, import.meta.url)))

const [ocr, missing] = await tesseractOcr().then(
  (found): [Ocr | undefined, string] => [found, ''],
  (error: Error): [undefined, string] => [undefined, error.message],
)

/** An A4 page that is nothing but this picture. */
function scanOf({ width, height, pixels }: GrayImage): Uint8Array {
  const data = zlibSync(pixels)
  const head = [
    '%PDF-1.4\n',
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n',
    '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n',
    '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>> endobj\n',
    '4 0 obj <</Length 28>> stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream endobj\n',
    `5 0 obj <</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${data.length}>> stream\n`,
  ].join('')
  const tail = '\nendstream endobj\ntrailer <</Root 1 0 R/Size 6>>\n%%EOF\n'
  return new Uint8Array(Buffer.concat([Buffer.from(head), data, Buffer.from(tail)]))
}

/** A table of two rows and two columns, drawn by hand: 2 points a pixel on 300 × 420. */
function drawnTable(): GrayImage {
  const [width, height] = [1190, 1684]
  const pixels = new Uint8Array(width * height).fill(255)
  const bar = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = y0; y < y1; y += 1) pixels.fill(0, y * width + x0, y * width + x1)
  }
  for (const y of [200, 300, 400]) bar(100, y, 703, y + 3)
  for (const x of [100, 400, 700]) bar(x, 200, x + 3, 403)
  // Ink in the cells, and below the table, for the engine to be asked about.
  for (const [x, y] of [
    [150, 240],
    [450, 240],
    [150, 340],
    [150, 600],
  ] as const)
    bar(x, y, x + 20, y + 20)
  return { width, height, pixels }
}

/** An engine that names the pieces of ink it is shown from the top down. */
function countingEngine(images: GrayImage[]): Ocr {
  return {
    engine: {
      name: '试验',
      recognise: (image) => {
        images.push(image)
        const words = []
        for (let y = 0; y < image.height; y += 1) {
          const x = image.pixels.subarray(y * image.width, (y + 1) * image.width).findIndex((pixel) => pixel < 150)
          const isTop = y === 0 || image.pixels[(y - 1) * image.width + x] === 255
          if (x < 0 || !isTop) continue
          const line = { top: y, height: 20 }
          words.push({ text: `第${words.length + 1}块`, left: x, top: y, width: 60, height: 20, line })
        }
        return Promise.resolve(words)
      },
    },
    renderer: { render: () => Promise.resolve(drawnTable()) },
  }
}

describe('scanned pages', () => {
  it('are named and not read without an engine', async () => {
    const document = await readDocument(scanOf(drawnTable()), '扫描.pdf')
    expect(document.blocks).toEqual([])
    expect(document.notes).toMatchObject([{ code: 'page-without-text', at: { page: 1 } }])
    expect(document.notes[0]?.message).toMatch(/扫描件.*--ocr/)
  })
  it('become tables by their lines, with what the engine read in the cells, all of it unsure', async () => {
    const images: GrayImage[] = []
    const document = await readDocument(scanOf(drawnTable()), '扫描.pdf', { ocr: countingEngine(images) })
    const [grid, paragraph] = document.blocks as readonly [Grid, { text: string }]
    expect([grid.rows, grid.columns]).toEqual([2, 2])
    expect(grid.cells.map((cell) => [cell.text, cell.unsure ?? false])).toEqual([
      ['第1块', true],
      ['第2块', true],
      ['第3块', true],
      ['', true],
    ])
    expect(grid.at.box?.map(Math.round)).toEqual([51, 101, 351, 201])
    expect(paragraph.text).toBe('第4块')
    expect(document.notes).toMatchObject([{ code: 'scanned-page', message: expect.stringContaining('试验') }])
    // The pieces stand below one another on one sheet, and the lines are gone from it.
    expect(images).toHaveLength(1)
    expect(images[0]?.pixels.filter((pixel) => pixel < 150)).toHaveLength(4 * 400)
  })
  it('that the engine fails on stay unread, with the reason', async () => {
    const failing = countingEngine([])
    const { AppError } = await import('../../src/domain/failure.ts')
    const recognise = () => Promise.reject(new AppError('UNREADABLE_FILE', '试验', '试验没有完成文字识别', ''))
    const document = await readDocument(scanOf(drawnTable()), '扫描.pdf', {
      ocr: { ...failing, engine: { name: '试验', recognise } },
    })
    expect(document.notes.map((note) => note.code).sort()).toEqual(['page-without-text', 'scanned-page'])
  })
  it('are not looked for where there is text', async () => {
    const document = await readDocument(fixture('merged.pdf'), 'a.pdf', { ocr: countingEngine([]) })
    expect(document.notes).toEqual([])
  })
})

describe('Tesseract', () => {
  it('tells what to install when it is not there', async () => {
    const path = process.env.PATH
    process.env.PATH = ''
    try {
      await expect(tesseractOcr()).rejects.toMatchObject({ remedy: expect.stringContaining('tesseract-ocr-chi-sim') })
    } finally {
      process.env.PATH = path
    }
  })
  it('output and pictures are taken apart', () => {
    const row = (...cells: readonly (string | number)[]): string => cells.join('\t')
    const text = [
      row('level', 'page_num'),
      row(4, 1, 1, 1, 1, 0, 10, 20, 100, 30, -1, ''),
      row(5, 1, 1, 1, 1, 1, 12, 22, 40, 25, 93.1, '得分'),
      row(5, 1, 1, 1, 1, 2, 60, 22, 40, 25, 12, ' '),
    ].join('\n')
    expect(parseTsv(text)).toEqual([
      { text: '得分', left: 12, top: 22, width: 40, height: 25, line: { top: 20, height: 30 } },
    ])
    expect(parsePgm(Buffer.from('P5\n2 1\n255\nab'))).toMatchObject({ width: 2, height: 1 })
    expect(parsePgm(Buffer.from('P5\n2 2\n255\nab'))).toBeUndefined()
    expect(parsePgm(Buffer.from('P6 2 2 255 '))).toBeUndefined()
  })
  it('reads a scanned form: every cell in its place, most texts right', async (context) => {
    if (ocr === undefined) return context.skip(`跳过：${missing}。Skipped: Tesseract is not installed.`)
    const page = await ocr.renderer.render(fixture('merged.pdf'), 1)
    const document = await readDocument(scanOf(page), '扫描.pdf', { ocr })
    const expected = JSON.parse(new TextDecoder().decode(fixture('merged.expected.json'))) as readonly Grid[]
    const read = document.blocks.find((block) => block.kind === 'grid')
    const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
    const places = (grid: Grid | undefined) =>
      grid?.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])
    expect(places(read)).toEqual(places(expected[0]))
    const right = expected[0]!.cells.filter((cell, i) => squeezed(cell.text) === squeezed(read?.cells[i]?.text ?? ''))
    expect(right.length / expected[0]!.cells.length).toBeGreaterThan(0.8)
  }, 120_000)
})
