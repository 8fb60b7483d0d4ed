import type { Proof, Verdict } from '../../domain/finding.ts'
import { type AccountCell, accountField } from '../../engine/accounts.ts'
import { defineBookletCheck, type FindingDraft } from '../../engine/check.ts'
import type { Equation } from '../../engine/equations.ts'
import { localiseAccounts } from '../../engine/localise/accounts.ts'
import type { Localisation, Repair } from '../../engine/localise/localise.ts'
import { cellName, changesOf, equallyLikely, repairText, repairTextEn } from '../../engine/localise/words.ts'
import { proof } from '../../engine/proof.ts'

/** Candidates that the proof lists; further ones are counted. */
const SHOWN = 3

const inputOf = (cell: AccountCell) => ({
  name: cellName(cell),
  printed: cell.cell.printed,
  field: accountField(cell),
  position: cell.cell.at,
})

const equationsText = (failed: readonly Equation[]): string =>
  failed.map(({ code, formula }) => `${code} ${formula}`).join('；')

const verdictOf = ({ repairs }: Localisation): Verdict =>
  repairs.length > 0 && equallyLikely(repairs) === 1 ? 'outside' : 'undecided'

const stepOf = ({ failed }: Localisation, repair: Repair, i: number): Proof => {
  const [first] = repair.cells
  return proof({
    formula: `候选${i + 1}：${repairText(repair)}`,
    filledIn: `改后成立：${equationsText(failed)}`,
    result: changesOf(repair)
      .map(({ expected }) => expected)
      .join('；'),
    verdict: 'equal',
    inputs: repair.cells.map(({ cell }) => inputOf(cell)),
    ...(first ? { interval: first.wanted, unitPower: powerOf(first.cell) } : {}),
  })
}

const powerOf = ({ amount, own }: AccountCell): number => (amount ?? own)?.power ?? 0

const workingOf = (localisation: Localisation) => (): Proof => {
  const { failed, repairs } = localisation
  return proof({
    formula: '改动最少的单元格，使不成立的等式全部成立，且不破坏已成立的等式',
    filledIn: `不成立：${equationsText(failed)}`,
    result: repairs[0] ? repairText(repairs[0]) : '无法定位',
    verdict: verdictOf(localisation),
    inputs: repairs[0]?.cells.map(({ cell }) => inputOf(cell)) ?? [],
    steps: repairs.slice(0, SHOWN).map((repair, i) => stepOf(localisation, repair, i)),
  })
}

const located = (localisation: Localisation): FindingDraft => {
  const { failed, repairs } = localisation
  const [first] = repairs as readonly [Repair, ...Repair[]]
  const changes = changesOf(first)
  const [main] = changes
  const ties = equallyLikely(repairs)
  const others = repairs.length - 1
  const lead = ties > 1 ? `可能的错误（${ties}处同样可能，仅凭算术不能分辨）` : '最可能的错误'
  const more = others === 0 ? '，没有别的改法' : ties > 1 ? '' : `，另有${others}种改法`
  return {
    ...main!.at,
    ...(main!.position ? { position: main!.position } : {}),
    verdict: verdictOf(localisation),
    printed: main!.printed,
    expected: main!.expected,
    message: `${lead}：${repairText(first)}；改后${failed.length}个不成立的等式全部成立${more}`,
    messageEn: `Likeliest error: ${repairTextEn(first)}; ${failed.length} failing equation(s) would hold${others > 0 ? `, ${others} other candidate(s)` : ''}.`,
    proof: workingOf(localisation),
  }
}

const WHY = {
  none: '改动三个以内的单元格不能使它们全部成立',
  'cut-off': '可能的改法太多，在限定的步数内没有找到',
} as const

const WHY_EN = {
  none: 'no change of three cells or fewer repairs all of them',
  'cut-off': 'there are too many ways to repair them',
} as const

const unlocated = (localisation: Localisation, outcome: 'none' | 'cut-off'): FindingDraft => {
  const { failed } = localisation
  const { total } = failed[0]!
  const codes = [...new Set(failed.map(({ code }) => code))]
  return {
    table: total.table.key,
    row: total.row,
    field: accountField(total),
    position: total.cell.at,
    verdict: 'undecided',
    printed: total.cell.printed,
    expected: '',
    message: `${failed.length}个等式（${codes.join('、')}）不成立，${WHY[outcome]}，无法定位`,
    messageEn: `${failed.length} equation(s) (${codes.join(', ')}) fail; ${WHY_EN[outcome]}.`,
    proof: workingOf(localisation),
  }
}

export const localisation = defineBookletCheck({
  id: 'FA-342',
  title: '定位：使不成立的等式全部成立的最少改动',
  titleEn: 'Localisation: the fewest cells that repair all failing equations',
  kind: 'A',
  severity: 'info',
  missing: 'blank-is-zero',
  basis: 'definition',
  cites: ['definition#form-arithmetic', 'definition#printed-interval'],
  rule: '在全部表内、表间等式中，求改动后使不成立的等式全部成立、又不破坏已成立等式的最少单元格；按抄写错误的类型和正文所写的数排序',
  remedy: '先对照总账核对所列单元格；改正后重新检查，其余问题大多随之消失',
  remedyEn: 'Compare the named cell with the ledger first; once it is corrected most of the other findings go away.',
  run(context, report) {
    if (!context.accounts) return undefined
    for (const own of localiseAccounts(context.accounts, context))
      report(own.outcome === 'located' ? located(own) : unlocated(own, own.outcome))
    return undefined
  },
})
