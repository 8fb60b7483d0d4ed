// Writes examples/qinghe-water: the final-accounts booklets of an invented department for two years as .docx, true by construction
// but for the slips listed in scripts/example-files/booklets.ts. Run it after a change of them: node scripts/build-example-booklets.mjs
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

prepare()
const [{ buildLaw }, esbuild] = await Promise.all([import('./build-law.mjs'), import('esbuild')])
buildLaw()
const outfile = join(root, 'node_modules/.cache/examples/booklets.mjs')
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [join(root, 'scripts/example-files/booklets.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
})
process.exitCode = spawnSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' }).status ?? 2
