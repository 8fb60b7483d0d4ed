/** Rules for the forms that look ahead: each goal declaration and monitoring form by its own place and year. */

import type { RunOptions } from '../engine/run.ts'
import { choosePack } from '../law/choose-pack.ts'
import { rulesFor } from '../law/packs.ts'
import type { SelfEvaluationRules } from '../law/self-evaluation-rules.ts'
import type { ReadFile } from '../writers/report-model.ts'
import { titleTexts } from './place.ts'

interface Origin {
  readonly year: number
  readonly head: { readonly department?: { readonly printed: string }; readonly unit?: { readonly printed: string } }
}

type Judged = Pick<RunOptions, 'goals' | 'monitorings'>

/** `refused` takes what the choice throws: law that does not reach a form leaves it unjudged, and says so. */
export const planRules = (read: ReadFile, pack: string | undefined, refused: (thrown: unknown) => void): Judged => {
  const { region, department, year } = read.facts
  const texts = [...titleTexts(read.source), read.file.replace(/^.*[/\\]/, '')]
  const rulesOf = ({ year: own, head }: Origin): readonly SelfEvaluationRules[] => {
    const hints = [head.department?.printed ?? '', head.unit?.printed ?? '', department, ...texts]
    const choice = choosePack({ region, year: own > 0 ? own : year, title: '', hints })
    try {
      return [rulesFor(pack ?? choice.pack, choice.on)]
    } catch (thrown) {
      refused(thrown)
      return []
    }
  }
  const { goalDeclarations = [], monitorings = [] } = read
  return {
    goals: goalDeclarations.flatMap((declaration) => rulesOf(declaration).map((rules) => ({ declaration, rules }))),
    monitorings: monitorings.flatMap((monitoring) => rulesOf(monitoring).map((rules) => ({ monitoring, rules }))),
  }
}
