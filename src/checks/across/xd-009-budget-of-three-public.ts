import type { AccountsView } from '../../engine/accounts.ts'
import { tableOf } from '../../engine/accounts.ts'
import type { AcrossDocument } from '../../engine/across.ts'
import { defineAcrossCheck, type Report } from '../../engine/check.ts'
import { placesOf } from '../../engine/ledger/cells.ts'
import { placeInput } from '../../engine/ledger/entry.ts'
import { proof } from '../../engine/proof.ts'
import { maySame } from '../../engine/verdict.ts'
import type { CellRef } from '../../law/narrative-cells.ts'
import { inFile, sameYearPairs } from '../support/across.ts'
import { expectedFrom, isRounding } from '../support/booklet-ledger.ts'

const ITEMS: readonly (readonly [string, string, string])[] = [
  ['Total', 'total', '“三公”经费'],
  ['Abroad', 'abroad', '因公出国（境）费'],
  ['Vehicles', 'vehicles', '公务用车购置及运行费'],
  ['Purchase', 'purchase', '公务用车购置费'],
  ['Running', 'running', '公务用车运行费'],
  ['Reception', 'reception', '公务接待费'],
]

const cell = (profile: string, row: string, column: string): CellRef => ({ profile, side: '', row, label: '', column })

const refsOf = (profile: string, column: string, row: string, amount: string): readonly CellRef[] => [
  cell(profile, '*', `budget${column}`),
  cell(profile, row, amount),
]

/** The final table says which budget it compares with. */
const headerOf = (accounts: AccountsView | undefined): string => {
  const table = accounts && tableOf(accounts, 'three-public')
  return (table?.record.columns ?? [])
    .filter(({ role }) => role.startsWith('budget') || role === 'initialBudget')
    .map(({ label }) => label.printed)
    .join('')
}

const reportPair = (own: AcrossDocument, budget: AcrossDocument, report: Report): void => {
  const header = headerOf(own.accounts)
  // 全年预算数 includes what was changed during the year.
  if (/全年|调整/u.test(header)) return
  for (const [column, row, name] of ITEMS) {
    const [mine] = placesOf(own.accounts, refsOf('three-public', column, row, 'initialBudget'))
    const [disclosed] = placesOf(budget.accounts, refsOf('budget-three-public', column, row, 'amount'))
    if (!mine || !disclosed || maySame(mine.amount, disclosed.amount)) continue
    const isNear = isRounding(mine.amount, disclosed.amount)
    const there = inFile(budget.file, disclosed)
    const verdict = isNear ? 'rounding-only' : 'outside'
    report({
      file: own.file,
      ...mine.address,
      position: mine.position,
      severity: isNear ? 'info' : /年初/u.test(header) ? 'error' : 'warning',
      verdict,
      printed: mine.printed,
      expected: expectedFrom(disclosed, mine),
      message: `决算表的${name}预算数是${mine.printed}，${there.name}是${disclosed.printed}${isNear ? '，相差在舍入范围内' : ''}`,
      messageEn: `The accounts print a budget of ${mine.printed}; the published budget has ${disclosed.printed}.`,
      proof: () =>
        proof({
          formula: `决算表的${name}预算数 = 部门预算公开的${name}`,
          filledIn: `${mine.printed} ≠ ${disclosed.printed}`,
          result: disclosed.printed,
          verdict,
          inputs: [placeInput(inFile(own.file, mine)), placeInput(there)],
        }),
    })
  }
}

export const budgetOfThreePublic = defineAcrossCheck({
  id: 'XD-009',
  title: '“三公”经费决算表的预算数等于当年公开的预算',
  titleEn: 'The budget column of the three public expenses is the published budget',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#same-fact'],
  rule: '“三公”经费支出决算表的预算数（年初预算数）= 同年部门预算公开的“三公”经费预算；表头写全年预算数的不比较，只写预算数的为疑点',
  remedy: '以公开的部门预算为准；用调整后预算的把表头写明',
  remedyEn: 'Use the published budget, or say in the header that it was adjusted.',
  run({ documents }, report) {
    for (const [a, b] of sameYearPairs(documents)) {
      reportPair(a, b, report)
      reportPair(b, a, report)
    }
  },
})
