/**
 * Node only: runs the parsing half of pdf.js in a worker thread. A damaged file can send the parser round in circles, make it
 * take all memory, or make it reject promises that nobody holds; on the main thread each of these would be the end of the
 * program, here it is the end of a thread.
 */
import { Worker } from 'node:worker_threads'
import type { ParserLease } from './engine.ts'

/** Started from text, so that it works from source and from a bundle alike. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads')
process.on('unhandledRejection', () => {})
import(workerData).then(({ WorkerMessageHandler }) => {
  WorkerMessageHandler.initializeFromPort(parentPort)
  parentPort.start()
})
`
/** A real document stays under 200 MB; what needs more is a trap. */
const HEAP_MIB = 640
const MOST_IDLE = 2
/** Milliseconds that a thread usually takes to end, and more. */
const ENDING = 300

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

interface Parser {
  readonly worker: Worker
  readonly port: ParserLease['port']
  /** Told when the thread dies; one file at a time. */
  onDeath: ((error: Error) => void) | undefined
  death: Error | undefined
}

const idle: Parser[] = []

/** A parser for one file; parsers are kept for the next file, as starting one costs more than reading a small form. */
export function leaseParser(workerUrl: string): ParserLease {
  const parser = idle.pop() ?? startParser(workerUrl)
  parser.worker.ref()
  let isOver = false
  return {
    port: parser.port,
    onDeath: (tell) => {
      if (parser.death === undefined) parser.onDeath = tell
      else tell(parser.death)
    },
    end: async (isHealthy) => {
      if (isOver) return
      isOver = true
      parser.onDeath = undefined
      if (isHealthy && parser.death === undefined && idle.length < MOST_IDLE) {
        // An idle parser does not keep the program alive.
        parser.worker.unref()
        idle.push(parser)
      } else {
        // A thread deep in one operation of the engine hears of its end late; the message to the person does not wait for it.
        parser.worker.unref()
        await Promise.race([parser.worker.terminate(), pause(ENDING)])
      }
    },
  }
}

function startParser(workerUrl: string): Parser {
  const worker = new Worker(SCRIPT, {
    eval: true,
    workerData: workerUrl,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
    stdout: true,
    stderr: true,
  })
  // Many documents in turn listen on one worker.
  worker.setMaxListeners(0)
  const parser: Parser = { worker, port: portOf(worker), onDeath: undefined, death: undefined }
  const die = (error: Error) => {
    parser.death ??= error
    const place = idle.indexOf(parser)
    if (place >= 0) idle.splice(place, 1)
    parser.onDeath?.(parser.death)
  }
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`parser ended with code ${code}`)))
  return parser
}

/** The worker as pdf.js expects one: with the listeners of a browser. */
function portOf(worker: Worker): ParserLease['port'] {
  const listeners = new Map<unknown, (data: unknown) => void>()
  const remove = (_type: string, handler: unknown) => {
    const listener = listeners.get(handler)
    listeners.delete(handler)
    if (listener !== undefined) worker.off('message', listener)
  }
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer as never),
    addEventListener: (type, handler, options) => {
      const listener = (data: unknown) => handler({ data })
      listeners.set(handler, listener)
      worker.on('message', listener)
      options?.signal?.addEventListener('abort', () => remove(type, handler))
    },
    removeEventListener: remove,
  }
}
