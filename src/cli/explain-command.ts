/** `jiheng explain`. */
import { catalogue, checkCodes, explainCheck } from '../app/catalogue.ts'
import { AppError } from '../domain/failure.ts'
import type { Command, Invocation } from './command.ts'
import { catalogueText, explainText } from './explain-text.ts'
import { nearest } from './nearest.ts'

/** An unknown code names the nearest one. */
const withSuggestion = (thrown: unknown, typed: string): unknown => {
  if (!(thrown instanceof AppError) || thrown.code !== 'UNKNOWN_CHECK') return thrown
  const near = nearest(typed, checkCodes())
  if (!near) return thrown
  const { message, remedy } = thrown.english
  return new AppError('UNKNOWN_CHECK', typed, thrown.message, `是否想看 ${near}？${thrown.remedy}`, {
    english: { message, remedy: `did you mean ${near}? ${remedy}` },
  })
}

const run = async ({ positionals, language, io }: Invocation): Promise<number> => {
  const options = { language, width: io.width, style: io.style }
  if (positionals.length === 0) {
    await io.out(`${catalogueText(catalogue(), options)}\n`)
    return 0
  }
  for (const [i, typed] of positionals.entries()) {
    try {
      await io.out(`${i > 0 ? '\n' : ''}${explainText(explainCheck(typed), options)}\n`)
    } catch (thrown) {
      throw withSuggestion(thrown, typed)
    }
  }
  return 0
}

export const explainCommand: Command = { name: 'explain', options: {}, run }
