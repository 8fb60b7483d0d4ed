/** Command line → checked options. A slip of the fingers gets the nearest name, not a stack trace. */
import { parseArgs } from 'node:util'
import { AppError } from '../domain/failure.ts'
import { nearest } from './nearest.ts'

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

const usage = (where: string, message: string, remedy: string): AppError =>
  new AppError('USAGE', where, message, remedy)

const suggestion = (found: string | undefined, help: string): string => (found ? `是否想用 ${found}？` : help)

const checkValue = (option: string, spec: OptionSpec, value: string | undefined, help: string): string => {
  if (value === undefined || value === '')
    throw usage(option, `选项 ${option} 需要一个值`, spec.values ? `可用的值：${spec.values.join('、')}` : help)
  if (spec.values && !spec.values.includes(value)) {
    const near = nearest(value, spec.values)
    const known = `可用的值：${spec.values.join('、')}`
    throw usage(option, `选项 ${option} 没有“${value}”这个值`, near ? `是否想用 ${near}？${known}` : known)
  }
  return value
}

/** `command` names the help page to point to. Throws AppError USAGE. */
export const parseOptions = (args: readonly string[], specs: OptionSpecs, command: string): ParsedOptions => {
  const help = `用 jiheng ${command ? `${command} ` : ''}--help 查看用法`
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
    if (!spec) {
      const near = nearest(token.name, Object.keys(specs))
      throw usage(token.rawName, `没有选项 ${token.rawName}`, suggestion(near && `--${near}`, help))
    }
    if (spec.type === 'boolean' && token.value !== undefined)
      throw usage(token.rawName, `选项 ${token.rawName} 不带值`, help)
    values[token.name] = spec.type === 'boolean' ? true : checkValue(token.rawName, spec, token.value, help)
  }
  return { values, positionals }
}
