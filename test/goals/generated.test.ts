/** On goal declarations and monitoring forms whose truth is known: nothing above info is said of them, and what is wrong is found. */
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/domain/self-evaluation.ts'
import { alarmsIn, detectPlans, type PlanFormat, readParts } from '../support/detect-plans.ts'
import { drawGoal, drawMonitoring } from '../support/draw-plans.ts'
import { generateGoal, generateMonitoring } from '../support/generate-plans.ts'
import { randomFrom } from '../support/random.ts'
import type { DrawnPart } from '../support/write-forms.ts'

const FORMS = 250
const INJECTED = 20
/** Of the formats that take longer to write a sample is enough. */
const FEW = 12
/** Forms of one document. */
const BATCH = 50

const goals = Array.from({ length: FORMS }, (_, i) => generateGoal(randomFrom(i + 1), i + 1))
const monitorings = Array.from({ length: FORMS }, (_, i) => generateMonitoring(randomFrom(i + 1), i + 1))
const printed = (cell: Cell | undefined): string | undefined => cell?.printed

describe('generated goal declarations and monitoring forms', () => {
  it.each(['html', 'docx', 'xlsx', 'txt'] as const)(
    'are read back cell by cell from .%s',
    async (format: PlanFormat) => {
      for (const goal of goals.slice(0, FEW)) {
        const form = (await readParts([drawGoal(goal)], format)).goalDeclarations?.[0]
        expect({
          name: printed(form?.head.projectName),
          money: [
            form?.money.annual?.total?.amount,
            ...(form?.money.annual?.sources ?? []).map(({ amount }) => amount),
          ].map(printed),
          period: printed(form?.money.multiYear?.total?.amount),
          yearly: form?.money.yearly.map(({ amount }) => amount.printed),
          goals: form?.goals.map(({ text }) => text.printed),
          rows: form?.indicators.map(({ level1, level2, level3, more }) =>
            [level1, level2, level3, more.weight].map(printed),
          ),
        }).toEqual({
          name: goal.name,
          money: [goal.annual.total, goal.annual.appropriation, goal.annual.other],
          period: goal.multiYear?.total,
          yearly: goal.yearly,
          goals: goal.layout === 'signs' || goal.layout === 'explained' ? goal.goals.slice(-1) : goal.goals,
          rows: goal.rows.map(({ level1, level2, level3, weight }) => [level1, level2, level3, weight]),
        })
      }
      for (const truth of monitorings.slice(0, FEW)) {
        const form = (await readParts([drawMonitoring(truth)], format)).monitorings?.[0]
        const columns = ['initialBudget', 'executed', 'rate', 'forecast', 'forecastRate'] as const
        expect({
          name: printed(form?.head.projectName),
          months: form?.months,
          goal: printed(form?.goal),
          funds: form?.funds.rows.map(({ label, cells }) => [
            label.printed,
            ...columns.map((column) => printed(cells[column])),
          ]),
          rows: form?.indicators.map(({ level1, level2, level3, cells }) =>
            [
              level1,
              level2,
              level3,
              cells.target,
              cells.actual,
              cells.forecast,
              cells.causeText ?? cells.cause,
              cells.note,
            ].map(printed),
          ),
        }).toEqual({
          name: truth.name,
          months: truth.months,
          goal: truth.goal,
          funds: truth.funds,
          rows: truth.rows.map(({ level1, level2, level3, target, actual, forecast, causeText, note }) => [
            level1,
            level2,
            level3,
            target,
            actual,
            forecast,
            causeText,
            note,
          ]),
        })
      }
    },
  )

  it('yield no finding above info', async () => {
    const alarms: string[] = []
    const look = async (parts: readonly DrawnPart[], kind: string, from: number): Promise<void> => {
      const found = await alarmsIn(parts, 'html')
      found.forEach((own, i) => void alarms.push(...own.map((alarm) => `${kind} ${from + i + 1} ${alarm}`)))
    }
    for (let from = 0; from < FORMS; from += BATCH) {
      await look(goals.slice(from, from + BATCH).map(drawGoal), 'goal', from)
      await look(monitorings.slice(from, from + BATCH).map(drawMonitoring), 'monitoring', from)
    }
    expect(alarms).toEqual([])
  })

  it('with one error are found out in at least 99 of 100 cases', async () => {
    const kinds = await detectPlans(INJECTED)
    const all = kinds.reduce((sum, { injected }) => sum + injected, 0)
    const found = kinds.reduce((sum, one) => sum + one.found, 0)
    const missed = kinds.flatMap(({ kind, missed }) => missed.map((one) => `${kind}: ${one}`))
    expect(all).toBe(kinds.length * INJECTED)
    expect(found / all, missed.join('; ')).toBeGreaterThanOrEqual(0.99)
  })
})
