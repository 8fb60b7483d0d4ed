/** Entry of a thread of `jiheng check`: gets a file name, gives back the outcome (see check-pool.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import { type BatchOptions, checkJob } from '../app/check-job.ts'
import { failedFile } from '../app/failures.ts'
import { nodeFiles } from './files.ts'
import { tesseractOcr } from './tesseract.ts'

const options = workerData as BatchOptions
const ocr = options.ocr === undefined ? undefined : await tesseractOcr()

parentPort?.on('message', async (file: string) => {
  try {
    parentPort?.postMessage(await checkJob(file, nodeFiles, options, ocr))
  } catch (thrown) {
    parentPort?.postMessage(failedFile(file, thrown))
  }
})
