// Builds dist/cli.mjs and its parts: law data first, then one bundle per part, so that a text file does not load the
// PDF reader. pdfjs-dist stays in node_modules, because it loads its own worker from beside it.
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const MINUTE = 60_000

// Another process may be loading parts of the build before: parts have hashed names and go only when they are old.
const removeOldParts = (kept) => {
  for (const name of readdirSync(dist))
    if (name.startsWith('part-') && !kept.has(name) && Date.now() - statSync(join(dist, name)).mtimeMs > 10 * MINUTE)
      rmSync(join(dist, name), { force: true })
}

// The parts first and the entry last, each put in place by a rename: a reader never sees half a build.
const write = (files) => {
  mkdirSync(dist, { recursive: true })
  const entryLast = [...files].sort((a, b) => Number(a.path.endsWith('cli.mjs')) - Number(b.path.endsWith('cli.mjs')))
  for (const { path, contents } of entryLast) {
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, contents)
    renameSync(temporary, path)
  }
  removeOldParts(new Set(files.map(({ path }) => path.slice(dist.length + 1))))
}

export const build = async () => {
  const [{ buildLaw }, { buildExamples }, esbuild] = await Promise.all([
    import('./build-law.mjs'),
    import('./build-examples.mjs'),
    import('esbuild'),
  ])
  buildLaw()
  buildExamples()
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/main/cli.ts', 'check-worker': 'src/main/check-worker.ts' },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'part-[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['pdfjs-dist'],
    charset: 'utf8',
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    logLevel: 'warning',
  })
  write(outputFiles)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now()
  await build()
  console.log(`built dist/cli.mjs in ${Math.round(performance.now() - start)} ms`)
}
