/** A drawn table as the rows of text that converters leave of it, and those rows as files. */
import type { DrawnTable } from '../support/printed-form.ts'

export type Rows = readonly (readonly string[])[]

/**
 * What a converter does with the places that a merged cell covers: keep them blank, repeat the text in each, drop all
 * of them, or drop those to the right (`columns`), below (`rows`) or only some of those to the right (`some`).
 */
export type Merged = 'blank' | 'repeat' | 'drop' | 'drop-columns' | 'drop-rows' | 'drop-some'

const cover = (drawn: DrawnTable) => {
  const places: ({ text: string; isOwn: boolean; isRight: boolean } | undefined)[][] = Array.from(
    { length: drawn.rows },
    () => Array(drawn.columns).fill(undefined),
  )
  for (const { text, row, column, rowSpan, columnSpan } of drawn.cells)
    for (let y = row; y < row + rowSpan; y++)
      for (let x = column; x < column + columnSpan; x++)
        if (places[y]) places[y]![x] = { text, isOwn: y === row && x === column, isRight: y === row }
  return places
}

export const rowsOf = (drawn: DrawnTable, merged: Merged): Rows =>
  cover(drawn).map((places) => {
    let dropped = 0
    return places.flatMap((place) => {
      if (!place) return merged === 'drop' ? [] : ['']
      if (place.isOwn) {
        dropped = 0
        return [place.text]
      }
      if (merged === 'repeat') return [place.text]
      if (merged === 'drop') return []
      if (merged === 'drop-columns' && place.isRight) return []
      if (merged === 'drop-rows' && !place.isRight) return []
      if (merged === 'drop-some' && place.isRight && dropped < 1) {
        dropped += 1
        return []
      }
      return ['']
    })
  })

export interface Sheet {
  /** Lines above the table. */
  readonly title: readonly string[]
  readonly rows: Rows
}

const flat = (text: string): string => text.replaceAll('\n', ' ')

export const asTabs = (sheets: readonly Sheet[]): string =>
  sheets
    .map(({ title, rows }) => `${title.join('\n')}\n${rows.map((row) => row.map(flat).join('\t')).join('\n')}\n`)
    .join('\n')

export const asCellLines = (sheets: readonly Sheet[]): string =>
  sheets
    .map(
      ({ title, rows }) =>
        `${title.join('\n')}\n${rows.map((row) => row.map((text) => `\t${text}`).join('\n')).join('\n\n')}\n`,
    )
    .join('\n')

export const asPipes = (sheets: readonly Sheet[]): string =>
  sheets
    .map(({ title, rows }) => {
      if (rows.length === 0) return `${title.join('\n')}\n`
      const lines = rows.map((row) => `| ${row.map((text) => text.replaceAll('\n', '<br>')).join(' | ')} |`)
      const rule = `|${' --- |'.repeat(rows[0]!.length)}`
      return `${title.join('\n')}\n\n${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`
    })
    .join('\n')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')

export const asHtml = (sheets: readonly Sheet[]): string => {
  const tables = sheets.map(({ title, rows }) => {
    const body = rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('\n')
    return `${title.map((text) => `<p>${escaped(text)}</p>`).join('')}<table>${body}</table>`
  })
  return `<!doctype html><html><meta charset="utf-8"><body>${tables.join('\n')}</body></html>`
}

/** HTML of which a sanitiser kept only the spans of one direction. */
export const asHtmlWithSpans = (
  drawings: readonly { readonly title: readonly string[]; readonly drawn: DrawnTable }[],
  kept: 'colspan' | 'rowspan',
): string => {
  const tables = drawings.map(({ title, drawn }) => {
    const rows = Array.from({ length: drawn.rows }, (_, row) => {
      const cells = drawn.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column)
      return cells.map(({ text, rowSpan, columnSpan }) => {
        const span = kept === 'colspan' ? columnSpan : rowSpan
        return `<td ${kept}="${span}">${escaped(text)}</td>`
      })
    })
    return `${title.map((text) => `<p>${escaped(text)}</p>`).join('')}<table>${rows.map((row) => `<tr>${row.join('')}</tr>`).join('\n')}</table>`
  })
  return `<!doctype html><html><meta charset="utf-8"><body>${tables.join('\n')}</body></html>`
}

/** Two forms beside each other in one table, a blank column between them. */
export const sideBySide = (left: Rows, right: Rows): Rows => {
  const width = Math.max(...left.map((row) => row.length))
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const row = left[i] ?? []
    return [...row, ...Array<string>(width + 1 - row.length).fill(''), ...(right[i] ?? [])]
  })
}

export const asCsv = (sheets: readonly Sheet[]): string => {
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return sheets
    .map(({ title, rows }) => `${title.join('\n')}\n${rows.map((row) => row.map(quoted).join(',')).join('\n')}\n`)
    .join('\n')
}

export const WRITERS = { tabs: asTabs, lines: asCellLines, pipes: asPipes, html: asHtml, csv: asCsv } as const
export type Writer = keyof typeof WRITERS
export const EXTENSION: Readonly<Record<Writer, string>> = {
  tabs: 'txt',
  lines: 'txt',
  pipes: 'md',
  html: 'html',
  csv: 'txt',
}
