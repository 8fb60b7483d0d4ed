import type { CompoundFile } from '../compound/compound.ts'

const PAGE_COUNT = 14
const INTEGER = 3

/** Pages when the file was last saved, as its summary says ([MS-OLEPS]); undefined when it does not. */
export function statedPages(file: CompoundFile): number | undefined {
  const bytes = file.stream('\u0005SummaryInformation')
  if (bytes === undefined || bytes.length < 56) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = view.getUint32(44, true)
  if (start + 8 > bytes.length) return undefined
  const count = view.getUint32(start + 4, true)
  for (let index = 0; index < count && start + 16 + 8 * index <= bytes.length; index += 1) {
    if (view.getUint32(start + 8 + 8 * index, true) !== PAGE_COUNT) continue
    const at = start + view.getUint32(start + 12 + 8 * index, true)
    if (at + 8 > bytes.length || view.getUint16(at, true) !== INTEGER) return undefined
    const pages = view.getUint32(at + 4, true)
    return pages > 0 && pages < 1_000_000 ? pages : undefined
  }
  return undefined
}
