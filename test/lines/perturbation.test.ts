/**
 * Invented forms, printed in page layouts at random, must come back. LINES_FORMS=60 reads as many forms of each kind and
 * prints the shares (docs: how to repeat the figure); without it, few forms of each kind, so that the test takes seconds.
 */
import { describe, expect, it } from 'vitest'
import { formLayout } from '../../src/law/forms.ts'
import { formsFromLines } from '../../src/recognise/lines/index.ts'
import { linesBlock } from './block.ts'
import { compare } from './measure.ts'
import { renderForm } from './render.ts'
import { randomStyle } from './styles.ts'
import { syntheticForm } from './synthetic-form.ts'

const asked = Number(process.env.LINES_FORMS ?? 0)

/** Least share of fields that must be right: a little below what was measured over 60 forms of each kind. */
const KINDS = [
  { name: 'cell after cell', order: 'cells', isBroken: false, forms: 16, least: 0.985 },
  { name: 'cell after cell, over pages', order: 'cells', isBroken: true, forms: 16, least: 0.97 },
  { name: 'line by line across the page', order: 'visual', isBroken: false, forms: 3, least: 0.8 },
  { name: 'line by line, over pages', order: 'visual', isBroken: true, forms: 3, least: 0.78 },
] as const

describe('forms printed in layouts at random', () => {
  it.each(KINDS)('$name', ({ name, order, isBroken, forms, least }) => {
    let right = 0
    let all = 0
    let whole = 0
    const count = asked || forms
    for (let seed = 1; seed <= count; seed += 1) {
      const style = randomStyle(seed, order, isBroken)
      const form = syntheticForm(seed)
      const read = formsFromLines(linesBlock(renderForm(form, style)), formLayout())
      const tally = compare(form, read[0], style.hasDeviation)
      right += tally.right
      all += tally.all
      whole += tally.right === tally.all ? 1 : 0
    }
    if (asked)
      console.log(`${name}: ${((100 * right) / all).toFixed(2)} % of ${all} fields, ${whole} of ${count} forms whole`)
    expect(right / all).toBeGreaterThan(least)
  })
})
