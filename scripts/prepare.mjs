// What `npm start` and `npm test` need before anything else, with nothing but Node's own modules: the right Node, the
// packages of the lock file, a fresh build.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const OLDEST_NODE = [20, 19]

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  console.error(`需要 Node ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。`)
  console.error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`)
  process.exit(2)
}

/** Runs a command in the project and shows its output; returns its exit status. */
export const run = (command, args, options = {}) => {
  const isWindows = process.platform === 'win32'
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows, ...options })
  if (error) console.error(error.message)
  return status ?? 2
}

const isInstalled = () => {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) return false
  // npm writes this file after an installation; a lock file changed since then asks for another one
  if (statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return true
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  )
}

/** Ends the process with status 2 when the packages cannot be installed. */
export const prepare = () => {
  checkNode()
  if (isInstalled()) return
  console.error('正在安装依赖（npm ci）…')
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) === 0) return
  console.error('依赖没有装上：请检查网络或 npm 镜像设置后重试。')
  process.exit(2)
}
