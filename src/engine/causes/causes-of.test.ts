import { describe, expect, it } from 'vitest'
import { at, crossSums, smallTable, viewOf } from '../../../test/localise/small-tables.ts'
import type { Finding, Proof, ProofInput, Severity } from '../../domain/finding.ts'
import type { Position } from '../../domain/source-document.ts'
import { accountField } from '../accounts.ts'
import { cellsOf, type Equation, isBroken } from '../equations.ts'
import { localise } from '../localise/localise.ts'
import { causesOf } from './causes-of.ts'

const proofOf = (formula: string, inputs: readonly ProofInput[]): Proof => ({
  formula,
  filledIn: '',
  result: '',
  verdict: 'outside',
  inputs,
})

const findingOf = (code: string, parts: Partial<Finding> & { readonly severity?: Severity }): Finding => ({
  code,
  title: code,
  titleEn: code,
  severity: 'error',
  verdict: 'outside',
  at: {},
  printed: '',
  expected: '',
  message: '',
  messageEn: '',
  remedy: '',
  remedyEn: '',
  basis: { kind: 'definition', text: '', certainty: 'read', cites: [], pack: '' },
  proof: undefined,
  position: undefined,
  ...parts,
})

const findingOn = (equation: Equation): Finding => {
  const { total, code, formula } = equation
  const inputs = cellsOf(equation).map((cell) => ({
    name: cell.role,
    printed: cell.cell.printed,
    field: accountField(cell),
    position: cell.cell.at,
  }))
  const address = { table: total.table.key, row: total.row, field: accountField(total) }
  return findingOf(code, { at: address, proof: proofOf(formula, inputs) })
}

const ROLES = ['total', 'basic', 'project']
const [table] = viewOf(
  smallTable('公开03表', ROLES, [
    ['', '4,512.37', '1,201.15', '3,311.22'],
    ['201', '2,043.95', '701.15', '1,342.80'],
    ['205', '1,408.12', '300.00', '1,180.12'],
    ['208', '1,060.30', '200.00', '860.30'],
  ]),
)
const equations = crossSums(table!, ROLES)
const localisations = localise(equations)
const onEquations = equations.filter(isBroken).map(findingOn)

describe('a wrong cell', () => {
  it('is one cause with all equations that it breaks', () => {
    const causes = causesOf(onEquations, localisations)
    expect(causes).toHaveLength(1)
    expect(causes[0]).toMatchObject({
      id: 'c1',
      kind: 'wrong-cell',
      main: { table: '公开03表', row: 2, field: 'rows[2].project' },
      findings: [0, 1],
    })
    expect(causes[0]!.candidates[0]!.changes[0]).toMatchObject({ printed: '1,180.12', expected: '1,108.12' })
    expect(causes[0]!.title).toBe('公开03表“205”行“project”列印为1,180.12，应为1,108.12（相邻两位数字颠倒）')
  })

  it('takes the findings of text and other tables that use it, and its own localisation', () => {
    const wrong = at(table!, 2, 'project')
    const place = { table: '公开03表', row: 2, field: accountField(wrong) }
    const text = findingOf('FN-001', {
      at: { section: '三' },
      proof: proofOf('文字 = 表', [
        { name: '文字', printed: '1108.12', position: { line: 7 } },
        { name: '表', printed: '1,180.12', field: accountField(wrong), position: wrong.cell.at },
      ]),
    })
    const other = findingOf('FN-001', {
      proof: proofOf('文字 = 表', [{ name: '表', printed: '2,043.95', position: at(table!, 1, 'total').cell.at }]),
    })
    const localisation = findingOf('FA-342', { at: place, severity: 'info' })
    const causes = causesOf([...onEquations, text, other, localisation], localisations)
    expect(causes.map(({ findings }) => findings)).toEqual([[0, 1, 2, 4]])
  })

  it('does not take what rounding explains', () => {
    const near = { ...onEquations[0]!, verdict: 'rounding-only' as const }
    expect(causesOf([near, onEquations[1]!], localisations)[0]!.findings).toEqual([1])
  })

  it('that no finding speaks of is no cause', () => {
    expect(causesOf([], localisations)).toEqual([])
  })
})

