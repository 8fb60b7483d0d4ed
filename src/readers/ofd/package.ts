import { AppError } from '../../domain/failure.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import type { XmlHandler, XmlTag } from '../xml/scan.ts'
import { encryptedZip, type ZipArchive } from '../zip/archive.ts'
import { scanPart } from '../zip/package.ts'
import { type OfdBox, parseBox } from './numbers.ts'

/** One page: the part with its content. */
export interface OfdPage {
  readonly part: string
}

/** A document of the package: its pages, its templates by their ids, and the parts with shared drawings. */
export interface OfdDocument {
  readonly pages: readonly OfdPage[]
  readonly templates: ReadonlyMap<string, string>
  readonly resources: readonly string[]
  /** Size of pages that name none; millimetres. */
  readonly pageBox: OfdBox | undefined
}

/** Reads the list of documents of an OFD package (GB/T 33190—2016, 7). Throws AppError. */
export function readDocuments(archive: ZipArchive, limits: ReaderLimits): OfdDocument[] {
  const roots: string[] = []
  scanElements(archive, 'OFD.xml', limits, {
    text: (path, text) => {
      if (path.at(-1) === 'DocRoot') roots.push(resolve(archive, 'OFD.xml', text))
    },
  })
  const documents = roots.filter((part) => archive.has(part)).map((part) => readDocument(archive, part, limits))
  if (documents.length > 0) return documents
  const names = archive.entries.map(({ name }) => name)
  if (names.some((name) => /(?:^|\/)(?:Encryptions|EncryptInfo)\.xml$/i.test(name))) throw encryptedZip(archive.where)
  throw new AppError(
    'UNREADABLE_FILE',
    archive.where,
    'OFD 文件缺少正文部分',
    '请用阅读软件打开后另存一份，或另存为 PDF 再读',
    {
      english: {
        message: 'the main part of the OFD file is missing',
        remedy: 'open it in a reader and save it anew, or save it as PDF',
      },
    },
  )
}

function readDocument(archive: ZipArchive, part: string, limits: ReaderLimits): OfdDocument {
  const pages: OfdPage[] = []
  const templates = new Map<string, string>()
  const resources: string[] = []
  let pageBox: OfdBox | undefined
  scanElements(archive, part, limits, {
    open: (path, tag) => {
      const name = path.at(-1)
      const location = tag.attribute('BaseLoc')
      if (location === undefined) return
      if (name === 'TemplatePage') templates.set(tag.attribute('ID') ?? '', resolve(archive, part, location))
      if (name !== 'Page' || path.at(-2) !== 'Pages') return
      if (pages.length >= limits.parts) throw limitExceeded(archive.where, '页数', `${limits.parts} 页`)
      pages.push({ part: resolve(archive, part, location) })
    },
    text: (path, text) => {
      const name = path.at(-1)
      if (name === 'PublicRes' || name === 'DocumentRes') resources.push(resolve(archive, part, text))
      else if (name === 'PhysicalBox' && path.at(-2) === 'PageArea') pageBox = parseBox(text)
    },
  })
  return { pages, templates, resources, pageBox }
}

/** Locations are told from the part they stand in; some programs write them from the root all the same. */
export function resolve(archive: ZipArchive, base: string, location: string): string {
  const path = location.trim().replaceAll('\\', '/')
  const folder = path.startsWith('/') ? '' : base.slice(0, base.lastIndexOf('/') + 1)
  const steps: string[] = []
  for (const step of `${folder}${path}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  const part = steps.join('/')
  return archive.has(part) ? part : path.replace(/^\/+/, '')
}

export interface ElementVisitor {
  /** `path` holds the local names of the open elements, the innermost last. */
  open?(path: readonly string[], tag: XmlTag): void
  /** The whole text of an element, when it closes. */
  text?(path: readonly string[], text: string): void
  close?(path: readonly string[]): void
}

/** Goes through a part; false when the package has none. */
export function scanElements(
  archive: ZipArchive,
  part: string,
  limits: ReaderLimits,
  visitor: ElementVisitor,
): boolean {
  const path: string[] = []
  const texts: string[] = []
  const handler: XmlHandler = {
    wantsText: true,
    open(name, tag) {
      path.push(name.slice(name.indexOf(':') + 1))
      texts.push('')
      visitor.open?.(path, tag)
    },
    close() {
      visitor.text?.(path, texts.pop() ?? '')
      visitor.close?.(path)
      path.pop()
    },
    text(piece) {
      const last = texts.length - 1
      if (last >= 0) texts[last] += piece
    },
  }
  return scanPart(archive, part, handler, limits)
}
