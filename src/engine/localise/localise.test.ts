import { describe, expect, it } from 'vitest'
import { at, crossSums, smallTable, sumOf, viewOf } from '../../../test/localise/small-tables.ts'
import { Decimal } from '../../kernel/decimal.ts'
import type { AccountTableView } from '../accounts.ts'
import type { Equation } from '../equations.ts'
import { localise, type Repair } from './localise.ts'

const ROLES = ['total', 'basic', 'project']

const tableOf = (rows: readonly (readonly string[])[], unit?: string): AccountTableView =>
  viewOf(smallTable('公开03表', ROLES, rows, unit))[0]!

const TRUE_ROWS = [
  ['', '4,512.37', '1,201.15', '3,311.22'],
  ['201', '2,043.95', '701.15', '1,342.80'],
  ['205', '1,408.12', '300.00', '1,108.12'],
  ['208', '1,060.30', '200.00', '860.30'],
]
const withCell = (row: number, column: number, printed: string): AccountTableView =>
  tableOf(TRUE_ROWS.map((cells, i) => cells.map((text, j) => (i === row && j === column ? printed : text))))

const told = ({ kind, cells, missing }: Repair): string =>
  missing
    ? `${missing.parent.code}: ${missing.amounts.map(({ role, value }) => `${role} ${value}`).join(' ')}`
    : `${kind === 'carried' ? 'carried ' : ''}${cells.map(({ cell, value, slip }) => `${cell.row}.${cell.role} = ${value} (${slip})`).join(', ')}`

const first = (equations: readonly Equation[]) => {
  const [group] = localise(equations)
  return group?.repairs[0] && told(group.repairs[0])
}

describe('one wrong cell', () => {
  it('is nothing to say when all equations hold', () => {
    expect(localise(crossSums(tableOf(TRUE_ROWS), ROLES))).toEqual([])
  })

  it.each([
    ['two digits exchanged', 2, 3, '1,180.12', '2.project = 1108.12 (digits-exchanged)'],
    ['one digit', 1, 2, '701.16', undefined],
    ['one digit beyond rounding', 1, 2, '741.15', '1.basic = 701.15 (digit-changed)'],
    ['a shifted point', 1, 1, '204.395', '1.total = 2043.95 (point-shifted)'],
    ['元 instead of 万元', 3, 3, '8,603,000.00', '3.project = 860.30 (unit-slip)'],
    ['a sign', 1, 3, '-1,342.80', '1.project = 1342.80 (sign-lost)'],
    ['the cell above', 3, 1, '1,408.12', '3.total = 1060.30 (copied-neighbour)'],
    ['a blank', 3, 3, '', '3.project = 860.30 (blank)'],
    ['a digit too many', 0, 3, '33,311.22', '0.project = 3311.22 (digit-doubled)'],
    ['any other number', 2, 3, '1,777.77', '2.project = 1108.12 (unknown)'],
  ] as const)('%s', (_, row, column, printed, wanted) => {
    expect(first(crossSums(withCell(row, column, printed), ROLES))).toBe(wanted)
  })

  it('that two equations share is the only candidate', () => {
    const [group, ...others] = localise(crossSums(withCell(2, 3, '1,180.12'), ROLES))
    expect(others).toEqual([])
    expect(group?.repairs).toHaveLength(1)
    expect(group?.failed.map(({ code }) => code)).toEqual(['row 2', 'column project'])
    expect(group?.repairs[0]?.share).toBe(1)
  })

  it('in one sum alone: every part is a candidate, the one that a slip explains comes first', () => {
    const [table] = viewOf(
      smallTable(
        '公开06表',
        ['amount'],
        [
          ['', '612.40'],
          ['30101', '345.21'],
          ['30102', '120.00'],
          ['30103', '103.19'],
        ],
      ),
    )
    const parts = [1, 2, 3].map((row) => at(table!, row, 'amount'))
    const [group] = localise([sumOf('sum', at(table!, 0, 'amount'), parts)])
    const candidates = group!.repairs.map(told)
    expect(candidates).toHaveLength(5)
    // 345.21 + 120.00 + 103.19 = 568.40: the total has 44.00 more.
    expect(candidates).toContain('0.amount = 568.40 (unknown)')
    expect(candidates).toContain('2.amount = 164.00 (unknown)')
    expect(candidates).toContain(': amount 44.00')
  })

  it('in one sum alone, exchanged digits in front of all others', () => {
    const [table] = viewOf(
      smallTable(
        '公开06表',
        ['amount'],
        [
          ['', '612.40'],
          ['30101', '435.21'],
          ['30102', '120.00'],
          ['30103', '147.19'],
        ],
      ),
    )
    const parts = [1, 2, 3].map((row) => at(table!, row, 'amount'))
    const [group] = localise([sumOf('sum', at(table!, 0, 'amount'), parts)])
    expect(told(group!.repairs[0]!)).toBe('1.amount = 345.21 (digits-exchanged)')
  })

  it("that has last year's amount is known by it when last year's tables are at hand", () => {
    const [table] = viewOf(
      smallTable(
        '公开06表',
        ['amount'],
        [
          ['', '612.40'],
          ['30101', '345.21'],
          ['30102', '99.99'],
        ],
      ),
    )
    const wrong = at(table!, 2, 'amount')
    const equations = [sumOf('sum', at(table!, 0, 'amount'), [at(table!, 1, 'amount'), wrong])]
    const [group] = localise(equations, { lastYear: (cell) => (cell === wrong ? wrong.amount : undefined) })
    expect(told(group!.repairs[0]!)).toBe('2.amount = 267.19 (last-year)')
  })
})

