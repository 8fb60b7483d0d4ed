/**
 * CM-016: the goal of one project nearly the same as another project's. Candidates come from hashed signatures of the
 * texts (one pass, no comparison of all with all), and only candidates are compared in full.
 */
import { defineDocumentCheck } from '../../engine/check.ts'
import { digitsRemoved, textKey } from '../../kernel/normalize.ts'
import { textCount, textThreshold } from '../../law/wordlists.ts'
import { quote } from '../support/messages.ts'
import { Runs, signature } from '../support/signature.ts'

const SHORTEST = textCount('similarLength')
/** Shares of a set are no money: a number is enough here. */
const ALIKE = Number(textThreshold('similarShare').toString())
/** A text shared by hundreds of forms is compared with the first few of its bucket only. */
const REPRESENTATIVES = 4

class Goal {
  readonly form: number
  readonly project: string
  readonly key: string
  /** Form that it was last compared with: bands share their texts. */
  comparedWith = 0
  #runs: Runs | undefined = undefined

  constructor(form: number, project: string, key: string) {
    this.form = form
    this.project = project
    this.key = key
  }

  get runs(): Runs {
    // Without its figures a text may end in a comma again.
    this.#runs ??= new Runs(textKey(this.key))
    return this.#runs
  }

  isCopiedBy(goal: Goal): boolean {
    if (this.form === goal.form || this.comparedWith === goal.form) return false
    this.comparedWith = goal.form
    return this.key === goal.key || this.runs.isAlike(goal.runs, ALIKE)
  }
}

export const textNotCopied = defineDocumentCheck({
  id: 'CM-016',
  title: '不同项目的目标文字不雷同',
  titleEn: 'Goals of different projects are not copies of each other',
  kind: 'S',
  severity: 'info',
  missing: 'skip-if-any',
  basis: 'proposal',
  cites: ['proposal#near-copy'],
  rule: '去掉数字后两个项目预期目标的相似度 < 0.9',
  remedy: '确认目标是按本项目写的，不是从其他项目复制的。',
  remedyEn: 'Make sure that the goal was written for this project.',
  run({ forms }, report) {
    if (forms.length < 2) return
    const buckets = new Map<number, Goal[]>()
    for (const { record, index } of forms) {
      const key = digitsRemoved(record.goalExpected?.printed ?? '')
      if (key.length < SHORTEST) continue
      const goal = new Goal(index, record.head.projectName?.printed ?? '', key)
      let twin: Goal | undefined
      for (const band of signature(key)) {
        const bucket = buckets.get(band)
        if (!bucket) {
          buckets.set(band, [goal])
          continue
        }
        twin ??= bucket.find((other) => other.isCopiedBy(goal))
        if (bucket.length < REPRESENTATIVES) bucket.push(goal)
      }
      if (!twin || twin.project === goal.project) continue
      report({
        form: index,
        field: 'goalExpected',
        verdict: 'undecided',
        printed: `与自评表${twin.form}几乎相同`,
        expected: '按本项目填写',
        message: `预期目标与自评表${twin.form}${quote(twin.project)}几乎相同，项目名称却不同。`,
        messageEn: `The expected goal is nearly the same as that of form ${twin.form}, which is another project.`,
      })
    }
  },
})
