// Compiles law/**/*.yaml into src/law/compiled.json (not committed), so that the same data is bundled into the CLI, the
// server and the browser page without a YAML parser. Prints where a file cannot be read and stops.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const yamlFiles = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? yamlFiles(path) : entry.name.endsWith('.yaml') ? [path] : []
    })

// Numbers of the law stay text, so that 0.1 never becomes a binary float on its way.
const readYaml = (file) => parse(readFileSync(file, 'utf8'), { schema: 'failsafe' })

export const buildLaw = () => {
  const compiled = {}
  for (const file of yamlFiles(join(root, 'law'))) {
    const id = relative(join(root, 'law'), file)
      .split(sep)
      .join('/')
      .replace(/\.yaml$/, '')
    try {
      compiled[id] = readYaml(file)
    } catch (error) {
      throw new Error(`law/${id}.yaml: ${error.message}`)
    }
  }
  const target = join(root, 'src/law/compiled.json')
  const text = `${JSON.stringify(compiled, null, 1)}\n`
  mkdirSync(dirname(target), { recursive: true })
  let before = ''
  try {
    before = readFileSync(target, 'utf8')
  } catch {
    // first build: there is nothing to compare with
  }
  if (before !== text) writeFileSync(target, text)
  return Object.keys(compiled).length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`law: ${buildLaw()} files compiled`)
