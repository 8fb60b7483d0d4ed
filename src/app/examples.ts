/** One worked example per check: the first case of its case file that finds something, compiled at build time. */
import compiled from './compiled-examples.json' with { type: 'json' }

type Printed = Readonly<Record<string, string | null>>

export interface CheckExample {
  readonly name: string
  /** Day of the rules. */
  readonly on: string
  readonly pack: string
  /** Path of the case file. */
  readonly path: string
  /** Cells that the case changes in a form where everything holds; null: the form has no such field. */
  readonly form: Printed
  /** Indicator rows: level 1–3, target, actual, points, score, cause. */
  readonly rows: readonly (readonly string[])[]
  readonly forms: readonly Printed[]
  /** Paragraphs of prose, for checks of the narrative. */
  readonly text?: readonly string[]
  readonly findings: readonly Readonly<Record<string, string>>[]
}

const examples = compiled as unknown as Readonly<Record<string, CheckExample>>

export const findExample = (code: string): CheckExample | undefined =>
  Object.hasOwn(examples, code) ? examples[code] : undefined
