/** Hand-written OOXML packages for tests: the smallest that Office would open, with the piece under test filled in. */
import { strToU8, zipSync } from 'fflate'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const SHEET_NAMESPACES = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"`

export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

export function relationships(all: readonly (readonly [type: string, target: string, mode?: string])[]): string {
  const rows = all.map(
    ([type, target, mode], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`
}

function contentTypes(main: string, type: string): string {
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`
}

/** A .docx with this content of `w:body`. */
export function docxOf(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': contentTypes('word/document.xml', 'wordprocessingml.document'),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<?xml version="1.0"?><w:document ${WORD_NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
}

export interface TestSheet {
  readonly name: string
  /** Children of `worksheet`, at least `sheetData`. */
  readonly xml: string
  readonly state?: string
}

/** An .xlsx with these sheets; `styles` and `strings` are whole parts. */
export function xlsxOf(
  sheets: readonly TestSheet[],
  options: {
    styles?: string
    strings?: readonly string[]
    more?: Readonly<Record<string, string>>
    links?: readonly string[]
  } = {},
): Uint8Array {
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const parts = sheets.map(({ xml }, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet ${SHEET_NAMESPACES}>${xml}</worksheet>`,
  ])
  const strings = (options.strings ?? []).map((text) => `<si>${text}</si>`).join('')
  return zipOf({
    '[Content_Types].xml': contentTypes('xl/workbook.xml', 'spreadsheetml.sheet'),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook ${SHEET_NAMESPACES}><sheets>${entries.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
      ...(options.links ?? []).map((target) => ['externalLink', target] as const),
    ]),
    'xl/sharedStrings.xml': `<sst ${SHEET_NAMESPACES}>${strings}</sst>`,
    'xl/styles.xml': options.styles ?? stylesOf(['General']),
    ...Object.fromEntries(parts),
    ...options.more,
  })
}

/** Styles whose n-th cell style has the n-th number format: a code, or the number of a built-in one. */
export function stylesOf(formats: readonly (string | number)[]): string {
  const codes = formats.map((each, index) =>
    typeof each === 'number'
      ? ''
      : `<numFmt numFmtId="${200 + index}" formatCode="${each.replaceAll('"', '&quot;')}"/>`,
  )
  const styles = formats.map((each, index) => `<xf numFmtId="${typeof each === 'number' ? each : 200 + index}"/>`)
  return `<styleSheet ${SHEET_NAMESPACES}><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs><cellStyles/></styleSheet>`
}

/** Random numbers that are the same in every run (mulberry32), from 0 up to 1. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
