import { LIMITS, limitExceeded, type ReaderLimits, sizeText } from '../limits.ts'
import { startsWith } from '../sniff.ts'
import { openZip, type ZipArchive } from '../zip/archive.ts'

/** A file inside an archive. */
export interface ArchiveMember {
  /** Path inside the archive, with `/` between folders. */
  readonly name: string
  /** Throws AppError: ENCRYPTED_FILE, FILE_TOO_LARGE …, for this member alone. */
  read(): Uint8Array
}

const GiB = 1024 * 1024 * 1024

/** Members are read and let go one by one, so that all of them together may take more than one document. */
const ARCHIVE_LIMITS: Partial<ReaderLimits> = { zipTotalBytes: 4 * GiB, zipEntryBytes: LIMITS.fileBytes }

/** Parts that make a zip archive one document. */
const DOCUMENT_PARTS = ['[Content_Types].xml', 'word/document.xml', 'xl/workbook.xml', 'OFD.xml', 'mimetype']

/**
 * The files of a .zip, in the order of their names; undefined when the bytes are none, or one document (.docx, .ofd …).
 * Nothing is unpacked before a member is read. Throws AppError for a damaged archive and for limits.
 */
export function openArchive(bytes: Uint8Array, where: string): ArchiveMember[] | undefined {
  if (!startsWith(bytes, 'PK\x03\x04') && !startsWith(bytes, 'PK\x05\x06')) return undefined
  const archive = openZip(bytes, where, { ...LIMITS, ...ARCHIVE_LIMITS })
  if (DOCUMENT_PARTS.some((part) => archive.has(part))) return undefined
  const names = new Set(archive.entries.map(({ name }) => name).filter((name) => !name.endsWith('/')))
  return [...names]
    .sort((one, other) => one.localeCompare(other, 'zh-CN', { numeric: true }))
    .map((name) => ({ name: shownName(name), read: () => readMember(archive, name) }))
}

function readMember(archive: ZipArchive, name: string): Uint8Array {
  const chunks = [...(archive.chunks(name) ?? [])]
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  if (size > LIMITS.fileBytes) throw limitExceeded(`${archive.where}/${name}`, '解压后大小', sizeText(LIMITS.fileBytes))
  if (chunks.length === 1) return chunks[0]!
  const joined = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}

/** Names are shown in terminals: control characters could write over other lines there. */
function shownName(name: string): string {
  return name.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd').replace(/^\/+/, '')
}
