import { indicatorField } from '../../domain/field-address.ts'
import type { Cell } from '../../domain/self-evaluation.ts'
import type { AcrossDocument } from '../../engine/across.ts'
import { defineAcrossCheck, type Report } from '../../engine/check.ts'
import { projectName } from '../../engine/ledger/projects.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { sameYearPairs } from '../support/across.ts'
import { baseName, sharedProjects } from '../support/across-projects.ts'

interface Planned {
  readonly name: string
  readonly where: string
  readonly indicators: readonly {
    readonly level3: Cell
    readonly target: Cell | undefined
    readonly unit: string
    readonly direction: string
  }[]
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’]+/gu, '')
const nameOf = (cell: Cell): string => plain(cell.printed).replace(/^指标\d+[:：]/u, '')

const plannedIn = ({ goals = [], monitorings = [] }: AcrossDocument): readonly Planned[] => [
  ...goals.map(({ head, indicators }) => ({
    name: head.projectName?.printed ?? '',
    where: '绩效目标申报表',
    indicators: indicators
      .filter(({ term }) => term === 'annual')
      .map(({ level3, target, more }) => ({
        level3,
        target,
        unit: plain(more.unit?.printed ?? ''),
        direction: plain(more.direction?.printed ?? ''),
      })),
  })),
  ...monitorings.map(({ head, indicators }) => ({
    name: head.projectName?.printed ?? '',
    where: '绩效运行监控表',
    indicators: indicators.map(({ level3, cells }) => ({
      level3,
      target: cells.target,
      unit: plain(cells.unit?.printed ?? ''),
      direction: plain(cells.direction?.printed ?? ''),
    })),
  })),
]

/** Number of a target, with the words around it left out: ≥90%, 90 and 不少于90 are one. */
const NUMBER = /-?\d[\d,]*(?:\.\d+)?/gu
const numbersIn = (text: string): readonly string[] =>
  [...plain(text).matchAll(NUMBER)].map(([number]) => Decimal.from(number.replaceAll(',', '')).normalize().toString())

/** Differ for certain: both name one number, and not the same. */
const differ = (a: string, b: string): boolean => {
  const [x, y] = [numbersIn(a), numbersIn(b)]
  return x.length === 1 && y.length === 1 && x[0] !== y[0]
}

const reportPair = (own: AcrossDocument, other: AcrossDocument, report: Report): void => {
  for (const { form, other: plan } of sharedProjects(own, plannedIn(other), other.file, ({ name }) => name))
    for (const { index, row } of form.indicators) {
      const name = nameOf(row.level3)
      const same = plan.indicators.filter(({ level3 }) => nameOf(level3) === name)
      const [planned] = same
      if (name === '' || same.length !== 1 || !planned?.target) continue
      if (form.indicators.filter((one) => nameOf(one.row.level3) === name).length > 1) continue
      // Other units make other numbers of the same target.
      const [mine, theirs] = [row.more.unit?.printed ?? '', planned.unit].map(plain)
      if (mine !== '' && theirs !== '' && mine !== theirs) continue
      if (!differ(row.target.printed, planned.target.printed)) continue
      const where = `${baseName(other.file)}的${plan.where}`
      report({
        file: own.file,
        form: form.index,
        field: indicatorField(index, 'target'),
        position: row.target.at,
        verdict: 'outside',
        printed: row.target.printed,
        expected: planned.target.printed,
        message: `“${projectName(form)}”的“${row.level3.printed}”指标值印为“${row.target.printed}”，${where}是“${planned.target.printed}”`,
        messageEn: `The target is ${row.target.printed} here and ${planned.target.printed} in the other document.`,
      })
    }
}

export const targetsThroughTheChain = defineAcrossCheck({
  id: 'XD-002',
  title: '同一指标的指标值在申报、监控、自评中相同',
  titleEn: 'A target stays the same from declaration to self-evaluation',
  kind: 'D',
  severity: 'warning',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '自评表的年度指标值 = 绩效目标申报表、绩效运行监控表中同名指标的指标值；有调整批复的除外',
  remedy: '按批复的指标值填写；调整过的附调整依据',
  remedyEn: 'Use the approved target; say when it was adjusted.',
  run({ documents }, report) {
    for (const [a, b] of sameYearPairs(documents)) {
      reportPair(a, b, report)
      reportPair(b, a, report)
    }
  },
})
