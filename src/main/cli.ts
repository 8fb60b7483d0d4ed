/** Entry of the CLI: wires the commands to Node's terminal and files. */
import packageJson from '../../package.json' with { type: 'json' }
import type { CliIo } from '../cli/io.ts'
import { runCli } from '../cli/run.ts'
import { colourStyle, mayColour, plainStyle } from '../cli/style.ts'
import { checkInPool, checkWorker, threadsFor } from './check-pool.ts'
import { expandPaths, isSameFile, nodeFiles, writeNew } from './files.ts'
import { tesseractOcr } from './tesseract.ts'

const { stdout, stderr, env } = process

/** Waits until the pipe took it, so that the end of a long report is not lost when the process ends. */
const out = (content: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    stdout.write(content, (error) => (error ? reject(error) : resolve()))
  })

const MIN_WIDTH = 40
const MAX_WIDTH = 120

const io: CliIo = {
  files: nodeFiles,
  expand: expandPaths,
  writeFile: writeNew,
  isSameFile,
  // Tesseract is the only program that `--ocr` admits
  ocr: tesseractOcr,
  checkMany: (files, options, jobs, step) => {
    const threads = threadsFor(files.length, jobs)
    return threads > 1 ? checkInPool(files, threads, () => checkWorker(options), step) : undefined
  },
  out,
  error: (text) => {
    stderr.write(`${text}\n`)
  },
  status: stderr.isTTY ? (text) => void stderr.write(`\r${text || '\u001b[2K'}${text ? '' : '\r'}`) : undefined,
  style: mayColour(stdout.isTTY === true, env) ? colourStyle : plainStyle,
  width: Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, stdout.columns ?? 100)),
  version: packageJson.version,
  today: () => new Date().toLocaleDateString('sv-SE'),
}

/** `jiheng … | head` closes the pipe early: that is no error. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2)
})

try {
  const status = await runCli(process.argv.slice(2), io)
  // everything is written by now; a parser thread that is kept for a next file must not keep the program alive
  process.exit(status)
} catch (thrown) {
  // not a failure of a file or of the person: a fault of ours, with what is needed to find it
  stderr.write(
    `✖ 程序内部错误，请报告：\n${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
  )
  process.exit(2)
}
