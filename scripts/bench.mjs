// npm run bench [NAME] [ARGS…]: bundles bench/NAME.ts (or bench/NAME/main.ts) and runs it; without a name all of them in turn.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

prepare()
const [{ buildLaw }, esbuild] = await Promise.all([import('./build-law.mjs'), import('esbuild')])
buildLaw()

const [name, ...args] = process.argv.slice(2)
const entryOf = (bench) =>
  [join(root, 'bench', `${bench}.ts`), join(root, 'bench', bench, 'main.ts')].find((path) => existsSync(path))
const all = readdirSync(join(root, 'bench'), { withFileTypes: true })
  .filter((entry) => !entry.name.startsWith('_') && (entry.isDirectory() || entry.name.endsWith('.ts')))
  .map((entry) => entry.name.replace(/\.ts$/, ''))

if (name !== undefined && !entryOf(name)) {
  console.error(`没有这个测量项：${name}。可用：${all.join('、')}`)
  process.exit(2)
}

for (const bench of name === undefined ? all : [name]) {
  const outfile = join(root, 'node_modules/.cache/bench', `${bench}.mjs`)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entryOf(bench)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 2)
}
