/** Command line → checked options. A slip of the fingers gets the nearest name, not a stack trace. */
import { parseArgs } from 'node:util'
import type { AppError } from '../domain/failure.ts'
import { nearest } from './nearest.ts'
import { usageError } from './usage-error.ts'

export interface OptionSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** Admissible values; without it any text. */
  readonly values?: readonly string[]
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>

export interface ParsedOptions {
  readonly values: Readonly<Record<string, string | boolean>>
  readonly positionals: readonly string[]
}

const checkValue = (option: string, spec: OptionSpec, value: string | undefined, help: Help): string => {
  const known = spec.values?.join('、') ?? ''
  const knownEn = spec.values?.join(', ') ?? ''
  if (value === undefined || value === '')
    throw usageError(
      option,
      { message: `选项 ${option} 需要一个值`, remedy: known ? `可用的值：${known}` : help.zh },
      { message: `option ${option} needs a value`, remedy: knownEn ? `one of ${knownEn}` : help.en },
    )
  if (spec.values && !spec.values.includes(value)) {
    const near = nearest(value, spec.values)
    throw usageError(
      option,
      {
        message: `选项 ${option} 没有“${value}”这个值`,
        remedy: `${near ? `是否想用 ${near}？` : ''}可用的值：${known}`,
      },
      {
        message: `option ${option} has no value "${value}"`,
        remedy: `${near ? `did you mean ${near}? ` : ''}one of ${knownEn}`,
      },
    )
  }
  return value
}

const unknownOption = (rawName: string, name: string, specs: OptionSpecs, help: Help): AppError => {
  const near = nearest(name, Object.keys(specs))
  return usageError(
    rawName,
    { message: `没有选项 ${rawName}`, remedy: near ? `是否想用 --${near}？` : help.zh },
    { message: `there is no option ${rawName}`, remedy: near ? `did you mean --${near}?` : help.en },
  )
}

interface Help {
  readonly zh: string
  readonly en: string
}

const helpFor = (command: string): Help => {
  const call = `jiheng ${command ? `${command} ` : ''}--help`
  return { zh: `用 ${call} 查看用法`, en: `see ${call}` }
}

/** `command` names the help page to point to. Throws AppError USAGE. */
export const parseOptions = (args: readonly string[], specs: OptionSpecs, command: string): ParsedOptions => {
  const help = helpFor(command)
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  const values: Record<string, string | boolean> = {}
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const spec = specs[token.name]
    if (!spec) throw unknownOption(token.rawName, token.name, specs, help)
    if (spec.type === 'boolean' && token.value !== undefined)
      throw usageError(
        token.rawName,
        { message: `选项 ${token.rawName} 不带值`, remedy: help.zh },
        { message: `option ${token.rawName} takes no value`, remedy: help.en },
      )
    values[token.name] = spec.type === 'boolean' ? true : checkValue(token.rawName, spec, token.value, help)
  }
  return { values, positionals }
}
