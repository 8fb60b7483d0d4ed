import type { Matrix } from '../layout/geometry.ts'
import { layOutPage, type PageLayout } from '../layout/page-layout.ts'
import type { ParserLease, PdfEngine, PdfFile, PdfLoadingTask, PdfPage } from './engine.ts'
import { tooSlow } from './failures.ts'
import { interpret, type PageContext, type Steps, stepsFor } from './interpret.ts'
import { type FontFacts, PLAIN_FONT } from './text-state.ts'

/** How long and how far the reader goes before it stops with a message. */
export interface PdfLimits {
  readonly pages: number
  /** Time for a file of no size, and more for each byte. */
  readonly milliseconds: number
  readonly millisecondsPerMiB: number
}

export const PDF_LIMITS: PdfLimits = { pages: 5000, milliseconds: 8000, millisecondsPerMiB: 6000 }

export interface ReadPages {
  readonly pages: readonly PageLayout[]
  readonly pageCount: number
  /** Pages that pdf.js could not read. */
  readonly broken: readonly number[]
  readonly stoppedBy?: 'pages' | 'time'
}

/** Opens the file, reads page after page, and always gives the memory back. Throws pdf.js's errors and LIMIT_EXCEEDED. */
export async function readPages(
  engine: PdfEngine,
  bytes: Uint8Array,
  file: string,
  limits = PDF_LIMITS,
): Promise<ReadPages> {
  const allowed = limits.milliseconds + (limits.millisecondsPerMiB * bytes.length) / (1024 * 1024)
  const parser = engine.leaseParser?.()
  const clock = startClock(allowed, parser)
  let task: PdfLoadingTask | undefined
  try {
    task = engine.pdfjs.getDocument({
      ...optionsFor(engine, bytes),
      ...(parser === undefined ? {} : { worker: engine.pdfjs.PDFWorker.create({ port: parser.port, verbosity: 0 }) }),
    })
    const pdf = await clock.within(task.promise)
    if (pdf === undefined) throw tooSlow(file, Math.round(allowed / 1000))
    const read = await readEach(engine, pdf, clock, limits)
    if (read.stoppedBy === 'time' && read.pages.length === 0) throw tooSlow(file, Math.round(allowed / 1000))
    return read
  } finally {
    clock.stop()
    const isClosed = task !== undefined && (parser === undefined || !clock.isOver()) && (await endsSoon(task.destroy()))
    await parser?.end(isClosed)
  }
}

/** A parser that cannot even close a file within this time is stuck. */
const CLOSING = 300

function endsSoon(work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), CLOSING)
  })
  const done = work.then(
    () => true,
    () => true,
  )
  return Promise.race([done, late]).finally(() => clearTimeout(timer))
}

function optionsFor(engine: PdfEngine, bytes: Uint8Array): Record<string, unknown> {
  return {
    // pdf.js takes the buffer over, so the caller keeps his; and it refuses a Buffer, so the copy is a plain array.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: false,
    // A document as far as fonts go: nothing is drawn, so every font is "loaded" at once.
    ownerDocument: { fonts: { add() {}, delete() {} } },
    // Pictures are left out unread; only text and lines count.
    maxImageSize: 1,
    cMapUrl: engine.cMapUrl,
    cMapPacked: true,
    standardFontDataUrl: engine.standardFontDataUrl,
  }
}

async function readEach(engine: PdfEngine, pdf: PdfFile, clock: Clock, limits: PdfLimits): Promise<ReadPages> {
  const steps = stepsFor(engine.pdfjs.OPS)
  const pages: PageLayout[] = []
  const broken: number[] = []
  const pageCount = pdf.numPages
  for (let number = 1; number <= pageCount; number += 1) {
    if (number > limits.pages) return { pages, pageCount, broken, stoppedBy: 'pages' }
    try {
      const page = await clock.within(readPage(pdf, number, steps))
      if (page === undefined) return { pages, pageCount, broken, stoppedBy: 'time' }
      pages.push(page)
    } catch (error) {
      // One damaged page does not hide the others; a file of nothing but damaged pages is reported by the caller.
      if (isFinal(error)) throw error
      broken.push(number)
    }
  }
  return { pages, pageCount, broken }
}

const isFinal = (error: unknown) => error instanceof ReferenceError || error instanceof ParserDied

async function readPage(pdf: PdfFile, number: number, steps: Steps): Promise<PageLayout> {
  const page = await pdf.getPage(number)
  try {
    const list = await page.getOperatorList()
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const context: PageContext = {
      number,
      width,
      height,
      transform: transform as unknown as Matrix,
      fontNamed: fontFinder(page),
      isTextAnnotation: await annotationFinder(page, list.fnArray.includes(steps.beginAnnotation)),
    }
    return layOutPage(interpret(list, steps, context))
  } finally {
    page.cleanup()
  }
}

function fontFinder(page: PdfPage): PageContext['fontNamed'] {
  const known = new Map<string, FontFacts>()
  return (name) => {
    let facts = known.get(name)
    if (facts === undefined) {
      facts = page.commonObjs.has(name) ? factsOf(page.commonObjs.get(name)) : PLAIN_FONT
      known.set(name, facts)
    }
    return facts
  }
}

function factsOf(font: unknown): FontFacts {
  const { vertical, fontMatrix, defaultVMetrics } = (font ?? {}) as {
    vertical?: boolean
    fontMatrix?: ArrayLike<number>
    defaultVMetrics?: readonly number[]
  }
  return {
    vertical: vertical === true,
    unit: fontMatrix?.[0] ?? PLAIN_FONT.unit,
    defaultVerticalMetrics: defaultVMetrics,
  }
}

/** Form fields hold what was filled in; stamps, links and notes are not the document's text. */
async function annotationFinder(page: PdfPage, hasAny: boolean): Promise<PageContext['isTextAnnotation']> {
  if (!hasAny) return () => false
  const annotations = await page.getAnnotations()
  const ids = new Set(
    annotations.filter((one) => one.subtype === 'Widget' || one.subtype === 'FreeText').map((one) => one.id),
  )
  return (id) => ids.has(id)
}

interface Clock {
  /** The result, or undefined when the time is over first. Throws ParserDied. */
  within<T>(work: Promise<T>): Promise<T | undefined>
  /** The time is over or the parser has died. */
  isOver(): boolean
  stop(): void
}

/** The thread of the parser has ended, as by a file made to take all memory. */
class ParserDied extends Error {}

function startClock(milliseconds: number, parser: ParserLease | undefined): Clock {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const over = new Promise<undefined>((resolve, reject) => {
    timer = setTimeout(() => {
      isOver = true
      resolve(undefined)
    }, milliseconds)
    parser?.onDeath((cause) => {
      isOver = true
      reject(new ParserDied(cause.message, { cause }))
    })
  })
  over.catch(() => undefined)
  const end = performance.now() + milliseconds
  return {
    within: (work) => {
      // Work that is given up must not surface later as an unhandled rejection.
      work.catch(() => undefined)
      return performance.now() >= end ? over : Promise.race([work, over])
    },
    isOver: () => isOver,
    stop: () => clearTimeout(timer),
  }
}
