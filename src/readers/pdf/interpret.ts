import { combine, type Glyph, IDENTITY, type Matrix, type PageContent, type Ruling } from '../layout/geometry.ts'
import { addRulings } from '../layout/paths.ts'
import type { OperatorList, PdfEngine } from './engine.ts'
import { type PdfGlyph, placeGlyph } from './place-glyph.ts'
import { type FontFacts, type State, startState } from './text-state.ts'

/**
 * Runs the operator list of a page and keeps what a table needs: glyphs with their exact place, and ruling lines.
 *
 * pdf.js also offers `getTextContent`, but that is a second pass over the page, costs more than the operator list, and gives
 * joined items without the place of each character, so that text of two neighbouring cells can come out as one item.
 */

export interface PageContext {
  readonly number: number
  readonly width: number
  readonly height: number
  /** From page space to points with the origin top left and the page rotation applied. */
  readonly transform: Matrix
  readonly fontNamed: (name: string) => FontFacts
  /** Annotations that carry text of the document (filled form fields); others are decoration. */
  readonly isTextAnnotation: (id: string) => boolean
}

interface Machine {
  readonly page: PageContext
  state: State
  readonly saved: State[]
  textMatrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
  annotation: 'none' | 'text' | 'other'
  mayHavePicture: boolean
  readonly glyphs: Glyph[]
  readonly horizontal: Ruling[]
  readonly vertical: Ruling[]
}

type Step = (machine: Machine, args: readonly unknown[]) => void

/** More than this on one page is not something a person filled in; the rest of the page is left out. */
const MOST_GLYPHS = 200_000
const MOST_RULINGS = 100_000
/** The largest page that PDF allows has sides of 14 400 points. */
const MOST_POINTS = 14_400
/** Borders may stand a little outside the visible page. */
const MARGIN = 10

