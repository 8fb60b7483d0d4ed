/** Many files at once: a run with several threads says the same as one file after another. */
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiheng-batch-'))

const check = (...args: readonly string[]): Promise<{ status: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const options = { cwd: folder, maxBuffer: 1 << 26, env: { ...process.env, NO_COLOR: '' } }
    execFile(process.execPath, [join(ROOT, 'bin/jiheng.mjs'), 'check', ...args], options, (error, out, err) =>
      resolve({ status: error ? Number(error.code ?? 3) : 0, out, err }),
    )
  })

beforeAll(() => {
  for (const unit of ['甲', '乙', '丙'])
    cpSync(join(ROOT, 'examples/qinghe-culture-2021'), join(folder, '各单位', unit), { recursive: true })
  mkdirSync(join(folder, '各单位/丁'))
  writeFileSync(join(folder, '各单位/丁/坏.docx'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))
  writeFileSync(join(folder, '各单位/丁/空.txt'), '')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder of many files', () => {
  it('is reported alike by one thread and by several, in every format', async () => {
    for (const format of ['json', 'text', 'html']) {
      const args = ['各单位', '--format', format, '--output', '-']
      const [one, several] = [await check(...args, '--jobs', '1'), await check(...args, '--jobs', '3')]
      expect(several).toEqual(one)
      expect(one.status).toBe(2)
      expect(one.out.length).toBeGreaterThan(1000)
      expect(one.err).toContain('空.txt')
    }
  }, 120_000)
  it('refuses a number of jobs that is none', async () => {
    const { status, err } = await check('各单位', '--jobs', 'many')
    expect(status).toBe(2)
    expect(err).toContain('--jobs')
    expect((await check('各单位', '-j', '0', '--lang', 'en')).err).toContain('a number from 1')
  })
})