describe('another file', () => {
  it('decides between candidates that one file cannot tell apart', () => {
    const [own] = viewOf(
      smallTable(
        '公开01表',
        ['amount'],
        [
          ['', '8.60'],
          ['1', '6.50'],
          ['2', '3.10'],
        ],
      ),
    )
    const [total, opening, used] = [0, 1, 2].map((row) => at(own!, row, 'amount'))
    const sum: Equation = {
      code: 'FA-103',
      total: total!,
      parts: [opening!, used!].map((cell) => ({ cell, sign: 1 as const })),
      tolerance: 'rounded',
      formula: '总计 = 各项之和',
    }
    const alone = causesOf([findingOn(sum)], localise([sum]))
    expect(alone[0]!.main.row).toBe(2)
    const lastYear = findingOf('FA-301', {
      at: { file: 'b.docx', table: '公开01表', row: 1, field: accountField(opening!) },
      severity: 'warning',
      proof: proofOf('本年年初 = 上年年末', [
        { name: '年初', printed: '6.50', field: accountField(opening!), position: opening!.cell.at },
        { name: '年末', printed: '5.50', position: { table: 1, row: 9, column: 9 } },
      ]),
    })
    const both = causesOf([findingOn(sum), lastYear], localise([sum]))
    expect(both).toMatchObject([{ main: { row: 1 }, findings: [0, 1] }])
    expect(both[0]!.candidates[0]!.changes[0]).toMatchObject({ printed: '6.50', expected: '5.50' })
  })
})

describe('findings that share a cell', () => {
  const cell = (field: string, printed: string, position: Position = { cell: field }): ProofInput => ({
    name: field,
    printed,
    field,
    position,
  })
  const executed = cell('funds.total.executed', '37.24')
  const rate = cell('funds.total.rate', '80%')
  const budget = cell('funds.total.fullYearBudget', '43.20')
  const on = (code: string, field: string, inputs: readonly ProofInput[], severity: Severity = 'error'): Finding =>
    findingOf(code, { at: { form: 1, field }, severity, proof: proofOf(code, inputs) })
  const source = on('SE-016', 'funds.total.executed', [executed, cell('funds.appropriation.executed', '30.00')])
  const quotient = on('SE-018', 'funds.total.rate', [executed, budget, rate])

  it('are one cause at the cell that they are computed from', () => {
    const causes = causesOf([source, quotient], [])
    expect(causes).toHaveLength(1)
    expect(causes[0]).toMatchObject({
      kind: 'same-cell',
      main: { form: 1, field: 'funds.total.executed' },
      findings: [0, 1],
    })
    expect(causes[0]!.candidates).toEqual([])
  })

  it('are no cause when each is alone, only informs, or adds up many cells', () => {
    expect(causesOf([quotient], [])).toEqual([])
    expect(causesOf([source, on('SE-018', 'funds.total.rate', [executed, rate], 'info')], [])).toEqual([])
    const many = Array.from({ length: 9 }, (_, i) => cell(`indicators[${i}].score`, String(i + 1)))
    const row = on('SE-041', 'indicators[3].score', [many[3]!])
    expect(causesOf([row, on('SE-057', 'totalScore', many)], [])).toEqual([])
  })

  it('belong to one cause only', () => {
    const score = on('SE-021', 'funds.total.score', [rate, cell('funds.total.score', '9')])
    const causes = causesOf([source, quotient, score], [])
    expect(causes.map(({ findings }) => findings)).toEqual([[0, 1]])
  })

  it('are told apart where broken lines give several cells one position', () => {
    const line = { line: 12 }
    const one = on('SE-016', 'a', [cell('a', '5', line)])
    const other = on('SE-018', 'b', [cell('b', '5', line)])
    expect(causesOf([one, other], [])).toEqual([])
  })

  it('of several documents are one amount', () => {
    const place: Position = { table: 1, row: 2, column: 3 }
    const of = (file: string): Finding =>
      findingOf('XD-014', {
        at: { file },
        proof: proofOf('a = b', [{ name: '决算', printed: '12.50', position: place }]),
      })
    expect(causesOf([of('a.docx'), of('b.docx')], [])).toMatchObject([{ kind: 'same-amount', findings: [0, 1] }])
  })
})
