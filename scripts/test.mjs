// npm test: everything that must hold before a commit, from a fresh clone on: install, build, types, lint, all tests.
// The last line is `N passed, N failed, N skipped`; types and lint count as one test each.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root, run } from './prepare.mjs'

prepare()
const { build } = await import('./build.mjs')

const counts = { passed: 0, failed: 0, skipped: 0 }

const step = async (name, action) => {
  console.log(`\n— ${name}`)
  const start = performance.now()
  let isRight = false
  try {
    isRight = (await action()) === 0
  } catch (error) {
    console.error(error.message)
  }
  counts[isRight ? 'passed' : 'failed']++
  console.log(`  ${isRight ? '通过' : '失败'}（${((performance.now() - start) / 1000).toFixed(1)} s）`)
}

const bin = (name) => join(root, 'node_modules/.bin', name)

const tests = () => {
  const result = join(root, 'node_modules/.cache/vitest-result.json')
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true })
  rmSync(result, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${result}`, ...process.argv.slice(2)]
  console.log('\n— 测试 (vitest)')
  const status = run(bin('vitest'), args)
  try {
    const {
      numPassedTests,
      numFailedTests,
      numPendingTests,
      numTodoTests = 0,
      testResults,
    } = JSON.parse(readFileSync(result, 'utf8'))
    counts.passed += numPassedTests
    counts.skipped += numPendingTests + numTodoTests
    // a file that does not even load has no test to fail
    const brokenFiles = testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length
    counts.failed += numFailedTests + brokenFiles
    if (status !== 0 && numFailedTests + brokenFiles === 0) counts.failed++
  } catch {
    counts.failed++
  }
}

await step('构建 (build)', async () => {
  await build()
  return 0
})
await step('类型 (tsc)', () => run(bin('tsc'), ['--noEmit']))
await step('风格 (biome)', () => run(bin('biome'), ['check', '--reporter=summary', '.']))
tests()

console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(counts.failed > 0 ? 1 : 0)
