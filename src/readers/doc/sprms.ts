import type { ByteView } from '../compound/byte-view.ts'

/** A single property modifier ([MS-DOC] 2.2.5): which property, and its operand. */
export interface Sprm {
  readonly code: number
  readonly operand: Uint8Array
}

/** Codes that matter for text and tables. */
export const SPRM = {
  revisionDeleted: 0x0800,
  revisionInserted: 0x0801,
  special: 0x0855,
  hidden: 0x083c,
  symbol: 0x6a09,
  font: 0x4a4f,
  inTable: 0x2416,
  rowEnd: 0x2417,
  pageBreakBefore: 0x2407,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  depthChange: 0x664a,
  hugeParagraph: 0x6646,
  hugeParagraphOld: 0x6645,
  tableProperties: 0x646b,
  tabs: 0xc615,
  tableDefinition: 0xd608,
  insertCells: 0x7621,
  deleteCells: 0x5622,
  columnWidth: 0x7623,
  mergeCells: 0x5624,
  splitCells: 0x5625,
  verticalMerge: 0xd62b,
  sectionBreak: 0x3009,
} as const

/** Bytes of an operand by the three highest bits of the code; the seventh kind says its length itself. */
const SIZES: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3]

/** The modifiers in a run of bytes; it ends at the first that does not fit. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const found: Sprm[] = []
  for (let at = 0; at + 3 <= bytes.length; ) {
    const code = bytes[at]! | (bytes[at + 1]! << 8)
    at += 2
    const size = SIZES[code >> 13] || variableSize(code, bytes, at)
    if (at + size > bytes.length) break
    found.push({ code, operand: bytes.subarray(at, at + size) })
    at += size
  }
  return found
}

function variableSize(code: number, bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  if (code === SPRM.tableDefinition) return (first | ((bytes[at + 1] ?? 0) << 8)) + 1
  if (code !== SPRM.tabs || first !== 255) return first + 1
  // A long list of tab stops: the counts of those taken out and put in stand in the list itself.
  const added = at + 2 + 4 * (bytes[at + 1] ?? 0)
  return added + 1 + 3 * (bytes[added] ?? 0) - at
}

/** With those modifiers put in that only say where in the data stream more of them stand. */
export function withDistant(sprms: readonly Sprm[], data: ByteView): readonly Sprm[] {
  if (!sprms.some(isDistant)) return sprms
  return sprms.flatMap((sprm) => {
    if (!isDistant(sprm)) return [sprm]
    const at = unsigned(sprm.operand)
    if (at + 2 > data.length) return []
    // One step only: a list that names another list would go round in a damaged file.
    return readSprms(data.slice(at + 2, data.u16(at))).filter((one) => !isDistant(one))
  })
}

function isDistant({ code }: Sprm): boolean {
  return code === SPRM.hugeParagraph || code === SPRM.hugeParagraphOld || code === SPRM.tableProperties
}

/** Little-endian operand of up to four bytes. */
export function unsigned(operand: Uint8Array): number {
  let value = 0
  for (let at = Math.min(4, operand.length) - 1; at >= 0; at -= 1) value = value * 256 + operand[at]!
  return value
}

/** Old short form of a modifier beside a piece of text ([MS-DOC] 2.9.211): number → code. */
const SHORT_CODES: Readonly<Record<number, number>> = {
  9: SPRM.pageBreakBefore,
  24: SPRM.inTable,
  25: SPRM.rowEnd,
  65: SPRM.revisionDeleted,
  66: SPRM.revisionInserted,
  92: SPRM.hidden,
}

export function shortSprm(modifier: number): Sprm[] {
  const code = SHORT_CODES[(modifier >> 1) & 0x7f]
  return code === undefined ? [] : [{ code, operand: Uint8Array.of(modifier >> 8) }]
}
