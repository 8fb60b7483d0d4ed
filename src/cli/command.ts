/** What a command is, and what the commands share. */
import type { Ocr } from '../app/ports.ts'
import type { Language } from '../app/report-words.ts'
import type { CliIo } from './io.ts'
import type { OptionSpecs } from './options.ts'
import { usageError } from './usage-error.ts'

export interface Invocation {
  readonly values: Readonly<Record<string, string | boolean>>
  readonly positionals: readonly string[]
  readonly language: Language
  readonly io: CliIo
}

export interface Command {
  readonly name: string
  readonly options: OptionSpecs
  /** Resolves to the exit status. Throws AppError. */
  readonly run: (invocation: Invocation) => Promise<number>
}

export const textValue = ({ values }: Invocation, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The option that names a program for scanned pages. */
export const OCR_OPTION = { ocr: { type: 'string', values: ['tesseract'] } } as const satisfies OptionSpecs

/** The program that `--ocr` names, as an option for reading; none without it. */
export const ocrOption = async (invocation: Invocation): Promise<{ readonly ocr?: Ocr }> => {
  const name = textValue(invocation, 'ocr')
  return name === undefined ? {} : { ocr: await invocation.io.ocr(name) }
}

export const needFiles = ({ positionals }: Invocation, command: string): void => {
  if (positionals.length === 0)
    throw usageError(
      command,
      { message: '没有给出文件', remedy: `例：jiheng ${command} 自评表.docx；用 jiheng ${command} --help 查看用法` },
      { message: 'no file was given', remedy: `e.g. jiheng ${command} form.docx; see jiheng ${command} --help` },
    )
}

/** A report must never take the place of a document it is about. */
const refuseInput = async (output: string, inputs: readonly string[], io: CliIo): Promise<void> => {
  for (const input of inputs)
    if (await io.isSameFile(output, input))
      throw usageError(
        output,
        { message: `输出文件 ${output} 就是要检查的文件`, remedy: '请用 --output 换一个文件名' },
        { message: `the output ${output} is one of the files to check`, remedy: 'name another file with --output' },
      )
}

/** `-` and no name are standard output. Returns the file written, if any. */
export const deliver = async (
  content: string | Uint8Array,
  output: string | undefined,
  inputs: readonly string[],
  io: CliIo,
): Promise<string | undefined> => {
  if (output === undefined || output === '-') {
    await io.out(content)
    return undefined
  }
  await refuseInput(output, inputs, io)
  await io.writeFile(output, content)
  return output
}
