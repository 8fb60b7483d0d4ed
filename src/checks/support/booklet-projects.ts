/** What a text says of single projects: budget, spending, rate and score, with the form of the project. */
import type { Narrative, Statement } from '../../domain/narrative.ts'
import type { FundColumn } from '../../domain/self-evaluation.ts'
import type { BookletContext } from '../../engine/check.ts'
import type { FormView } from '../../engine/form-view.ts'
import { topicsOf } from '../../engine/ledger/narrative-places.ts'
import { namesInText, projectCell } from '../../engine/ledger/projects.ts'
import { maySame } from '../../engine/verdict.ts'
import { type Figure, figure, isExact } from './narrative.ts'

export interface ProjectFigure {
  readonly one: Figure
  readonly form: FormView
  readonly kind: 'amount' | 'rate' | 'score'
  /** Columns of the fund block that the words may mean. */
  readonly columns: readonly FundColumn[]
  /** By its name in the same paragraph, or by another amount of the sentence that only this form has. */
  readonly by: 'name' | 'amount'
}

const TOPICS: ReadonlySet<string> = new Set(['performance', 'none'])
const UNNAMED = /^(?:本|该|本年|本年度)?项目(?:资金|支出|经费)?$/u
const SCORE = /自评(?:得分|总分|分数|评价得分)|^项目得分$/u

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’]+/gu, '')

/** The project named last in front of the number, in its paragraph. */
const namedBefore = (narrative: Narrative, one: Figure, forms: readonly FormView[]): FormView | undefined => {
  const { paragraph, start } = one.mention
  const before = bare(narrative.paragraphs[paragraph]?.text.slice(0, start) ?? '')
  let best: { form: FormView; at: number; length: number } | undefined
  for (const form of forms)
    for (const name of namesInText(form)) {
      const at = before.lastIndexOf(name)
      if (at < 0) continue
      const end = at + name.length
      if (!best || end > best.at + best.length || (end === best.at + best.length && name.length > best.length))
        best = { form, at, length: name.length }
    }
  return best?.form
}

const columnsOf = ({ measure }: Statement): readonly FundColumn[] => {
  if (measure === 'initial-budget') return ['initialBudget']
  if (measure === 'annual-budget') return ['fullYearBudget']
  if (measure === 'budget') return ['initialBudget', 'fullYearBudget']
  return measure === 'executed' || measure === 'final' ? ['executed'] : []
}

const kindOf = ({ statement, mention }: Figure): ProjectFigure['kind'] | undefined => {
  if (mention.kind === 'amount' && columnsOf(statement).length > 0) return 'amount'
  if (mention.kind === 'percent' && statement.role === 'rate' && /执行率$/u.test(statement.subject.name)) return 'rate'
  return mention.kind === 'points' && SCORE.test(statement.subject.name) ? 'score' : undefined
}

/** Forms with such an amount in one of the columns; an amount of zero tells nothing. */
const formsWith = (one: Figure, forms: readonly FormView[]): readonly FormView[] =>
  one.mention.value.isZero()
    ? []
    : forms.filter((form) =>
        columnsOf(one.statement).some((column) => {
          const amount = projectCell(form, column)?.amount
          return amount !== undefined && maySame(amount, one.amount)
        }),
      )

/** The form that another budget of the same sentence belongs to. */
const byAmount = (own: Figure, sentence: readonly Figure[], forms: readonly FormView[]): FormView | undefined => {
  for (const one of sentence) {
    if (one === own || one.mention.kind !== 'amount' || !/budget/u.test(one.statement.measure)) continue
    const found = formsWith(one, forms)
    if (found.length === 1) return found[0]
  }
  return undefined
}

const collect = ({
  narrative,
  forms,
}: {
  narrative: Narrative
  forms: readonly FormView[]
}): readonly ProjectFigure[] => {
  const topics = topicsOf(narrative)
  const sentences = new Map<number, Figure[]>()
  for (const { index, sentence } of narrative.statements) {
    const own = sentences.get(sentence)
    if (own) own.push(figure(narrative, index))
    else sentences.set(sentence, [figure(narrative, index)])
  }
  const found: ProjectFigure[] = []
  for (const sentence of sentences.values())
    for (const one of sentence) {
      const kind = kindOf(one)
      const { subject, section } = one.statement
      if (!kind || !isExact(one) || !TOPICS.has(topics[section] ?? 'none')) continue
      const name = bare(subject.name)
      const isOfProject =
        kind !== 'amount' ||
        UNNAMED.test(name) ||
        forms.some((form) => namesInText(form).some((each) => name.includes(each)))
      if (!isOfProject) continue
      const named = namedBefore(narrative, one, forms)
      const form = named ?? byAmount(one, sentence, forms)
      if (form) found.push({ one, form, kind, columns: columnsOf(one.statement), by: named ? 'name' : 'amount' })
    }
  return found
}

const memo = new WeakMap<Narrative, readonly ProjectFigure[]>()

export const projectFigures = ({ narrative, forms }: BookletContext): readonly ProjectFigure[] => {
  if (!narrative || forms.length === 0) return []
  let found = memo.get(narrative)
  if (!found) memo.set(narrative, (found = collect({ narrative, forms })))
  return found
}
