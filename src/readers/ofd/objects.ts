import type { Matrix } from '../layout/geometry.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { XmlTag } from '../xml/scan.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { numbers, type OfdBox, parseBox, parseMatrix, parsePath, parseSteps } from './numbers.ts'
import { scanElements } from './package.ts'

interface Placed {
  readonly box: OfdBox
  /** From the space of the object to that of its box. */
  readonly matrix: Matrix | undefined
}

/** A run of characters with a place of its own. */
export interface TextRun {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly stepsX: readonly number[]
  readonly stepsY: readonly number[]
}

/** Which characters of a text are drawn as how many glyphs of the font. */
export interface GlyphMap {
  readonly position: number
  readonly characters: number
  readonly glyphs: number
}

export interface TextObject extends Placed {
  readonly kind: 'text'
  readonly size: number
  readonly widthScale: number
  readonly readDirection: number
  readonly runs: readonly TextRun[]
  readonly glyphMaps: readonly GlyphMap[]
}

export interface PathObject extends Placed {
  readonly kind: 'path'
  readonly stroke: boolean
  readonly fill: boolean
  readonly lineWidth: number
  readonly data: readonly number[]
}

/** A shared drawing set into the page. */
export interface CompositeObject extends Placed {
  readonly kind: 'composite'
  readonly resource: string
}

export type PageObject = TextObject | PathObject | CompositeObject | { readonly kind: 'picture' }

export interface PartContent {
  readonly box: OfdBox | undefined
  /** Ids of the templates that lie under the page. */
  readonly templates: readonly string[]
  readonly objects: readonly PageObject[]
  /** Shared drawings by their ids, in a part of resources. */
  readonly composites: ReadonlyMap<string, readonly PageObject[]>
}

const NOWHERE: OfdBox = [0, 0, 0, 0]
/** What the standard says a line is wide when nothing says it; millimetres. */
const USUAL_LINE = 0.353
/** More objects in one part are a drawing, not a document. */
const MOST_OBJECTS = 300_000

/** Objects that may still be read; parts that are kept share one. */
export interface ObjectBudget {
  objects: number
}

export const objectBudget = (): ObjectBudget => ({ objects: MOST_OBJECTS })

/** Reads a page, a template or a part of shared drawings; undefined when the package has no such part. */
export function readPart(
  archive: ZipArchive,
  part: string,
  limits: ReaderLimits,
  budget = objectBudget(),
): PartContent | undefined {
  const reading = new PartReading(archive.where, budget)
  const isThere = scanElements(archive, part, limits, {
    open: (path, tag) => reading.open(path, tag),
    text: (path, text) => reading.text(path, text),
    close: (path) => reading.close(path),
  })
  return isThere ? reading : undefined
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] }

class PartReading implements PartContent {
  box: OfdBox | undefined
  readonly templates: string[] = []
  readonly objects: PageObject[] = []
  readonly composites = new Map<string, PageObject[]>()
  readonly #where: string
  #into: PageObject[] = this.objects
  readonly #budget: ObjectBudget
  #text: (Draft<TextObject> & { runs: TextRun[]; glyphMaps: GlyphMap[] }) | undefined
  #path: Draft<PathObject> | undefined
  #run: Draft<TextRun> | undefined
  /** Inside an object or layer that is not shown, and in the outlines that clip an object. */
  #hidden = 0

  constructor(where: string, budget: ObjectBudget) {
    this.#where = where
    this.#budget = budget
  }

  open(path: readonly string[], tag: XmlTag): void {
    const name = path.at(-1)!
    if (this.#hidden > 0 || name === 'Clips' || tag.attribute('Visible') === 'false') {
      this.#hidden += 1
      return
    }
    switch (name) {
      case 'Template':
        this.templates.push(tag.attribute('TemplateID') ?? '')
        break
      case 'CompositeGraphicUnit':
        this.composites.set(tag.attribute('ID') ?? '', (this.#into = []))
        break
      case 'TextObject':
        this.#text = textObject(tag)
        break
      case 'TextCode':
        this.#openRun(tag)
        break
      case 'CGTransform':
        this.#text?.glyphMaps.push(glyphMap(tag))
        break
      case 'PathObject':
        this.#path = pathObject(tag)
        break
      case 'ImageObject':
        this.#add({ kind: 'picture' })
        break
      case 'CompositeObject':
        this.#add({ ...placed(tag), kind: 'composite', resource: tag.attribute('ResourceID') ?? '' })
    }
  }

  text(path: readonly string[], text: string): void {
    if (this.#hidden > 0) return
    const name = path.at(-1)
    if (name === 'PhysicalBox') this.box ??= parseBox(text)
    else if (name === 'TextCode' && this.#run) this.#run.text = text.replace(/[\r\n]/g, '')
    else if (name === 'AbbreviatedData' && this.#path) this.#path.data = parsePath(text)
  }

  close(path: readonly string[]): void {
    if (this.#hidden > 0) {
      this.#hidden -= 1
      return
    }
    const name = path.at(-1)
    if (name === 'TextCode' && this.#run) {
      this.#text?.runs.push(this.#run)
      this.#run = undefined
    } else if (name === 'TextObject' && this.#text) {
      this.#add(this.#text)
      this.#text = undefined
    } else if (name === 'PathObject' && this.#path) {
      this.#add(this.#path)
      this.#path = undefined
    } else if (name === 'CompositeGraphicUnit') this.#into = this.objects
  }

  /** A run without a place goes on where the one before began. */
  #openRun(tag: XmlTag): void {
    const before = this.#text?.runs.at(-1)
    const at = (name: string, usual: number): number => {
      const [value = usual] = numbers(tag.attribute(name))
      return value
    }
    this.#run = {
      text: '',
      x: at('X', before?.x ?? 0),
      y: at('Y', before?.y ?? 0),
      stepsX: parseSteps(tag.attribute('DeltaX')),
      stepsY: parseSteps(tag.attribute('DeltaY')),
    }
  }

  #add(object: PageObject): void {
    this.#budget.objects -= 1
    if (this.#budget.objects < 0) throw limitExceeded(this.#where, '一页的对象数', `${MOST_OBJECTS} 个`)
    this.#into.push(object)
  }
}

function placed(tag: XmlTag): Placed {
  return { box: parseBox(tag.attribute('Boundary')) ?? NOWHERE, matrix: parseMatrix(tag.attribute('CTM')) }
}

function first(text: string | undefined, usual: number): number {
  const [value = usual] = numbers(text)
  return value
}

function textObject(tag: XmlTag): TextObject & { runs: TextRun[]; glyphMaps: GlyphMap[] } {
  return {
    ...placed(tag),
    kind: 'text',
    size: first(tag.attribute('Size'), 0),
    widthScale: first(tag.attribute('HScale'), 1),
    readDirection: first(tag.attribute('ReadDirection'), 0),
    runs: [],
    glyphMaps: [],
  }
}

function pathObject(tag: XmlTag): PathObject {
  return {
    ...placed(tag),
    kind: 'path',
    stroke: tag.attribute('Stroke') !== 'false',
    fill: tag.attribute('Fill') === 'true',
    lineWidth: first(tag.attribute('LineWidth'), USUAL_LINE),
    data: [],
  }
}

function glyphMap(tag: XmlTag): GlyphMap {
  return {
    position: first(tag.attribute('CodePosition'), 0),
    characters: Math.max(1, first(tag.attribute('CodeCount'), 1)),
    glyphs: Math.max(1, first(tag.attribute('GlyphCount'), 1)),
  }
}