describe('what the text says', () => {
  const [table] = viewOf(
    smallTable(
      '公开07表',
      ['amount'],
      [
        ['', '8.60'],
        ['1', '6.50'],
        ['2', '3.10'],
      ],
    ),
  )
  const [total, running, reception] = [0, 1, 2].map((row) => at(table!, row, 'amount'))
  const equations = [sumOf('sum', total!, [running!, reception!])]
  const says = (cell: unknown, text: string) => ({
    said: (own: unknown) => (own === cell ? [{ value: Decimal.from(text), power: 4 }] : []),
  })

  it('decides between candidates that arithmetic cannot tell apart', () => {
    expect(first(equations)).toBe('2.amount = 2.10 (digit-changed)')
    const [group] = localise(equations, says(total, '9.60'))
    expect(told(group!.repairs[0]!)).toBe('0.amount = 9.60 (digit-changed)')
    expect(group!.repairs[0]!.cells[0]!.isSaid).toBe(true)
  })

  it('speaks for a cell that it repeats as printed, without settling it', () => {
    const [group] = localise(equations, says(reception, '3.10'))
    expect(group!.repairs.map(told)[0]).not.toContain('2.amount')
    expect(group!.repairs.map(told)).toContain('2.amount = 2.10 (digit-changed)')
  })
})

describe('equations that hold', () => {
  it('rule out the cells in them', () => {
    const [one, other] = viewOf(
      smallTable(
        '公开03表',
        ['total'],
        [
          ['', '100.00'],
          ['201', '61.00'],
          ['205', '27.13'],
        ],
      ),
      smallTable(
        '公开01表',
        ['amount'],
        [
          ['', '100.00'],
          ['201', '61.00'],
        ],
      ),
    )
    const total = at(one!, 0, 'total')
    const parts = [1, 2].map((row) => at(one!, row, 'total'))
    const equations = [
      sumOf('sum', total, parts),
      sumOf('same total', total, [at(other!, 0, 'amount')], 'exact'),
      sumOf('same class', parts[0]!, [at(other!, 1, 'amount')], 'exact'),
    ]
    const [group] = localise(equations)
    expect(group?.repairs.filter(({ kind }) => kind === 'cells').map(told)).toEqual(['2.total = 39.00 (unknown)'])
  })

  it('give way only as far as rounding allows', () => {
    // 33.33 + 33.33 + 33.33 = 99.99 stands for 100.00 by rounding; 100.05 does not.
    const [table] = viewOf(
      smallTable(
        '公开03表',
        ['total'],
        [
          ['', '100.05'],
          ['201', '33.33'],
          ['205', '33.33'],
          ['208', '33.33'],
        ],
      ),
    )
    const equations = [
      sumOf(
        'sum',
        at(table!, 0, 'total'),
        [1, 2, 3].map((row) => at(table!, row, 'total')),
      ),
    ]
    const wanted = localise(equations)[0]!.repairs.find(({ cells }) => cells[0]?.cell.row === 0)!.cells[0]!.wanted
    expect([wanted.low.normalize().toString(), wanted.high.shift(-4).normalize().toString()]).toEqual([
      '999700',
      '100.01',
    ])
  })
})

