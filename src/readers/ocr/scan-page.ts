import { append } from '../../kernel/lists.ts'
import type { Glyph, PageContent, Ruling } from '../layout/geometry.ts'
import { isWide } from '../layout/lines.ts'
import { layOutPage, type PageLayout } from '../layout/page-layout.ts'
import type { GrayImage, Ocr, OcrWord } from './engine.ts'
import { findRulings, withoutRulings } from './image-rulings.ts'
import { onPage, sheetsOf, textRegions } from './regions.ts'

/** Reads a page without text from its picture: the lines make the table, the engine says what stands in it. */
export async function readScannedPage(pdf: Uint8Array, page: PageLayout, ocr: Ocr): Promise<PageLayout> {
  const image = await ocr.renderer.render(pdf, page.number)
  return layOutPage(await contentOf(image, page, ocr))
}

/** Of the size that the page says it has; a picture of no size is an empty page. */
export async function contentOf(
  image: GrayImage,
  page: Pick<PageLayout, 'number' | 'width' | 'height'>,
  { engine }: Pick<Ocr, 'engine'>,
): Promise<PageContent> {
  const { number, width, height } = page
  const empty: PageContent = { number, width, height, glyphs: [], horizontal: [], vertical: [], mayHavePicture: true }
  const perPoint = image.width / width
  if (!(perPoint > 0) || !Number.isFinite(perPoint)) return empty
  const rulings = findRulings(image, perPoint)
  const inPoints = ({ at, from, to }: Ruling): Ruling => ({
    at: at / perPoint,
    from: from / perPoint,
    to: to / perPoint,
  })
  const lines = { horizontal: rulings.horizontal.map(inPoints), vertical: rulings.vertical.map(inPoints) }
  const sheets = sheetsOf(withoutRulings(image, rulings, perPoint), textRegions({ ...lines, width, height }), perPoint)
  const glyphs: Glyph[] = []
  for (const sheet of sheets) {
    let before: OcrWord | undefined
    let reached = 0
    for (const word of await engine.recognise(sheet.image)) {
      const placed = onPage(word, sheet)
      if (placed === undefined) continue
      // Boxes of neighbours overlap; the order in which the engine gives the words of a line is the right one.
      const added = glyphsOf(placed, perPoint, before?.line === word.line ? reached : 0)
      append(glyphs, added)
      reached = added.at(-1)?.to ?? reached
      before = word
    }
  }
  return { ...empty, ...lines, glyphs, isScan: true }
}

/** Lines of print between these sizes; what an engine takes for higher lines is two of them or a stain. */
const SMALLEST = 6
const LARGEST = 26
/** Width in points that a character has at least, when its neighbour's box covers its own. */
const LEAST_WIDTH = 0.5
/** From the middle of a line to its base, as a part of the size. */
const BELOW_MIDDLE = 0.36

/** The characters of a word, spread over its box; none is sure. */
function glyphsOf(word: OcrWord, perPoint: number, reached: number): Glyph[] {
  const characters = [...word.text].filter((char) => char.trim() !== '')
  const weights = characters.map((char) => (isWide(char) ? 1 : 0.55))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const size = Math.min(LARGEST, Math.max(SMALLEST, word.line.height / perPoint))
  const y = (word.line.top + word.line.height / 2) / perPoint
  let from = Math.max(word.left / perPoint, reached)
  const room = Math.max((word.left + word.width) / perPoint - from, LEAST_WIDTH * characters.length)
  return characters.map((text, index) => {
    const width = (weights[index]! / total) * room
    const glyph: Glyph = {
      text,
      turn: 'right',
      from,
      to: from + width,
      base: y + BELOW_MIDDLE * size,
      size,
      x: from + width / 2,
      y,
      sure: false,
    }
    from += width
    return glyph
  })
}
