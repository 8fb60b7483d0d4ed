// npm run docs: writes docs/findings/ from the headers of the checks and their first cases, and removes pages of checks
// that are gone. A test compares the committed pages with what this would write.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildExamples } from './build-examples.mjs'
import { buildLaw } from './build-law.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'docs/findings')
const bundle = join(root, 'node_modules/.cache/docs.mjs')

buildLaw()
buildExamples()
await build({
  absWorkingDir: root,
  stdin: {
    contents: `import { catalogue } from './src/app/catalogue.ts'
import { cataloguePages } from './src/app/catalogue-page.ts'
export const pages = cataloguePages(catalogue())`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
})
const { pages } = await import(pathToFileURL(bundle).href)
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name))
for (const [name, text] of pages) writeFileSync(join(folder, name), text)
console.log(`docs/findings: ${pages.size} pages`)
