// npm start: checks the bundled example department and writes an HTML report; opens it where there is a desktop.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, root, run } from './prepare.mjs'

prepare()
const { build } = await import('./build.mjs')
await build()

const report = join(root, 'jiheng-report.html')
const cli = join(root, 'dist/cli.mjs')
const status = run(process.execPath, [cli, 'check', 'examples', '--format', 'html', '--output', report])
if (status > 1) process.exit(status)
// The example has errors on purpose (status 1): for a demonstration that is a success.
console.log(`\n报告：${pathToFileURL(report)}`)
console.log('检查自己的文件：npm run -s jiheng -- check 文件或文件夹')

const hasDesktop =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

if (hasDesktop && process.stdout.isTTY && !process.env.CI) {
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [report]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '""', report]]
        : ['xdg-open', [report]]
  const opener = spawn(command, args, { stdio: 'ignore', detached: true })
  // no opener, no harm: the report is named above
  opener.on('error', () => {})
  opener.unref()
}
