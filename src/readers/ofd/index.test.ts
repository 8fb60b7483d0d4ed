import { describe, expect, test } from 'vitest'
import { generateForm } from '../../../test/support/generate-form.ts'
import { drawForm } from '../../../test/support/printed-form.ts'
import { randomFrom } from '../../../test/support/random.ts'
import { ofdLayer, ofdOf, toOfd } from '../../../test/support/write-ofd.ts'
import { AppError } from '../../domain/failure.ts'
import type { SourceDocument } from '../../domain/source-document.ts'
import { readDocument } from '../index.ts'
import { seededRandom, zipOf } from '../test-packages.ts'

const read = (bytes: Uint8Array): Promise<SourceDocument> => readDocument(bytes, 'a.ofd')
const text = (inside: string, attributes = '', box = '20 20 100 6'): string =>
  `<ofd:TextObject ID="5" Boundary="${box}" Font="1" Size="4" ${attributes}>${inside}</ofd:TextObject>`
const code = (inside: string, attributes = 'X="0" Y="4"'): string =>
  `<ofd:TextCode ${attributes}>${inside}</ofd:TextCode>`
const page = (objects: string, more = ''): string => more + ofdLayer(objects)
/** The texts of a page, however they are grouped. */
const lines = (document: SourceDocument): string[] =>
  document.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.kind === 'lines'
        ? block.lines.map((line) => line.text)
        : block.cells.map((cell) => cell.text),
  )