const numberAt = (args: readonly unknown[], index: number): number => {
  const value = args[index]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

const save: Step = (machine) => {
  // A broken file may save for ever; real pages nest a few dozen deep.
  if (machine.saved.length < 10_000) machine.saved.push({ ...machine.state })
}

const restore: Step = (machine) => {
  machine.state = machine.saved.pop() ?? machine.state
}

function transform(machine: Machine, matrix: unknown): void {
  if (isNumbers(matrix) && matrix.length >= 6) machine.state.matrix = combine(machine.state.matrix, matrix)
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return Array.isArray(value) || value instanceof Float32Array
}

function moveText(machine: Machine, x: number, y: number): void {
  machine.lineX += x
  machine.lineY += y
  machine.x = machine.lineX
  machine.y = machine.lineY
}

function setTextMatrix(machine: Machine, matrix: Matrix): void {
  machine.textMatrix = matrix
  machine.x = 0
  machine.y = 0
  machine.lineX = 0
  machine.lineY = 0
}

const showText: Step = (machine, args) => {
  const items = args[0]
  const { state } = machine
  if (!Array.isArray(items) || machine.annotation === 'other') return
  const textToPage = combine(state.matrix, machine.textMatrix)
  for (const item of items as readonly (number | PdfGlyph | null)[]) {
    if (machine.glyphs.length >= MOST_GLYPHS) return
    if (typeof item === 'number') {
      const shift = (-item * state.fontSize) / 1000
      if (state.font.vertical) machine.y += shift
      else machine.x += shift * state.horizontalScale
    } else if (item !== null) {
      const placed = placeGlyph(item, state, textToPage, machine.x, machine.y)
      machine.x += placed.dx
      machine.y += placed.dy
      const { glyph } = placed
      if (glyph !== undefined && isOnPage(machine.page, glyph)) machine.glyphs.push(glyph)
    }
  }
}

function isOnPage(page: PageContext, { x, y }: Glyph): boolean {
  return x >= -2 && y >= -2 && x <= Math.min(page.width, MOST_POINTS) + 2 && y <= Math.min(page.height, MOST_POINTS) + 2
}

const setGraphicsState: Step = (machine, args) => {
  if (!Array.isArray(args[0])) return
  for (const entry of args[0] as readonly (readonly unknown[])[]) {
    const [key, value] = entry
    if (key === 'LW') machine.state.lineWidth = numberAt(entry, 1)
    if (key === 'Font' && Array.isArray(value)) setFont(machine, value)
  }
}

const setFont: Step = (machine, args) => {
  machine.state.font = machine.page.fontNamed(String(args[0]))
  machine.state.fontSize = numberAt(args, 1)
}

const beginAnnotation: Step = (machine, args) => {
  machine.annotation = machine.page.isTextAnnotation(String(args[0])) ? 'text' : 'other'
  machine.state = startState(machine.page.transform)
  transform(machine, args[2])
  transform(machine, args[3])
}

/** The operators that matter, by pdf.js's names. */
const STEPS: Readonly<Record<string, Step>> = {
  save,
  restore,
  transform: (machine, args) => {
    machine.mayHavePicture = true
    transform(machine, args)
  },
  paintFormXObjectBegin: (machine, args) => {
    save(machine, args)
    transform(machine, args[0])
  },
  paintFormXObjectEnd: restore,
  setLineWidth: (machine, args) => {
    machine.state.lineWidth = numberAt(args, 0)
  },
  setGState: setGraphicsState,
  beginText: (machine) => setTextMatrix(machine, IDENTITY),
  setCharSpacing: (machine, args) => {
    machine.state.characterSpacing = numberAt(args, 0)
  },
  setWordSpacing: (machine, args) => {
    machine.state.wordSpacing = numberAt(args, 0)
  },
  setHScale: (machine, args) => {
    machine.state.horizontalScale = numberAt(args, 0) / 100
  },
  setLeading: (machine, args) => {
    machine.state.leading = -numberAt(args, 0)
  },
  setFont,
  setTextRenderingMode: (machine, args) => {
    machine.state.isInvisible = (numberAt(args, 0) & 3) === 3
  },
  setTextRise: (machine, args) => {
    machine.state.rise = numberAt(args, 0)
  },
  moveText: (machine, args) => moveText(machine, numberAt(args, 0), numberAt(args, 1)),
  setLeadingMoveText: (machine, args) => {
    machine.state.leading = numberAt(args, 1)
    moveText(machine, numberAt(args, 0), numberAt(args, 1))
  },
  setTextMatrix: (machine, args) => {
    if (isNumbers(args[0])) setTextMatrix(machine, combine(IDENTITY, args[0]))
  },
  nextLine: (machine) => moveText(machine, 0, machine.state.leading),
  showText,
  beginAnnotation: (machine, args) => {
    save(machine, args)
    beginAnnotation(machine, args)
  },
  endAnnotation: (machine, args) => {
    machine.annotation = 'none'
    restore(machine, args)
  },
}

function paintStep(stroke: boolean, fill: boolean): Step {
  return (machine, args) => {
    const data = Array.isArray(args[1]) ? args[1][0] : undefined
    if (!(data instanceof Float32Array) || machine.annotation !== 'none') return
    if (machine.horizontal.length + machine.vertical.length > MOST_RULINGS) return
    const { matrix } = machine.state
    const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    addRulings(data, { stroke, fill, lineWidth: machine.state.lineWidth * scale }, matrix, machine)
  }
}

export interface Steps {
  readonly byCode: readonly (Step | undefined)[]
  readonly beginAnnotation: number
}

/** The steps by operator number, made once for a copy of pdf.js. */
export function stepsFor(ops: PdfEngine['pdfjs']['OPS']): Steps {
  const byCode: (Step | undefined)[] = []
  for (const [name, step] of Object.entries(STEPS)) {
    const code = ops[name]
    if (code !== undefined) byCode[code] = step
  }
  const paints = new Map<number, Step>()
  for (const name of ['stroke', 'closeStroke']) paints.set(ops[name] ?? -1, paintStep(true, false))
  for (const name of ['fill', 'eoFill']) paints.set(ops[name] ?? -1, paintStep(false, true))
  for (const name of ['fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']) {
    paints.set(ops[name] ?? -1, paintStep(true, true))
  }
  byCode[ops.constructPath ?? 0] = (machine, args) => paints.get(numberAt(args, 0))?.(machine, args)
  return { byCode, beginAnnotation: ops.beginAnnotation ?? -1 }
}

export function interpret(list: OperatorList, steps: Steps, page: PageContext): PageContent {
  const machine: Machine = {
    page,
    state: startState(page.transform),
    saved: [],
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    annotation: 'none',
    mayHavePicture: false,
    glyphs: [],
    horizontal: [],
    vertical: [],
  }
  for (const [index, code] of list.fnArray.entries()) steps.byCode[code]?.(machine, list.argsArray[index] ?? [])
  const width = Math.min(page.width, MOST_POINTS) || 0
  const height = Math.min(page.height, MOST_POINTS) || 0
  return {
    number: page.number,
    width,
    height,
    glyphs: machine.glyphs,
    horizontal: onPage(machine.horizontal, height, width),
    vertical: onPage(machine.vertical, width, height),
    mayHavePicture: machine.mayHavePicture,
  }
}

/** Lines cut to the page; a damaged number can put one end of a line into infinity. */
function onPage(rulings: readonly Ruling[], across: number, along: number): Ruling[] {
  const cut: Ruling[] = []
  for (const { at, from, to } of rulings) {
    if (!(at >= -MARGIN && at <= across + MARGIN && to >= -MARGIN && from <= along + MARGIN)) continue
    cut.push({ at, from: Math.max(from, -MARGIN), to: Math.min(to, along + MARGIN) })
  }
  return cut
}
