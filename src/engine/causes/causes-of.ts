/**
 * Findings by what causes them. First the wrong cells that localisation names, with every equation that they break; then
 * findings that use one and the same printed cell. What shares nothing with another finding is no group.
 */
import type { Finding, FindingPlace, ProofInput } from '../../domain/finding.ts'
import type { Position } from '../../domain/source-document.ts'
import { type AccountCell, accountField } from '../accounts.ts'
import type { Equation } from '../equations.ts'
import type { Localisation, Repair } from '../localise/localise.ts'
import { changesOf, repairText, repairTextEn } from '../localise/words.ts'
import type { Cause, CauseCandidate, CauseDraft } from './cause.ts'
import { sharedCells } from './shared-cells.ts'

/** The check that reports localisation itself. */
const LOCALISATION = 'FA-342'

const isAt = ({ at }: Finding, cell: AccountCell): boolean =>
  at.table === cell.table.key && at.row === cell.row && at.field === accountField(cell)

/** Findings about an equation stand at its total, or at its first part when that is in the check's own table. */
const states = (finding: Finding, { code, total, parts, formula }: Equation): boolean => {
  if (finding.code !== code || finding.verdict !== 'outside') return false
  if (finding.proof && finding.proof.formula !== formula) return false
  return isAt(finding, total) || (parts[0] !== undefined && isAt(finding, parts[0].cell))
}

/** Several cells of a broken line have one position; with field or text it is this cell and no other. */
const isCell = ({ position, printed, field }: ProofInput, cell: AccountCell): boolean =>
  position === cell.cell.at && (field === undefined ? printed === cell.cell.printed : field === accountField(cell))

const uses = (finding: Finding, cell: AccountCell): boolean =>
  finding.verdict === 'outside' && (finding.proof?.inputs.some((input) => isCell(input, cell)) ?? false)

const candidateOf = (localisation: Localisation, repair: Repair): CauseCandidate => ({
  changes: changesOf(repair),
  codes: [...new Set(localisation.failed.map(({ code }) => code))],
  repaired: localisation.failed.length,
})

/** Candidates that a report shows of one cause. */
const MOST_CANDIDATES = 5

const sameAddress = (a: FindingPlace, b: FindingPlace): boolean =>
  a.table === b.table && a.row === b.row && a.field === b.field

/** Candidates of whose first cell another file says otherwise come first: its voice was not heard when they were ranked. */
const withOtherFiles = ({ repairs }: Localisation, across: readonly Finding[]): readonly Repair[] => {
  if (across.length === 0) return repairs
  const isSaid = ({ cells: [first] }: Repair): boolean =>
    first !== undefined && across.some((finding) => uses(finding, first.cell))
  return [...repairs.filter(isSaid), ...repairs.filter((repair) => !isSaid(repair))]
}

/** Findings by place and by the cells they use: a damaged document has thousands of them and as many groups of equations. */
interface Places {
  readonly byAddress: ReadonlyMap<string, readonly number[]>
  readonly byInput: ReadonlyMap<Position, readonly number[]>
}

const addressKey = ({ table, row, field }: FindingPlace): string => `${table ?? ''}|${row ?? ''}|${field ?? ''}`

const cellKey = (cell: AccountCell): string =>
  addressKey({ table: cell.table.key, row: cell.row, field: accountField(cell) })

const placesOf = (findings: readonly Finding[]): Places => {
  const byAddress = new Map<string, number[]>()
  const byInput = new Map<Position, number[]>()
  const put = <Key>(map: Map<Key, number[]>, key: Key, index: number): void => {
    const list = map.get(key)
    if (list) list.push(index)
    else map.set(key, [index])
  }
  findings.forEach(({ at, proof }, index) => {
    put(byAddress, addressKey(at), index)
    for (const { position } of proof?.inputs ?? []) if (position) put(byInput, position, index)
  })
  return { byAddress, byInput }
}

const wrongCell = (
  localisation: Localisation,
  findings: readonly Finding[],
  { byAddress, byInput }: Places,
  across: readonly Finding[],
  taken: ReadonlySet<number>,
): CauseDraft | undefined => {
  const repairs = withOtherFiles(localisation, across)
  const [first] = repairs
  const main = first && changesOf(first)[0]
  if (!main) return undefined
  const cells = first.cells.map(({ cell }) => cell)
  const places = localisation.repairs.map((repair) => changesOf(repair)[0]?.at ?? {})
  const failed = new Map<string, Equation[]>()
  for (const equation of localisation.failed) {
    const list = failed.get(equation.code)
    if (list) list.push(equation)
    else failed.set(equation.code, [equation])
  }
  const explains = (finding: Finding): boolean =>
    finding.code === LOCALISATION
      ? places.some((at) => sameAddress(finding.at, at))
      : (failed.get(finding.code)?.some((equation) => states(finding, equation)) ?? false) ||
        cells.some((cell) => uses(finding, cell))
  const near = new Set<number>()
  const addresses = [
    ...places.map(addressKey),
    ...localisation.failed.flatMap(({ total, parts }) =>
      [total, ...parts.slice(0, 1).map(({ cell }) => cell)].map(cellKey),
    ),
  ]
  for (const address of addresses) for (const index of byAddress.get(address) ?? []) near.add(index)
  for (const cell of cells) for (const index of byInput.get(cell.cell.at) ?? []) near.add(index)
  const own = [...near].filter((i) => !taken.has(i) && explains(findings[i]!)).sort((a, b) => a - b)
  if (own.length === 0) return undefined
  return {
    kind: 'wrong-cell',
    title: repairText(first),
    titleEn: repairTextEn(first),
    main: main.at,
    ...(main.position ? { position: main.position } : {}),
    findings: own,
    candidates: repairs.slice(0, MOST_CANDIDATES).map((repair) => candidateOf(localisation, repair)),
  }
}

/**
 * Every cause that explains a finding, in the order of the findings. `localisations` are those of the same records: cells
 * are recognised by identity, not by what they look like.
 */
export const causesOf = (findings: readonly Finding[], localisations: readonly Localisation[]): readonly Cause[] => {
  const drafts: CauseDraft[] = []
  const taken = new Set<number>()
  const keep = (draft: CauseDraft): void => {
    drafts.push(draft)
    for (const index of draft.findings) taken.add(index)
  }
  const across = findings.filter(({ at }) => at.file !== undefined)
  const places = placesOf(findings)
  for (const localisation of localisations) {
    const draft = wrongCell(localisation, findings, places, across, taken)
    if (draft) keep(draft)
  }
  for (const draft of sharedCells(findings, taken)) keep(draft)
  return drafts.sort((a, b) => a.findings[0]! - b.findings[0]!).map((draft, i) => ({ id: `c${i + 1}`, ...draft }))
}
