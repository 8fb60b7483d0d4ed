import { AppError } from '../domain/failure.ts'
import { type CompoundFile, openCompound } from './compound/compound.ts'
import { type DecodedText, decodeText, startOfText } from './decode-text.ts'
import { limitExceeded, type ReaderLimits, sizeText } from './limits.ts'
import { compoundStreams, refuseBinary, refuseCompound, refusePackage, refuseText } from './refusals.ts'
import { encryptedZip, openZip, type ZipArchive } from './zip/archive.ts'
import { readPartText } from './zip/package.ts'

export type Sniffed =
  | { readonly kind: 'docx' | 'xlsx' | 'ofd'; readonly archive: ZipArchive }
  | { readonly kind: 'doc' | 'xls'; readonly compound: CompoundFile }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'html' | 'text'; readonly decoded: DecodedText }

/**
 * Tells what a file is by its bytes, never by its name.
 * Throws AppError when it is nothing we read: each message says what the file is and what to do with it.
 */
export function sniff(bytes: Uint8Array, file: string, limits: ReaderLimits): Sniffed {
  if (bytes.length === 0) {
    throw new AppError('UNREADABLE_FILE', file, '文件是空的（0 字节）', '请确认文件已保存、已下载完整', {
      english: { message: 'the file is empty (0 bytes)', remedy: 'make sure that it was saved and wholly fetched' },
    })
  }
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes, file, limits)
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) return sniffCompound(bytes, file)
  if (hasPdfMark(bytes)) return { kind: 'pdf' }
  const refusal = refuseBinary(bytes, file)
  if (refusal) throw refusal
  return sniffText(bytes, file, limits)
}

export function startsWith(bytes: Uint8Array, mark: string, offset = 0): boolean {
  for (let index = 0; index < mark.length; index += 1) {
    if (bytes[offset + index] !== mark.charCodeAt(index)) return false
  }
  return true
}

/** Mail systems put a line or two before the mark; PDF programs look for it in the first 1024 bytes. */
function hasPdfMark(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1024)
  for (let at = bytes.indexOf(0x25); at >= 0 && at < end; at = bytes.indexOf(0x25, at + 1)) {
    if (startsWith(bytes, '%PDF-', at)) return true
  }
  return false
}

/** An Office file of before 2007, or an encrypted one of today. */
function sniffCompound(bytes: Uint8Array, file: string): Sniffed {
  let compound: CompoundFile
  try {
    compound = openCompound(bytes, file)
  } catch (damage) {
    // What a damaged file was may still be told by the names in it; for those that we read, the damage is the news.
    const streams = compoundStreams(bytes)
    throw (streams.size > 0 && refuseCompound(streams, file)) || damage
  }
  const refusal = refuseCompound(compound.names, file)
  if (refusal) throw refusal
  return { kind: compound.names.has('WordDocument') ? 'doc' : 'xls', compound }
}

function sniffZip(bytes: Uint8Array, file: string, limits: ReaderLimits): Sniffed {
  const archive = openZip(bytes, file, limits)
  const types = [...(readPartText(archive, '[Content_Types].xml') ?? [])].join('')
  if (/wordprocessingml\.(document|template)|ms-word\.(document|template)\.macroEnabled/.test(types)) {
    return { kind: 'docx', archive }
  }
  if (/spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template|addin)\.macroEnabled/.test(types)) {
    return { kind: 'xlsx', archive }
  }
  if (types === '' && archive.has('word/document.xml')) return { kind: 'docx', archive }
  if (types === '' && archive.has('xl/workbook.xml')) return { kind: 'xlsx', archive }
  if (archive.has('OFD.xml')) return { kind: 'ofd', archive }
  if (archive.entries.some((entry) => entry.isEncrypted)) throw encryptedZip(file)
  throw refusePackage(archive, types, file)
}

function sniffText(bytes: Uint8Array, file: string, limits: ReaderLimits): Sniffed {
  const decoded = decodeText(bytes)
  const refusal = refuseText(decoded, file)
  if (refusal) throw refusal
  if (!isHtml(decoded, file)) return { kind: 'text', decoded }
  if (bytes.length > limits.htmlBytes) throw limitExceeded(file, 'HTML 文件大小', sizeText(limits.htmlBytes))
  return { kind: 'html', decoded }
}

const HTML_TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|style|script|table|div|p|h[1-6]|center|font|span)[\s>/]/i

/**
 * A text that begins with an HTML tag is HTML. One that has tables of tags further down is HTML unless it is called
 * .md or .txt, where such a table is a piece of the text.
 */
function isHtml(decoded: DecodedText, file: string): boolean {
  const start = startOfText(decoded, 8192)
  if (HTML_TAG.test(start.slice(prologueLength(start)))) return true
  if (/\.(?:md|markdown|txt)$/i.test(file)) return false
  if (!/<(?:html|body|table)[\s>]/i.test(start)) return false
  return decoded.pieces.some((piece) => /<\/(?:html|body|table|tr|td)>/i.test(piece))
}

/** Length of the white space, comments and XML declaration before the first tag (a loop: a pattern would backtrack). */
function prologueLength(start: string): number {
  let at = 0
  while (true) {
    while (at < start.length && start.charCodeAt(at) <= 32) at += 1
    const mark = start.startsWith('<!--', at) ? '-->' : start.startsWith('<?', at) ? '>' : undefined
    const end = mark === undefined ? -1 : start.indexOf(mark, at + 2)
    if (mark === undefined || end < 0) return at
    at = end + mark.length
  }
}
