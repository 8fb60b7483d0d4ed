/** True files of every format, which the mutations damage. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { generateForm } from '../../test/support/generate-form.ts'
import type { PrintedForm } from '../../test/support/printed-form.ts'
import { randomFrom } from '../../test/support/random.ts'
import { toCellLines, toDocx, toHtml, toTabs, toXlsx } from '../../test/support/write-forms.ts'
import { toOfd } from '../../test/support/write-ofd.ts'

export const FORMATS = ['txt', 'md', 'html', 'docx', 'xlsx', 'pdf', 'doc', 'xls', 'ofd', 'zip'] as const
export type Format = (typeof FORMATS)[number]

export interface Seed {
  readonly name: string
  readonly format: Format
  readonly bytes: Uint8Array
}

const FOLDERS = ['test/fixtures/forms', 'test/fixtures/pdf', 'test/fixtures/lines', 'test/fixtures', 'examples']

/** Larger seeds would make each mutation slow and add nothing new. */
const LARGEST = 300 * 1024

const formatOf = (name: string): Format | undefined => FORMATS.find((format) => name.endsWith(`.${format}`))

function filesIn(folder: string): Seed[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  return names.flatMap((name): Seed[] => {
    const format = formatOf(name)
    const bytes = format && new Uint8Array(readFileSync(join(folder, name)))
    return format && bytes && bytes.length <= LARGEST ? [{ name, format, bytes }] : []
  })
}

const formsFrom = (first: number, count: number): PrintedForm[] =>
  Array.from({ length: count }, (_, index) => generateForm(randomFrom(first + index), index + 1).form)

/** The zip writers put the time into the file; with a fixed one every run starts from the same bytes. */
const withFixedTime = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  delete parts['docProps/core.xml']
  return zipSync(parts, { mtime: new Date(2020, 0, 1) })
}

/** What a department sends in one file: a folder, several formats, an archive inside the archive. */
async function archive(): Promise<Uint8Array> {
  const options = { mtime: new Date(2020, 0, 1) }
  const inner = zipSync({ '附件/自评表.txt': toTabs(formsFrom(11, 1)) }, options)
  const files = {
    '自评/一.docx': withFixedTime(await toDocx(formsFrom(12, 1))),
    '自评/二.xlsx': withFixedTime(await toXlsx(formsFrom(13, 1))),
    '三.html': toHtml(formsFrom(14, 1)),
    '四.zip': inner,
  }
  return zipSync(files, options)
}

async function generated(): Promise<Seed[]> {
  const three = formsFrom(1, 3)
  const prose = new TextDecoder().decode(toTabs(three)).replaceAll(/\t+/g, ' ')
  return [
    { name: 'generated-tabs.txt', format: 'txt', bytes: toTabs(three) },
    { name: 'generated-cells.txt', format: 'txt', bytes: toCellLines(three) },
    { name: 'generated-lines.txt', format: 'txt', bytes: new TextEncoder().encode(prose) },
    { name: 'generated.html', format: 'html', bytes: toHtml(three) },
    { name: 'generated.docx', format: 'docx', bytes: withFixedTime(await toDocx(formsFrom(4, 2))) },
    { name: 'generated.ofd', format: 'ofd', bytes: withFixedTime(toOfd(formsFrom(8, 2))) },
    { name: 'generated.zip', format: 'zip', bytes: await archive() },
    { name: 'generated.xlsx', format: 'xlsx', bytes: withFixedTime(await toXlsx(formsFrom(6, 2))) },
  ]
}

/** All seeds, in the same order in every run. */
export async function loadSeeds(root: string): Promise<readonly Seed[]> {
  const found = new Map<string, Seed>()
  for (const folder of FOLDERS) {
    let seeds: Seed[] = []
    try {
      seeds = filesIn(join(root, folder))
    } catch (error) {
      // A folder that is not there has no seeds.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
    for (const seed of seeds) found.set(seed.name.replace(/^.*\//, ''), seed)
  }
  return [...found.values(), ...(await generated())]
}
