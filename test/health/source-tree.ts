/** What the health tests know about the repository: its files, and what a source file imports, line by line. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export const read = (file: string): string => readFileSync(join(root, file), 'utf8')

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    return entry.isDirectory() ? below(path) : [path]
  })

/** Files below a folder of the repository, as `src/kernel/decimal.ts`; empty when there is no such folder. */
export const filesIn = (folder: string, ending = ''): readonly string[] =>
  existsSync(join(root, folder))
    ? below(folder)
        .filter((file) => file.endsWith(ending))
        .sort()
    : []

/** Source files without their tests. */
export const sources = (): readonly string[] => filesIn('src', '.ts').filter((file) => !file.endsWith('.test.ts'))

/** Files tracked by git, or `undefined` outside a checkout (an unpacked archive). */
export const tracked = (): readonly string[] | undefined => {
  if (!existsSync(join(root, '.git'))) return undefined
  const list = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  return list.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
}

/** The text with comments blanked out, line numbers kept. Good for formatted TypeScript, not for hostile text. */
export const withoutComments = (text: string): string =>
  text
    .replaceAll(/(^|\s)\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[\s;{}(,])\/\/[^\n]*/g, (comment) => ' '.repeat(comment.length))

export interface ImportLine {
  readonly from: string
  readonly line: number
  readonly specifier: string
  /** Repository path of what is imported, for relative imports. */
  readonly target: string | undefined
  readonly isTypeOnly: boolean
}

const IMPORT = /\b(?:(import|export)\s+(type\s+)?[^'"`;]*?\bfrom\s*|import\s*\(\s*|import\s+)['"]([^'"]+)['"]/g

export const importsOf = (file: string, source = read(file)): readonly ImportLine[] => {
  const text = withoutComments(source)
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[3]!
    const end = match.index + match[0].length
    return {
      from: file,
      line: text.slice(0, end).split('\n').length,
      specifier,
      target: specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : undefined,
      isTypeOnly: match[2] !== undefined,
    }
  })
}

export const isNodeModule = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0]!)

/** `fflate` of `fflate`, `@scope/name` of `@scope/name/part`. */
export const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** Folder below src: `kernel` of `src/kernel/decimal.ts`. */
export const layerOf = (file: string): string => file.split('/')[1] ?? ''

/** Lines of `text` that match, as `file:12: the line`. */
export const linesMatching = (file: string, text: string, pattern: RegExp): readonly string[] =>
  text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : []))
