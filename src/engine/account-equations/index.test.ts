import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import { recognise } from '../../recognise/index.ts'
import { viewAccounts } from '../accounts.ts'
import { isBroken, judgeEquation } from '../equations.ts'
import { accountEquations } from './index.ts'

const BOOKLET = `支出决算表

公开03表

单位：万元

| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |
| --- | --- | --- | --- | --- |
| | 合计 | 181.21 | 150.00 | 31.20 |
| 201 | 一般公共服务支出 | 161.20 | 130.00 | 31.20 |
| 20131 | 党委办公厅（室）及相关机构事务 | 161.20 | 130.00 | 31.20 |
| 2013101 | 行政运行 | 161.20 | 130.00 | 31.20 |
| 221 | 住房保障支出 | 20.00 | 20 | |
| 22102 | 住房改革支出 | 20.00 | 20.00 | |
| 2210201 | 住房公积金 | 20.00 | 20.00 | |
`

const equationsOf = (text: string) =>
  accountEquations(viewAccounts(recognise(readText(text, '表.md', 'utf-8')).finalAccounts))

describe('equations of published tables', () => {
  it('follow from the columns and the codes', () => {
    const equations = equationsOf(BOOKLET)
    expect(new Set(equations.map(({ code }) => code))).toEqual(new Set(['FA-141', 'FA-142', 'FA-143']))
    // 7 rows across; 4 parents and 1 total in 3 columns, less two parents that have no project spending.
    expect(equations).toHaveLength(7 + 4 * 3 - 2 + 3)
  })

  it('allow what rounding allows, and no more', () => {
    expect(equationsOf(BOOKLET).filter(isBroken)).toEqual([])
    const verdicts = equationsOf(BOOKLET).map((equation) => judgeEquation(equation)?.verdict)
    expect(verdicts.filter((verdict) => verdict === 'rounding-only')).toHaveLength(2)
    const broken = equationsOf(BOOKLET.replace('| 181.21 |', '| 181.17 |')).filter(isBroken)
    expect(broken.map(({ code }) => code).sort()).toEqual(['FA-141', 'FA-143'])
  })

  it('hold inside a table that states no unit', () => {
    const text = BOOKLET.replace('单位：万元\n\n', '').replace('| 181.21 |', '| 191.20 |')
    expect(equationsOf(text).filter(isBroken)).toHaveLength(2)
  })

  it('say nothing over a row whose code is printed twice or a cell that cannot be read', () => {
    const twice = BOOKLET.replace('| 2210201 | 住房公积金 | 20.00', '| 22102 | 住房公积金 | 99.00')
    expect(
      equationsOf(twice)
        .filter(({ code }) => code !== 'FA-141')
        .some(isBroken),
    ).toBe(false)
    const unreadable = BOOKLET.replace(
      '| 161.20 | 130.00 | 31.20 |\n| 2013101',
      '| 16l.2O | 130.00 | 31.20 |\n| 2013101',
    )
    expect(equationsOf(unreadable).filter(isBroken)).toEqual([])
  })
})