describe('several wrong cells', () => {
  it('of two tables are two groups', () => {
    const tables = viewOf(
      smallTable(
        '公开03表',
        ROLES,
        TRUE_ROWS.map((row, i) => (i === 2 ? ['205', '1,408.12', '300.00', '1,180.12'] : row)),
      ),
      smallTable(
        '公开05表',
        ROLES,
        TRUE_ROWS.map((row, i) => (i === 1 ? ['201', '2,034.95', '701.15', '1,342.80'] : row)),
      ),
    )
    const groups = localise(tables.flatMap((table) => crossSums(table, ROLES)))
    expect(groups.map(({ repairs }) => told(repairs[0]!))).toEqual([
      '2.project = 1108.12 (digits-exchanged)',
      '1.total = 2043.95 (digits-exchanged)',
    ])
  })

  it('of one table that hang together are found as a pair', () => {
    const rows = TRUE_ROWS.map((row) => [...row])
    rows[2]![3] = '1,180.12'
    rows[3]![2] = '250.00'
    const table = tableOf(rows)
    const equations = [
      ...crossSums(table, ROLES),
      sumOf('both', at(table, 0, 'total'), [at(table, 2, 'project'), at(table, 3, 'basic')]),
    ]
    const [group] = localise(equations.slice(0, -1))
    expect(group?.outcome).toBe('located')
    const all = localise(equations.slice(0, -1)).map(({ repairs }) => told(repairs[0]!))
    expect(all.join(' ')).toContain('2.project = 1108.12')
    expect(all.join(' ')).toContain('3.basic = 200.00')
  })

  it('where a number stands in the wrong column both cells are named', () => {
    const rows = TRUE_ROWS.map((row) => [...row])
    rows[3] = ['208', '1,060.30', '1,060.30', '']
    rows[0] = ['', '4,512.37', '1,001.15', '3,511.22']
    rows[1] = ['201', '2,043.95', '701.15', '1,342.80']
    rows[2] = ['205', '1,408.12', '300.00', '1,108.12']
    const equations = crossSums(tableOf(rows), ROLES)
    expect(first(equations)).toBe('3.basic = 0.00 (nothing-there), 3.project = 1060.30 (blank)')
  })

  it('many at once are settled one by one where two equations agree on each', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      `2${String(i).padStart(2, '0')}`,
      `${300 + i}.50`,
      `${100 + i}.00`,
      '200.50',
    ])
    const sum = (column: number): string =>
      String(rows.reduce((all, row) => all + Number(row[column]) * 100, 0)).replace(/(..)$/, '.$1')
    const truth = [['', sum(1), sum(2), sum(3)], ...rows]
    const wrong = truth.map((row) => [...row])
    wrong[2]![2] = '777.00'
    wrong[4]![3] = '5,200.50'
    wrong[6]![1] = '350.60'
    wrong[8]![2] = '8.13'
    wrong[9]![3] = '911.11'
    const groups = localise(crossSums(tableOf(wrong), ROLES))
    const found = groups.flatMap(({ repairs }) => repairs[0]?.cells.map(({ cell }) => `${cell.row}.${cell.role}`) ?? [])
    expect(found).toContain('6.total')
    expect(groups.every(({ failed }) => failed.length > 0)).toBe(true)
  })
})

describe('a row that was left out', () => {
  it('is found by what its parent has more, in all columns', () => {
    const table = tableOf(TRUE_ROWS.filter((_, i) => i !== 2))
    expect(first(crossSums(table, ROLES))).toBe(': total 1408.12 basic 300.00 project 1108.12')
  })

  it('is named when another table lists it', () => {
    const [table, other] = viewOf(
      smallTable(
        '公开05表',
        ROLES,
        TRUE_ROWS.filter((_, i) => i !== 2),
      ),
      smallTable('公开03表', ROLES, TRUE_ROWS),
    )
    const groups = localise([...crossSums(table!, ROLES), ...crossSums(other!, ROLES)])
    expect(groups.map(({ repairs }) => repairs[0]?.missing?.code)).toEqual(['205'])
  })
})

describe('a wrong number that was added up', () => {
  it('is one error with its sums', () => {
    const rows = [
      ['', '4,584.37', '1,201.15', '3,383.22'],
      ['201', '2,043.95', '701.15', '1,342.80'],
      ['205', '1,480.12', '300.00', '1,180.12'],
      ['208', '1,060.30', '200.00', '860.30'],
    ]
    const [table, other] = viewOf(
      smallTable('公开03表', ROLES, rows),
      smallTable(
        '公开01表',
        ['amount'],
        [
          ['', '4,512.37'],
          ['201', '2,043.95'],
          ['205', '1,408.12'],
          ['208', '1,060.30'],
        ],
      ),
    )
    const equations = [
      ...crossSums(table!, ROLES),
      sumOf(
        'classes',
        at(other!, 0, 'amount'),
        [1, 2, 3].map((row) => at(other!, row, 'amount')),
      ),
      ...[0, 1, 2, 3].map((row) => sumOf('same', at(table!, row, 'total'), [at(other!, row, 'amount')], 'exact')),
    ]
    const groups = localise(equations)
    expect(groups).toHaveLength(1)
    const texts = groups[0]!.repairs.map(told)
    // Either the other table is wrong in two cells, or this one in its project cell and all that contains it.
    expect(texts).toContain(
      'carried 2.project = 1108.12 (digits-exchanged), 2.total = 1408.12 (digits-exchanged), 0.project = 3311.22 (unknown), 0.total = 4512.37 (unknown)',
    )
  })
})

describe('the bound', () => {
  it('gives up in time where no few cells explain what fails', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      `3${i}`,
      `${1000 + 37 * i}.11`,
      `${11 * i}.07`,
      `${900 + i * i}.03`,
    ])
    const start = performance.now()
    const groups = localise(crossSums(tableOf([['', '1.00', '2.00', '3.00'], ...rows]), ROLES))
    expect(performance.now() - start).toBeLessThan(5000)
    expect(groups.flatMap(({ failed }) => failed).length).toBeGreaterThan(30)
    expect(groups.some(({ outcome }) => outcome !== 'located')).toBe(true)
  })
})
