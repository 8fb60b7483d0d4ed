/** Measures the checker on true goal declarations and monitoring forms: what it says of them, what it finds when one is spoilt. */
import { checkRead } from '../../src/app/check-file.ts'
import { readBytes } from '../../src/app/read-file.ts'
import { goalChecks } from '../../src/checks/goals.ts'
import { monitoringChecks } from '../../src/checks/monitoring.ts'
import { isAtLeast } from '../../src/domain/finding.ts'
import type { ReadFile } from '../../src/writers/report-model.ts'
import { drawGoal, drawMonitoring } from './draw-plans.ts'
import { generateGoal, generateMonitoring, type TrueGoal, type TrueMonitoring } from './generate-plans.ts'
import { GOAL_INJECTIONS, MONITORING_INJECTIONS } from './inject-plans.ts'
import { type Random, randomFrom } from './random.ts'
import { type DrawnPart, partsToDocx, partsToHtml, partsToTabs, partsToXlsx } from './write-forms.ts'

const WRITERS = { html: partsToHtml, docx: partsToDocx, xlsx: partsToXlsx, txt: partsToTabs } as const
export type PlanFormat = keyof typeof WRITERS

export const readParts = async (parts: readonly DrawnPart[], format: PlanFormat): Promise<ReadFile> =>
  readBytes(await WRITERS[format](parts), `表.${format}`)

/** Findings above info of each form of a document, in the order of the forms. */
export const alarmsIn = async (
  parts: readonly DrawnPart[],
  format: PlanFormat,
): Promise<readonly (readonly string[])[]> => {
  const read = await readParts(parts, format)
  const { findings } = checkRead(read, { checks: [...goalChecks, ...monitoringChecks] })
  const alarms: string[][] = parts.map(() => [])
  for (const { code, severity, at, message } of findings)
    if (isAtLeast(severity, 'warning'))
      alarms[Number(/\d+/.exec(at.section ?? '')?.[0])]?.push(`${code} ${severity} ${at.field}: ${message}`)
  return alarms
}

export interface PlanDetection {
  readonly kind: string
  readonly injected: number
  readonly found: number
  readonly missed: readonly string[]
}

const detect = async <Form>(
  kind: string,
  make: (random: Random, n: number) => Form,
  spoil: (form: Form, random: Random) => string | undefined,
  draw: (form: Form) => DrawnPart,
  count: number,
): Promise<PlanDetection> => {
  const pairs: {
    readonly seed: number
    readonly what: string
    readonly before: DrawnPart
    readonly after: DrawnPart
  }[] = []
  for (let seed = 1; pairs.length < count && seed < count * 20; seed += 1) {
    const random = randomFrom(seed)
    const form = make(random, seed)
    const before = draw(form)
    const what = spoil(form, random)
    if (what !== undefined) pairs.push({ seed, what, before, after: draw(form) })
  }
  const before = await alarmsIn(
    pairs.map((pair) => pair.before),
    'html',
  )
  const after = await alarmsIn(
    pairs.map((pair) => pair.after),
    'html',
  )
  const missed = pairs.flatMap(({ seed, what }, i) =>
    after[i]!.some((alarm) => !before[i]!.includes(alarm)) ? [] : [`seed ${seed}: ${what}`],
  )
  return { kind, injected: pairs.length, found: pairs.length - missed.length, missed }
}

/** `count` errors of each kind, each alone in a form of its own. Found: a finding above info that the true form does not have. */
export const detectPlans = async (count: number): Promise<readonly PlanDetection[]> => {
  const found: PlanDetection[] = []
  for (const [kind, spoil] of Object.entries(GOAL_INJECTIONS))
    found.push(await detect<TrueGoal>(kind, generateGoal, spoil, drawGoal, count))
  for (const [kind, spoil] of Object.entries(MONITORING_INJECTIONS))
    found.push(await detect<TrueMonitoring>(kind, generateMonitoring, spoil, drawMonitoring, count))
  return found
}
