/** Compound files and small .doc files written by hand, for what no office program here writes. */

const SECTOR = 512

/** A compound file with these streams in its root storage. */
export function compoundFileOf(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(streams)
  const counts = entries.map(([, bytes]) => Math.max(1, Math.ceil(bytes.length / SECTOR)))
  const directorySectors = Math.ceil((entries.length + 1) / 4)
  const used = counts.reduce((sum, count) => sum + count, directorySectors)
  const tableSectors = Math.ceil(used / 127)
  const file = new Uint8Array(SECTOR * (1 + used + tableSectors))
  const view = new DataView(file.buffer)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(24, 0x3e, true)
  view.setUint16(26, 3, true)
  view.setUint16(28, 0xfffe, true)
  view.setUint16(30, 9, true)
  view.setUint16(32, 6, true)
  view.setUint32(44, tableSectors, true)
  view.setUint32(48, 0, true)
  // No stream is small enough for the store of small ones.
  view.setUint32(56, 0, true)
  for (const at of [60, 68]) view.setUint32(at, 0xfffffffe, true)
  for (let index = 0; index < 109; index += 1) {
    view.setUint32(76 + 4 * index, index < tableSectors ? used + index : 0xffffffff, true)
  }
  const link = (sector: number, next: number): void =>
    view.setUint32(SECTOR * (1 + used + Math.floor(sector / 128)) + 4 * (sector % 128), next, true)
  for (let sector = 0; sector < 128 * tableSectors; sector += 1) link(sector, 0xffffffff)
  const chain = (start: number, count: number): void => {
    for (let index = 0; index < count; index += 1)
      link(start + index, index + 1 < count ? start + index + 1 : 0xfffffffe)
  }
  chain(0, directorySectors)
  writeEntry(view, 0, 'Root Entry', 5, 0xfffffffe, 0, entries.length > 0 ? 1 : 0xffffffff, 0xffffffff)
  let sector = directorySectors
  for (const [index, [name, bytes]] of entries.entries()) {
    const next = index + 1 < entries.length ? index + 2 : 0xffffffff
    writeEntry(view, index + 1, name, 2, sector, bytes.length, 0xffffffff, next)
    file.set(bytes, SECTOR * (1 + sector))
    chain(sector, counts[index]!)
    sector += counts[index]!
  }
  return file
}

function writeEntry(
  view: DataView,
  index: number,
  name: string,
  kind: number,
  start: number,
  size: number,
  child: number,
  right: number,
): void {
  const at = SECTOR + 128 * index
  for (let char = 0; char < name.length; char += 1) view.setUint16(at + 2 * char, name.charCodeAt(char), true)
  view.setUint16(at + 64, 2 * (name.length + 1), true)
  view.setUint8(at + 66, kind)
  view.setUint32(at + 68, 0xffffffff, true)
  view.setUint32(at + 72, right, true)
  view.setUint32(at + 76, child, true)
  view.setUint32(at + 116, start, true)
  view.setUint32(at + 120, size, true)
}

export interface TestPiece {
  readonly text: string
  /** One byte a character, as cp1252 would have it. */
  readonly bytes?: readonly number[]
}

export interface TestDoc {
  /** Stretches of the text, in order; they are stored last first. */
  readonly pieces: readonly TestPiece[]
  /** Modifiers of the n-th paragraph (ended by \r or \x07). */
  readonly paragraphs: readonly (readonly number[])[]
  /** Modifiers of characters, by character positions. */
  readonly runs?: readonly { readonly from: number; readonly to: number; readonly sprms: readonly number[] }[]
  readonly data?: readonly number[]
  readonly pages?: number
  readonly version?: number
  readonly flags?: number
}

const TEXT_START = 2048

