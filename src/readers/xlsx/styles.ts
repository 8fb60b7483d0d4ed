import type { ReaderLimits } from '../limits.ts'
import type { ZipArchive } from '../zip/archive.ts'
import { onOpen, scanPart } from '../zip/package.ts'
import { builtinFormat } from './number-format/builtin.ts'
import { compileFormat, type NumberFormat } from './number-format/index.ts'

/** Number formats by the style index of a cell (`c/@s`); each is compiled when first used. */
export interface CellFormats {
  of(style: number): NumberFormat
}

export function readCellFormats(
  archive: ZipArchive,
  part: string | undefined,
  is1904: boolean,
  limits: ReaderLimits,
): CellFormats {
  const codes = new Map<number, string>()
  const styles: number[] = []
  let isInCells = false
  const collect = onOpen((name, tag) => {
    if (name === 's:numFmt') codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '')
    // cellStyleXfs holds the same elements; cells do not refer to them.
    else if (name === 's:cellXfs') isInCells = true
    else if (name === 's:cellStyles' || name === 's:dxfs') isInCells = false
    else if (name === 's:xf' && isInCells) styles.push(Number(tag.attribute('numFmtId') ?? '0'))
  })
  if (part !== undefined) scanPart(archive, part, collect, limits)
  return cellFormats(styles, codes, is1904)
}

/** Formats of cells whose n-th style has the n-th format number; numbers without a code of the file's own are built in. */
export function cellFormats(
  styles: readonly number[],
  codes: ReadonlyMap<number, string>,
  is1904: boolean,
): CellFormats {
  const byId = new Map<number, NumberFormat>()
  return {
    of(style) {
      const id = styles[style] ?? 0
      let format = byId.get(id)
      if (format === undefined) byId.set(id, (format = compileFormat(codes.get(id) ?? builtinFormat(id), is1904)))
      return format
    },
  }
}
