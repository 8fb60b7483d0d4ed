/** Every command that a README shows is run; every file that the guides name exists. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const GUIDES = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'CHANGELOG.md']

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8')

const commands = (markdown: string): string[] =>
  [...markdown.matchAll(/```sh\n(.*?)```/gs)]
    .flatMap((match) => match[1]!.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter(Boolean)

/** 0 and 1 are results (no errors, errors found); the reports go to a folder of their own. */
const runIt = (command: string, folder: string): { status: number | null; out: string } => {
  const args = command.split(' ').slice('npm run -s jiheng --'.split(' ').length)
  const isReport = args.includes('html') || args.includes('xlsx')
  const extra = isReport ? ['--output', join(folder, `report.${args.at(-1)}`)] : []
  const { status, stdout } = spawnSync(process.execPath, ['bin/jiheng.mjs', ...args, ...extra], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { status, out: stdout + extra.map((file) => (existsSync(file) ? file : '')).join('') }
}

const shown = [...new Set(['README.md', 'README.zh-CN.md'].flatMap((name) => commands(read(name))))]

describe('README', () => {
  it('shows exactly two commands that do everything, and both exist', () => {
    const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts
    const plain = shown.filter((command) => !command.startsWith('npm run -s jiheng -- '))
    expect(plain).toEqual(['npm start', 'npm test'])
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']))
    expect(scripts.jiheng).toBe('node bin/jiheng.mjs')
  })
  it.each(shown.filter((command) => command.startsWith('npm run -s jiheng -- ')))('%s', (command) => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-readme-'))
    try {
      const { status, out } = runIt(command, folder)
      expect([0, 1]).toContain(status)
      expect(out.length).toBeGreaterThan(20)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
  it('shows a finding as the program prints it', () => {
    const printed = spawnSync(process.execPath, ['bin/jiheng.mjs', 'check', 'examples'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).stdout
    for (const name of ['README.md', 'README.zh-CN.md']) {
      const block = /```\n(自评表.*?)```/s.exec(read(name))![1]!
      expect(printed).toContain(block.trimEnd())
    }
  })
  it('starts: npm start writes the report and names it', () => {
    const out = execFileSync(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, CI: '1' },
    })
    expect(out).toContain('jiheng-report.html')
    expect(read('jiheng-report.html')).toContain('<html lang="zh-CN">')
  })
})

describe('guides', () => {
  it.each(GUIDES)('%s links to files that exist', (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1]!)
    const missing = links.filter((link) => !existsSync(join(ROOT, dirname(name), link)))
    expect(missing).toEqual([])
  })
})