/** A Word 97 file with this text. Each run of properties gets a page of its own. */
export function docOf({
  pieces,
  paragraphs,
  runs = [],
  data,
  pages,
  version = 0xc1,
  flags = 0x0200,
}: TestDoc): Uint8Array {
  const text = pieces.map((piece) => piece.text).join('')
  const placed = placePieces(pieces)
  const ends = [...text.matchAll(/[\r\x07]/g)].map((match) => match.index + 1)
  const paragraphRuns = ends.flatMap((to, index) =>
    splitByPieces(placed, ends[index - 1] ?? 0, to).map((range) => ({ ...range, sprms: paragraphs[index] ?? [] })),
  )
  const characterRuns = runs.flatMap(({ from, to, sprms }) =>
    splitByPieces(placed, from, to).map((range) => ({ ...range, sprms })),
  )
  const firstPage = Math.ceil((TEXT_START + placed.reduce((sum, piece) => sum + piece.size, 0)) / SECTOR)
  const pageList = [
    ...paragraphRuns.map((run) => propertyPage(run.fc, run.fcEnd, [0, 0, ...run.sprms], 13)),
    ...characterRuns.map((run) => propertyPage(run.fc, run.fcEnd, run.sprms, 1)),
  ]
  const word = new Uint8Array(SECTOR * (firstPage + pageList.length))
  for (const piece of placed) word.set(piece.stored, piece.fc)
  for (const [index, page] of pageList.entries()) word.set(page, SECTOR * (firstPage + index))
  const clx = pieceTable(placed)
  const paragraphList = pageNumbers(paragraphRuns.length, firstPage)
  const characterList = pageNumbers(characterRuns.length, firstPage + paragraphRuns.length)
  const view = new DataView(word.buffer)
  view.setUint16(0, 0xa5ec, true)
  view.setUint16(2, version, true)
  view.setUint16(10, flags, true)
  view.setUint32(76, text.length, true)
  view.setUint16(152, 93, true)
  let at = 0
  for (const [index, list] of [[33, clx] as const, [13, paragraphList] as const, [12, characterList] as const]) {
    view.setUint32(154 + 8 * index, at, true)
    view.setUint32(158 + 8 * index, list.length, true)
    at += list.length
  }
  return compoundFileOf({
    WordDocument: word,
    '1Table': Uint8Array.from([...clx, ...paragraphList, ...characterList]),
    ...(data ? { Data: Uint8Array.from(data) } : {}),
    ...(pages ? { '\u0005SummaryInformation': summaryOf(pages) } : {}),
  })
}

interface PlacedPiece {
  readonly cp: number
  readonly cpEnd: number
  readonly fc: number
  readonly perCharacter: 1 | 2
  readonly size: number
  readonly stored: Uint8Array
}

function placePieces(pieces: readonly TestPiece[]): PlacedPiece[] {
  let cp = 0
  const drafts = pieces.map(({ text, bytes }) => {
    const stored = bytes
      ? Uint8Array.from(bytes)
      : new Uint8Array(Uint16Array.from([...text], (char) => char.charCodeAt(0)).buffer)
    const draft = { cp, cpEnd: cp + text.length, perCharacter: bytes ? (1 as const) : (2 as const), stored }
    cp += text.length
    return draft
  })
  let fc = TEXT_START
  const placed = drafts.reverse().map((draft) => {
    const piece = { ...draft, fc, size: draft.stored.length }
    fc += draft.stored.length + (draft.stored.length % 2)
    return piece
  })
  return placed.reverse()
}

function splitByPieces(placed: readonly PlacedPiece[], from: number, to: number): { fc: number; fcEnd: number }[] {
  return placed.flatMap((piece) => {
    const start = Math.max(from, piece.cp)
    const end = Math.min(to, piece.cpEnd)
    const fcOf = (cp: number): number => piece.fc + (cp - piece.cp) * piece.perCharacter
    return end > start ? [{ fc: fcOf(start), fcEnd: fcOf(end) }] : []
  })
}

function propertyPage(fc: number, fcEnd: number, packed: readonly number[], entryBytes: number): Uint8Array {
  const page = new Uint8Array(SECTOR)
  const view = new DataView(page.buffer)
  view.setUint32(0, fc, true)
  view.setUint32(4, fcEnd, true)
  const offset = 32
  page[8] = offset / 2
  if (entryBytes === 1) page.set([packed.length, ...packed], offset)
  else if (packed.length % 2 === 0) page.set([0, packed.length / 2, ...packed], offset)
  else page.set([(packed.length + 1) / 2, ...packed], offset)
  page[SECTOR - 1] = 1
  return page
}

const dword = (value: number): number[] => [
  value & 255,
  (value >>> 8) & 255,
  (value >>> 16) & 255,
  (value >>> 24) & 255,
]

function pieceTable(placed: readonly PlacedPiece[]): number[] {
  const positions = [...placed.map((piece) => piece.cp), placed.at(-1)?.cpEnd ?? 0].flatMap(dword)
  const places = placed.flatMap(({ fc, perCharacter }) => [
    0,
    0,
    ...dword(perCharacter === 1 ? (fc * 2) | 0x40000000 : fc),
    0,
    0,
  ])
  return [2, ...dword(positions.length + places.length), ...positions, ...places]
}

function pageNumbers(count: number, first: number): number[] {
  const numbers = Array.from({ length: count }, (_, index) => dword(first + index)).flat()
  return [...Array.from({ length: count + 1 }, () => dword(0)).flat(), ...numbers]
}

function summaryOf(pages: number): Uint8Array {
  return Uint8Array.from([
    ...[0xfe, 0xff, 0, 0],
    ...new Array<number>(20).fill(0),
    ...dword(1),
    ...new Array<number>(16).fill(0),
    ...dword(48),
    ...[...dword(24), ...dword(1), ...dword(14), ...dword(16), ...dword(3), ...dword(pages)],
  ])
}
