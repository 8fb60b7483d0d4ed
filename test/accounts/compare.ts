/** What was read against what was printed: tables by number and side, rows in their order, cell by cell. */
import type { AccountTable } from '../../src/domain/final-accounts.ts'
import { WORD_ROLES } from '../../src/domain/final-accounts.ts'
import type { ExpectedTable } from './booklet.ts'

export interface Comparison {
  readonly cells: number
  readonly right: number
  readonly wrong: readonly string[]
}

/** Labels of rows that are blank but for their line number say nothing; only printed cells count. */
export const compareTables = (expected: readonly ExpectedTable[], read: readonly AccountTable[]): Comparison => {
  const wrong: string[] = []
  let cells = 0
  let right = 0
  for (const want of expected) {
    const got = read.find((table) => table.code === want.code && table.side === want.side)
    if (!got) wrong.push(`${want.code}${want.side}: not read`)
    else if (got.profile !== want.profile) wrong.push(`${want.code}: profile ${got.profile}, not ${want.profile}`)
    else if (got.unit !== want.unit) wrong.push(`${want.code}: unit ${got.unit}, not ${want.unit}`)
    else if (got.isBlank !== want.isBlank) wrong.push(`${want.code}: isBlank ${got.isBlank}`)
    want.rows.forEach((row, r) => {
      row.forEach((text, c) => {
        if (text === '' && !got?.rows[r]?.cells[c]?.printed) return
        cells += 1
        const own = got?.rows[r]?.cells[c]?.printed ?? ''
        if (own === text) right += 1
        else wrong.push(`${want.code}${want.side} row ${r} column ${c}: “${own}”, not “${text}” (${row[1] ?? row[0]})`)
      })
    })
    const more = (got?.rows.length ?? 0) - want.rows.length
    if (more !== 0) wrong.push(`${want.code}${want.side}: ${more} rows more than printed`)
  }
  if (read.length !== expected.length)
    wrong.push(`${read.length} tables, not ${expected.length}: ${read.map(({ code, side }) => code + side).join(' ')}`)
  return { cells, right, wrong }
}

/** Amount cells that stand under another column than printed though they were not marked as unsure. */
export const silentlyWrong = (expected: readonly ExpectedTable[], read: readonly AccountTable[]): readonly string[] =>
  expected.flatMap((want) => {
    const got = read.find((table) => table.code === want.code && table.side === want.side)
    return (got?.rows ?? []).flatMap((row, r) =>
      row.cells.flatMap((cell, c) =>
        cell.printed !== '' &&
        !cell.unsure &&
        !WORD_ROLES.has(got!.columns[c]!.role) &&
        cell.printed !== want.rows[r]?.[c]
          ? [`${want.code}${want.side} row ${r} column ${c}: “${cell.printed}”`]
          : [],
      ),
    )
  })
