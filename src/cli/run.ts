/** Command line → exit status. All failures end here as a message; nothing else is thrown past it but our own faults. */
import { LANGUAGES, type Language } from '../app/report-words.ts'
import { AppError, FAILURE_EXIT_CODE } from '../domain/failure.ts'
import { checkCommand } from './check-command.ts'
import type { Command } from './command.ts'
import { compareCommand } from './compare-command.ts'
import { explainCommand } from './explain-command.ts'
import { HELP_EN } from './help-en.ts'
import { HELP_ZH } from './help-zh.ts'
import type { CliIo } from './io.ts'
import { nearest } from './nearest.ts'
import { type OptionSpecs, parseOptions } from './options.ts'
import { packsCommand } from './packs-command.ts'
import { readCommand } from './read-command.ts'
import { saidIn, usageError } from './usage-error.ts'
import { hang, printable } from './width.ts'

const COMMANDS: readonly Command[] = [checkCommand, compareCommand, readCommand, explainCommand, packsCommand]

const COMMON: OptionSpecs = {
  lang: { type: 'string', values: LANGUAGES },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
}

const helpText = (command: string, language: Language): string =>
  `${(language === 'zh' ? HELP_ZH : HELP_EN)[command]}\n`

const unknownCommand = (typed: string): AppError => {
  const names = COMMANDS.map(({ name }) => name)
  const near = nearest(typed, names)
  // A person who types a file name wants it checked.
  const call = /[./\\]/.test(typed) ? `jiheng check ${typed}` : near && `jiheng ${near}`
  return usageError(
    typed,
    {
      message: `没有命令“${typed}”`,
      remedy: call ? `是否想用 ${call}？` : `可用的命令：${names.join('、')}；用 jiheng --help 查看用法`,
    },
    {
      message: `there is no command "${typed}"`,
      remedy: call ? `did you mean ${call}?` : `commands: ${names.join(', ')}; see jiheng --help`,
    },
  )
}

const languageOf = (value: string | boolean | undefined): Language => (value === 'en' ? 'en' : 'zh')

/** `jiheng --lang en check …` and `jiheng check … --lang en` are the same: the first word that is no option is the command. */
const splitCommand = (args: readonly string[]): { command: string | undefined; rest: readonly string[] } => {
  const at = args.findIndex((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--lang')
  return at < 0 ? { command: undefined, rest: args } : { command: args[at], rest: args.toSpliced(at, 1) }
}

const withoutCommand = async (args: readonly string[], io: CliIo): Promise<number> => {
  const { values } = parseOptions(args, COMMON, '')
  await io.out(values.version ? `jiheng ${io.version}\n` : helpText('', languageOf(values.lang)))
  // Nothing asked for: the help is the answer, and a script that forgot its command must notice.
  return values.version || values.help ? 0 : FAILURE_EXIT_CODE
}

const dispatch = async (args: readonly string[], io: CliIo): Promise<number> => {
  const { command: name, rest } = splitCommand(args)
  if (name === undefined) return withoutCommand(args, io)
  if (name === 'help') {
    const [topic = ''] = rest
    if (!(topic in HELP_ZH)) throw unknownCommand(topic)
    await io.out(helpText(topic, 'zh'))
    return 0
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) throw unknownCommand(name)
  const { values, positionals } = parseOptions(rest, { ...command.options, ...COMMON }, name)
  const language = languageOf(values.lang)
  if (values.help || values.version) {
    await io.out(values.version ? `jiheng ${io.version}\n` : helpText(name, language))
    return 0
  }
  return command.run({ values, positionals, language, io })
}

/** `--lang en` counts also when the rest of the command line cannot be understood. */
const wantsEnglish = (args: readonly string[]): boolean =>
  args.some((arg, i) => arg === '--lang=en' || (arg === 'en' && args[i - 1] === '--lang'))

export const runCli = async (args: readonly string[], io: CliIo): Promise<number> => {
  try {
    return await dispatch(args, io)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    const language = wantsEnglish(args) ? 'en' : 'zh'
    const { message, remedy } = saidIn(language, thrown)
    io.error(hang('✖ ', printable(message), io.width))
    if (remedy) io.error(hang(language === 'zh' ? '  处理 ' : '  try ', printable(remedy), io.width))
    return FAILURE_EXIT_CODE
  }
}
