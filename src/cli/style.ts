/** Colours of the terminal: only for a person at a terminal that shows them, never in a pipe or when NO_COLOR is set. */
import type { Severity } from '../domain/finding.ts'

export interface Style {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly severity: (severity: Severity, text: string) => string
}

const sgr =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001b[${open}m${text}\u001b[${close}m`

const plain = (text: string): string => text

const SEVERITY_COLOUR: Readonly<Record<Severity, (text: string) => string>> = {
  fatal: (text) => sgr(1, 22)(sgr(31, 39)(text)),
  error: sgr(31, 39),
  warning: sgr(33, 39),
  info: sgr(36, 39),
}

export const plainStyle: Style = { bold: plain, dim: plain, severity: (_, text) => text }

export const colourStyle: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  severity: (severity, text) => SEVERITY_COLOUR[severity](text),
}

/** NO_COLOR (any value that is not empty) wins over everything; TERM=dumb shows no colours. */
export const mayColour = (isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean =>
  isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
