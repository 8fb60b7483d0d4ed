#!/usr/bin/env node
// Runs the built CLI; builds it first when it is missing or older than the sources it is made from.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const cli = join(root, 'dist/cli.mjs')
const MADE_FROM = [
  'src',
  'law',
  'test/cases',
  'scripts/build.mjs',
  'scripts/build-law.mjs',
  'scripts/build-examples.mjs',
  'package.json',
]
const GENERATED = /compiled(-examples)?\.json$|\.test\.ts$/

const isNewer = (path, time) => {
  let stats
  try {
    stats = statSync(path)
  } catch {
    return false
  }
  if (!stats.isDirectory()) return stats.mtimeMs > time && !GENERATED.test(path)
  if (stats.mtimeMs > time) return true // a file was added or removed
  return readdirSync(path).some((name) => isNewer(join(path, name), time))
}

const isStale = () => {
  if (!existsSync(join(root, 'src'))) return false // installed without sources
  if (!existsSync(cli)) return true
  const built = statSync(cli).mtimeMs
  return MADE_FROM.some((path) => isNewer(join(root, path), built))
}

if (isStale()) {
  try {
    const { build } = await import('../scripts/build.mjs')
    await build()
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error
    console.error('依赖还没有安装：请先运行 npm ci。\nPackages are missing: run npm ci first.')
    process.exit(2)
  }
}
await import(pathToFileURL(cli).href)
