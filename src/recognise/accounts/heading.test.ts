import { describe, expect, it } from 'vitest'
import { departmentIn, headingPieces, moneyUnit, tableCode, titleProfile } from './heading.ts'
import { isStatement, readNotes } from './notes.ts'

describe('titles', () => {
  it.each([
    ['收入支出决算总表', 'income-expenditure-total'],
    ['2022年度收入决算表', 'income'],
    ['（三）支出决算表', 'expenditure'],
    ['白杨市档案馆2021年度财政拨款收入支出决算总表', 'fiscal-total'],
    ['一般公共预算财政拨款“三公”经费支出决算表', 'three-public'],
    ['一般公共预算财政拨款支出决算表（公开05表）', 'general-budget-expenditure'],
    ['部门收支总表', 'budget-total'],
    ['财政拨款收支总表', 'budget-fiscal-total'],
  ])('%s', (text, id) => expect(titleProfile(text)?.id).toBe(id))

  it.each(['社会保险基金支出决算表', '项目支出绩效自评表', '本部门公开了收入决算表，', '收入支出情况说明'])(
    '%s is none',
    (text) => expect(titleProfile(text)).toBeUndefined(),
  )
})

it('reads what stands beside a title', () => {
  expect(tableCode('公开 01 表')).toBe('公开01表')
  expect(tableCode('财决公开07表 金额单位：万元')).toBe('财决公开07表')
  expect(tableCode('2021年度表')).toBe('')
  expect(moneyUnit('编制单位：甲局　金额单位：万元')).toBe('万元')
  expect(departmentIn('部门：甲局 单位：万元')).toBe('甲局')
  expect(departmentIn('单位：元')).toBe('')
})

it('takes run-together lines apart', () => {
  expect(headingPieces('注：本表反映收入。支出决算表')).toEqual(['注：本表反映收入。', '支出决算表'])
  expect(headingPieces('收入决算表公开02表')).toEqual(['收入决算表', '公开02表'])
  expect(headingPieces('本单位无此项支出。')).toEqual(['本单位无此项支出。'])
})

it('finds the sentence that says a table has no data', () => {
  const at = {}
  const { note, statement } = readNotes([
    { text: '注：1.本表反映政府性基金收支情况。', at },
    { text: '2.本单位2021年度没有政府性基金收支，故本表无数据。', at },
  ])
  expect(statement?.printed).toBe('本单位2021年度没有政府性基金收支，故本表无数据。')
  expect(note?.printed).toContain('本表反映')
  expect(isStatement('本表反映本年度收入情况。')).toBe(false)
})