const stroke = (data: string, box = '0 0 200 290'): string =>
  `<ofd:PathObject ID="9" Boundary="${box}" LineWidth="0.25"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
const GRID = stroke(
  'M 20 20 L 120 20 M 20 40 L 120 40 M 20 60 L 120 60 M 20 20 L 20 60 M 70 20 L 70 60 M 120 20 L 120 60',
)

describe('OFD', () => {
  test('forms: every cell with its place and spans', async () => {
    const forms = Array.from({ length: 6 }, (_, i) => generateForm(randomFrom(9100 + i), i + 1).form)
    const document = await read(toOfd(forms))
    const grids = document.blocks.filter((block) => block.kind === 'grid')
    const squeezed = (value: string): string => value.replace(/\s+/gu, '')
    expect([document.format, document.pages, document.notes]).toEqual(['ofd', 6, []])
    expect(grids).toHaveLength(6)
    for (const [index, form] of forms.entries()) {
      const drawn = drawForm(form)
      const order = (a: { row: number; column: number }, b: typeof a): number => a.row - b.row || a.column - b.column
      const cells = grids[index]!.cells.map(({ row, column, rowSpan, columnSpan, text: shown }) => ({
        ...{ row, column, rowSpan, columnSpan, text: squeezed(shown) },
      }))
      const expected = drawn.cells.map(({ row, column, rowSpan, columnSpan, text: shown }) => ({
        ...{ row, column, rowSpan, columnSpan, text: squeezed(shown) },
      }))
      expect(cells).toEqual(expected.sort(order))
      expect(grids[index]!.at.page).toBe(index + 1)
    }
    // The title of each page comes from a template.
    expect(lines(document).filter((line) => line.startsWith('项目支出绩效自评表'))).toHaveLength(6)
  })
  test('steps between characters in short form, and runs that go on', async () => {
    const steps = code('绩效自评', 'X="0" Y="4" DeltaX="g 2 4 4"')
    const gap = code('甲乙', 'X="40" Y="4" DeltaX="20"')
    expect(lines(await read(ofdOf([page(text(steps + gap))])))).toEqual(['绩效自评 甲 乙'])
  })
  test('text down the page, and text turned by a matrix', async () => {
    const down = text(code('绩效指标', 'X="0" Y="4" DeltaY="4 4 4"'), '', '20 20 6 30')
    const turned = text(code('转动', 'X="0" Y="4" DeltaX="4"'), 'CTM="0 -1 1 0 0 0"', '100 100 30 30')
    const document = await read(ofdOf([page(down + turned)]))
    expect(lines(document).sort()).toEqual(['绩效指标', '转动'])
  })
  test('glyphs that stand for several characters take one step', async () => {
    const map =
      '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform>'
    const document = await read(ofdOf([page(text(map + code('中fi文', 'X="0" Y="4" DeltaX="4 4"')))]))
    expect(lines(document)).toEqual(['中fi文'])
  })
  test('what is hidden or clips is left out; what is shared is drawn where it is set', async () => {
    const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    const hidden = text(code('藏'), 'Visible="false"', '20 90 50 6')
    const clipped = text(
      `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Text>${code('裁')}</ofd:Text></ofd:Area></ofd:Clip></ofd:Clips>${code('显')}`,
    )
    const composite = '<ofd:CompositeObject ID="8" Boundary="0 100 100 20" ResourceID="77"/>'
    const resource = `<ofd:Res ${NAMESPACE} BaseLoc="Res"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="77" Width="100" Height="20"><ofd:Content>${text(code('共用'))}<ofd:CompositeObject ID="3" Boundary="0 0 1 1" ResourceID="77"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`
    const bytes = ofdOf(
      [page(hidden + clipped + composite)],
      { 'Doc_0/PublicRes.xml': resource },
      '<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>',
    )
    const shown = lines(await read(bytes))
    expect(shown[0]).toBe('显')
    expect(shown.filter((line) => line.includes('共用')).length).toBeGreaterThan(0)
    expect(shown.join('')).not.toMatch(/藏|裁/)
  })
  test('cells, and characters that the font does not name', async () => {
    const cell = (shown: string, box: string): string => text(code(shown), '', box)
    const body = GRID + cell('甲', '22 22 40 6') + cell('¤', '72 22 40 6') + cell('丙', '22 42 40 6')
    const document = await read(ofdOf([page(body)]))
    expect(document.blocks).toMatchObject([{ kind: 'grid', rows: 2, columns: 2 }])
    const [grid] = document.blocks
    if (grid?.kind !== 'grid') return expect.fail('no table')
    expect(grid.cells.map((each) => [each.text, each.unsure ?? false])).toEqual([
      ['甲', false],
      ['¤', true],
      ['丙', false],
      ['', false],
    ])
    // 20 mm are 56.7 points.
    expect(grid.at.box?.map(Math.round)).toEqual([57, 57, 340, 170])
  })
  test('pictures without text are a scan; a page that is not there is told', async () => {
    const scan = page('<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="3"/>')
    const bytes = ofdOf([scan, page(text(code('文')))], { 'Doc_0/Pages/Page_1/Content.xml': '' })
    expect((await read(bytes)).notes).toMatchObject([{ code: 'page-without-text', at: { page: 1 } }])
    const document = zipOf({
      'OFD.xml': '<OFD><DocBody><DocRoot>/D/Document.xml</DocRoot></DocBody></OFD>',
      'D/Document.xml': '<Document><Pages><Page BaseLoc="P.xml"/></Pages></Document>',
    })
    expect((await read(document)).notes).toMatchObject([{ code: 'truncated', at: { page: 1 } }])
  })
})

describe('OFD files that cannot be read', () => {
  const failure = (bytes: Uint8Array): Promise<AppError> =>
    read(bytes).then(
      () => expect.fail('was read'),
      (error: AppError) => error,
    )
  test('each get a message', async () => {
    expect(await failure(zipOf({ 'OFD.xml': '<OFD/>' }))).toMatchObject({ code: 'UNREADABLE_FILE' })
    expect(await failure(zipOf({ 'OFD.xml': '<OFD/>', 'Doc_0/Encryptions.xml': 'x' }))).toMatchObject({
      code: 'ENCRYPTED_FILE',
    })
    expect(await failure(zipOf({ 'OFD.xml': '<OFD>' }))).toMatchObject({ code: 'UNREADABLE_FILE' })
  })
  test('mutated pages are read or get a message, and none takes long', async () => {
    const random = seededRandom(33)
    const xml = page(GRID + text(code('绩效自评', 'X="0" Y="4" DeltaX="g 3 4"')) + text(code('0.5', 'X="1" Y="4"')))
    let slowest = 0
    for (let round = 0; round < 400; round += 1) {
      const chars = [...xml]
      for (let change = Math.floor(random() * 6); change >= 0; change -= 1) {
        const at = Math.floor(random() * chars.length)
        const from = Math.floor(random() * chars.length)
        if (random() < 0.5) chars[at] = '0123456789 gMLC"<>/-e'[Math.floor(random() * 21)]!
        else chars.splice(at, 0, ...chars.slice(from, from + Math.floor(random() * 40)))
      }
      const started = performance.now()
      await read(ofdOf([chars.join('')])).catch((error: unknown) => expect(error).toBeInstanceOf(AppError))
      slowest = Math.max(slowest, performance.now() - started)
    }
    expect(slowest).toBeLessThan(2000)
  })
  test('counts and places made to take all memory do not', async () => {
    const steps = code('甲'.repeat(50), 'X="0" Y="4" DeltaX="g 999999999 1"')
    const far = stroke('M -1e300 20 L 1e300 20 M 20 -1e300 L 20 1e300')
    expect(lines(await read(ofdOf([page(text(steps) + far)])))[0]).toMatch(/^甲/)
  })
})
