/**
 * The hand-written forms of many places (test/fixtures/forms), written again in every way in which a converter writes a
 * table, and read back: what was read from the exact table must be read from each of them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/domain/source-document.ts'
import { readDocument } from '../../src/readers/index.ts'
import { recognise } from '../../src/recognise/index.ts'
import { plainForm } from '../support/plain-form.ts'
import { CONVERSIONS } from './cases.ts'
import { EXTENSION, type Merged, rowsOf, type Sheet, WRITERS, type Writer } from './write-damaged.ts'

const folder = new URL('../fixtures/forms/', import.meta.url)
const files = readdirSync(folder).filter((name) => /\.(?:html|md|docx|xlsx)$/.test(name))

type Flat = Readonly<Record<string, string>>

const flat = (value: unknown, path = '', out: Record<string, string> = {}): Flat => {
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) flat(inner, `${path}.${key}`, out)
  else out[path] = String(value).replaceAll(/\s/g, '')
  return out
}

/** Tables with the paragraphs above each; those below the last stand behind it as a table without rows. */
const sheetsOf = (source: SourceDocument, merged: Merged): readonly Sheet[] => {
  const sheets: Sheet[] = []
  let title: string[] = []
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') title.push(block.text)
    else if (block.kind === 'grid') {
      sheets.push({ title, rows: rowsOf(block, merged) })
      title = []
    }
  }
  return title.length > 0 ? [...sheets, { title, rows: [] }] : sheets
}

const reread = async (source: SourceDocument, writer: Writer, merged: Merged): Promise<Flat> => {
  const text = WRITERS[writer](sheetsOf(source, merged))
  const again = await readDocument(new TextEncoder().encode(text), `again.${EXTENSION[writer]}`)
  return flat(recognise(again).selfEvaluations.map(plainForm))
}

/**
 * A number in a cell merged over several places belongs to the first; where it was repeated nobody can know. How many
 * rows of dots a template left behind matters to no one.
 */
const isUnknowable = (path: string, merged: Merged): boolean =>
  path.includes('.emptyTemplateRows.') || (merged === 'repeat' && /\.(?:rate|weight|score|totalWeight)$/.test(path))

describe('forms of many places, written again by converters', () => {
  it.each(files)('%s', async (name) => {
    const source = await readDocument(new Uint8Array(readFileSync(new URL(name, folder))), name)
    const isNested = source.blocks.some((block) => block.kind === 'grid' && block.cells.some((cell) => cell.nested))
    if (isNested) return
    const wanted = flat(recognise(source).selfEvaluations.map(plainForm))
    expect(Object.keys(wanted).length).toBeGreaterThan(20)
    const wrong: string[] = []
    for (const [writer, merged] of CONVERSIONS) {
      const got = await reread(source, writer, merged)
      for (const path of new Set([...Object.keys(wanted), ...Object.keys(got)]))
        if (wanted[path] !== got[path] && !(wanted[path] === undefined && isUnknowable(path, merged)))
          wrong.push(`${writer} ${merged} ${path}: ${wanted[path]} | ${got[path]}`)
    }
    expect(wrong).toEqual([])
  })
})
