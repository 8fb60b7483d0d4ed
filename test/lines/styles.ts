import { seeded } from './random.ts'
import type { RenderStyle } from './render.ts'

/** A page layout at random, of the given kind. */
export function randomStyle(seed: number, order: RenderStyle['order'], isBroken: boolean): RenderStyle {
  const random = seeded(seed * 7919 + 13)
  const isWide = random.chance(0.3)
  return {
    order,
    blanks: random.chance(0.7),
    align: random.chance(0.8) ? 'middle' : 'top',
    widths: {
      level1: random.pick(isWide ? [8] : [4, 6, 8, 8]),
      level2: random.pick(isWide ? [12, 18] : [4, 8, 8, 12]),
      level3: random.pick(isWide ? [30, 36, 44] : [12, 16, 20, 22, 26]),
      target: random.pick([10, 12, 14, 18]),
      actual: random.pick([10, 12, 14, 18]),
      weight: 6,
      score: 6,
      deviation: random.pick([12, 18, 24, 30]),
    },
    goalWidths: [random.pick([30, 44, 60]), random.pick([30, 44, 56, 64])],
    headWidth: random.pick([24, 34, 60]),
    labelWidth: random.pick([4, 8, 20]),
    page: isBroken ? random.int(18, 40) : 0,
    pageNumbers: isBroken && random.chance(0.6),
    pageMark: random.pick(['\f', ' ', '']),
    repeatHeader: false,
    hasDeviation: random.chance(0.8),
    autospace: random.chance(0.7),
  }
}
