/** A file's check as work that another thread may do: what goes there and what comes back is plain data. */
import { Decimal } from '../kernel/decimal.ts'
import type { CheckOutcome } from '../writers/report-model.ts'
import { checkFile, withoutBlocks } from './check-file.ts'
import type { FilePort, Ocr } from './ports.ts'

/** What is the same for all files of a batch. */
export interface BatchOptions {
  /** Pack named by the person. */
  readonly pack?: string
  /** Program for scanned pages, by its name. */
  readonly ocr?: string
  /** The report draws the document, so its blocks are kept. */
  readonly keepsBlocks: boolean
}

export const checkJob = async (
  file: string,
  files: FilePort,
  { pack, keepsBlocks }: BatchOptions,
  ocr: Ocr | undefined,
): Promise<CheckOutcome> => {
  const outcome = await checkFile(file, files, {
    ...(pack === undefined ? {} : { pack }),
    ...(ocr === undefined ? {} : { ocr }),
  })
  return keepsBlocks ? outcome : withoutBlocks(outcome)
}

/** The numbers of a copied outcome are numbers again: a copy between threads keeps fields, and no class. */
export const revived = (outcome: CheckOutcome): CheckOutcome => {
  if (outcome.outcome === 'failed' || !outcome.narrative) return outcome
  const { narrative } = outcome
  const numbers = narrative.numbers.map((one) => ({ ...one, value: Decimal.of(one.value.units, one.value.scale) }))
  return { ...outcome, narrative: { ...narrative, numbers } }
}
