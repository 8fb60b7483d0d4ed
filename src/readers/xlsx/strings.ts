import type { ReaderLimits } from '../limits.ts'
import type { XmlHandler } from '../xml/scan.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { scanPart } from '../zip/package.ts'

/** Undoes the escapes of characters that XML cannot hold (`_x000D_`) and the line ends of Windows. */
export function cleanText(text: string): string {
  const unescaped = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
  return unescaped.includes('\r') ? unescaped.replace(/\r\n?/g, '\n') : unescaped
}

/**
 * Texts of `<si>` (shared strings) or of `<comment>`, in order: runs joined, readings above characters (`rPh`) left out.
 * `onItem` also gets the `ref` attribute, which comments have.
 */
export function scanStrings(
  archive: ZipArchive,
  part: string,
  item: 's:si' | 's:comment',
  limits: ReaderLimits,
  onItem: (text: string, ref: string) => void,
): void {
  let text = ''
  let ref = ''
  let isReading = false
  const handler: XmlHandler = {
    wantsText: false,
    open(name, tag) {
      if (name === 's:t') handler.wantsText = !isReading
      else if (name === item) {
        text = ''
        ref = item === 's:comment' ? (tag.attribute('ref') ?? '') : ''
      } else if (name === 's:rPh') isReading = true
    },
    close(name) {
      handler.wantsText = false
      if (name === 's:rPh') isReading = false
      else if (name === item) onItem(cleanText(text), ref)
    },
    text(piece) {
      text += piece
    },
  }
  scanPart(archive, part, handler, limits)
}
