// Writes examples/qinghe-culture-2021/ from scripts/example-files/forms.yaml: the same official form as .docx, .xlsx,
// .html, .txt and .md. Run it after a change of the data: node scripts/build-example-files.mjs
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { writeDocx, writeHtml, writeMarkdown, writeText, writeWorkbook } from './example-files/writers.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const target = join(root, 'examples/qinghe-culture-2021')
const WRITERS = { docx: writeDocx, xlsx: writeWorkbook, html: writeHtml, txt: writeText, md: writeMarkdown }

const { department, year, files } = parse(readFileSync(join(root, 'scripts/example-files/forms.yaml'), 'utf8'))
mkdirSync(target, { recursive: true })
for (const [name, forms] of Object.entries(files)) {
  writeFileSync(join(target, name), await WRITERS[name.split('.').at(-1)](forms, { department, year }))
  console.log(name)
}
