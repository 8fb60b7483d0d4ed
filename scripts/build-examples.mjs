// Compiles the first case that finds something from each case file into src/app/compiled-examples.json (not committed):
// `jiheng explain` and the catalogue pages show it as the example of a check.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const caseFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? caseFiles(path) : /^[a-z]+-\d+.*\.yaml$/.test(entry.name) ? [path] : []
    })

const codeOf = (file) => /^([a-z]+-\d+)/.exec(basename(file))[1].toUpperCase()

const exampleOf = (file) => {
  const cases = parse(readFileSync(file, 'utf8')) ?? []
  const found = cases.find(({ findings }) => findings?.length > 0)
  if (!found) return undefined
  const { name, on, pack, form, rows, forms, text: prose } = found
  const path = relative(root, file).split(sep).join('/')
  const text = (value) =>
    value === null
      ? null
      : Array.isArray(value)
        ? value.map(text)
        : typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, text(inner)]))
          : String(value)
  return {
    name,
    on: String(on),
    path,
    pack: pack ?? 'national-2020',
    form: text(form ?? {}),
    rows: text(rows ?? []),
    forms: text(forms ?? []),
    ...(prose ? { text: text(prose) } : {}),
    findings: text(found.findings),
  }
}

/** Returns the number of checks that have an example. */
export const buildExamples = () => {
  const examples = {}
  for (const file of caseFiles(join(root, 'test/cases'))) {
    const example = exampleOf(file)
    if (example) examples[codeOf(file)] = example
  }
  const target = join(root, 'src/app/compiled-examples.json')
  const text = `${JSON.stringify(examples, null, 1)}\n`
  mkdirSync(dirname(target), { recursive: true })
  let before = ''
  try {
    before = readFileSync(target, 'utf8')
  } catch {
    // first build: there is nothing to compare with
  }
  if (before !== text) writeFileSync(target, text)
  return Object.keys(examples).length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`examples: ${buildExamples()} checks`)
