/** Links in documents lead somewhere, and nothing that is committed depends on the machine it was written on. */
import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, linesMatching, read, root, tracked } from './source-tree.ts'

const pages = [
  ...filesIn('docs', '.md'),
  ...['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter((file) =>
    existsSync(join(root, file)),
  ),
]

const LINK = /\[[^\]]*\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g

/** Anchor that a heading gets: lower case, punctuation out, spaces to hyphens. */
const anchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[`*_]/g, '')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-')

const headings = (text: string): readonly string[] =>
  [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => anchor(match[1]!))

const brokenLinks = (page: string): readonly string[] =>
  [
    ...read(page)
      .replaceAll(/```[\s\S]*?```/g, '')
      .matchAll(LINK),
  ].flatMap((match) => {
    const [path = '', fragment] = match[1]!.split('#')
    if (/^[a-z]+:/i.test(path)) return []
    const target = path === '' ? page : normalize(join(dirname(page), decodeURI(path)))
    if (!existsSync(join(root, target))) return [`${page}: ${match[1]}`]
    return fragment !== undefined && target.endsWith('.md') && !headings(read(target)).includes(decodeURI(fragment))
      ? [`${page}: ${match[1]}`]
      : []
  })

const TEXT = /\.(?:ts|mjs|js|json|ya?ml|md|html|css|txt|sh)$|(?:^|\/)(?:LICENSE|\.npmrc|\.gitignore|run)$/

describe('documents', () => {
  it('link only to what exists', () => {
    expect(pages.flatMap(brokenLinks)).toEqual([])
  })

  it('name no place of the machine they were written on, outside tests', (context) => {
    const files = tracked()
    if (!files) return context.skip('not a git checkout: nothing is tracked')
    const place = /(?<![\w.-])\/work\/|\.\.\/shared\b|(?<![\w.-])\/tmp\/bash_jobs/
    const found = files
      .filter(
        (file) =>
          TEXT.test(file) && !file.startsWith('test/') && !file.endsWith('.test.ts') && file !== 'package-lock.json',
      )
      .flatMap((file) => linesMatching(file, read(file), place))
    expect(found).toEqual([])
  })

  it('keep what is made out of git', (context) => {
    const files = tracked()
    if (!files) return context.skip('not a git checkout: nothing is tracked')
    expect(files.filter((file) => /^(?:node_modules|dist|coverage)\/|^src\/law\/compiled\.json$/.test(file))).toEqual(
      [],
    )
  })
})
