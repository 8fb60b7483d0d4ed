import { AppError } from '../../domain/failure.ts'
import { textPieces } from '../decode-text.ts'
import { limitExceeded, type ReaderLimits } from '../limits.ts'
import { scanXml, XmlError, type XmlHandler, type XmlTag } from '../xml/scan.ts'
import type { ZipArchive } from './archive.ts'
import { damagedZip } from './directory.ts'

/** Relationship of a part (Open Packaging Conventions). */
export interface Relationship {
  readonly id: string
  /** Last step of the type's address: `officeDocument`, `worksheet`, `comments` … the same in strict and transitional files. */
  readonly type: string
  /** Part name without a leading slash; for an external target the address as written. */
  readonly target: string
  readonly isExternal: boolean
}

/** Text of an XML part in pieces (see `textPieces`), undefined when the package has none. */
export function readPartText(archive: ZipArchive, part: string): Iterable<string> | undefined {
  const chunks = archive.chunks(part)
  return chunks && textPieces(chunks)
}

/** True when the word, which is no longer than any piece, stands in the text. */
export function hasWord(text: Iterable<string>, word: string): boolean {
  let before = ''
  for (const piece of text) {
    if (piece.includes(word) || (before + piece.slice(0, word.length)).includes(word)) return true
    before = piece.slice(-word.length)
  }
  return false
}

/** Scans a part; XML errors become AppError with the part named. False when the package has no such part. */
export function scanPart(archive: ZipArchive, part: string, handler: XmlHandler, limits: ReaderLimits): boolean {
  const text = readPartText(archive, part)
  if (text === undefined) return false
  scanPartText(archive, part, text, handler, limits)
  return true
}

export function scanPartText(
  archive: ZipArchive,
  part: string,
  text: Iterable<string>,
  handler: XmlHandler,
  limits: ReaderLimits,
): void {
  try {
    scanXml(text, handler, limits.xmlDepth)
  } catch (cause) {
    if (!(cause instanceof XmlError)) throw cause
    const where = `${archive.where}!${part}`
    if (cause.tooDeep) throw limitExceeded(where, '元素嵌套层数', `${limits.xmlDepth} 层`)
    throw damagedZip(where, `${cause.message}（第 ${cause.offset + 1} 个字符）`, cause)
  }
}

/** A handler that looks at start tags only. */
export function onOpen(open: (name: string, tag: XmlTag) => void): XmlHandler {
  return { wantsText: false, open, close: () => {}, text: () => {} }
}

/** Relationships of a part; of the package itself for the empty name. */
export function readRelationships(archive: ZipArchive, part: string, limits: ReaderLimits): Relationship[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const found: Relationship[] = []
  const collect = onOpen((name, tag) => {
    if (name !== 'rel:Relationship') return
    if (found.length >= limits.parts) throw limitExceeded(archive.where, '部件关系数', `${limits.parts} 个`)
    const target = tag.attribute('Target') ?? ''
    const isExternal = tag.attribute('TargetMode') === 'External'
    const type = tag.attribute('Type') ?? ''
    found.push({
      id: tag.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolvePart(folder, target),
      isExternal,
    })
  })
  scanPart(archive, `${folder}_rels/${part.slice(slash)}.rels`, collect, limits)
  return found
}

function resolvePart(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = []
  for (const step of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The main part of a package: what the package relationships call `officeDocument`, else the usual place. */
export function mainPart(archive: ZipArchive, usual: string, limits: ReaderLimits): string {
  const named = readRelationships(archive, '', limits).find((each) => each.type === 'officeDocument')?.target
  const part = [named, usual].find((each) => each !== undefined && archive.has(each))
  if (part !== undefined) return part
  throw new AppError('UNREADABLE_FILE', archive.where, '文件缺少正文部分', '请用 Office/WPS 打开后另存一份再读', {
    english: { message: 'the main part of the file is missing', remedy: 'open it in Office or WPS and save it anew' },
  })
}
