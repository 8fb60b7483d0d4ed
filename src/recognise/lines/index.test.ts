import { describe, expect, it } from 'vitest'
import type { TextLines } from '../../domain/source-document.ts'
import { formLayout } from '../../law/forms.ts'
import { formsFromLines } from './index.ts'

const block = (text: string): TextLines => ({
  kind: 'lines',
  lines: text.split('\n').map((line, index) => ({ text: line, at: { line: index + 1 } })),
  at: { line: 1 },
})
const read = (text: string) => formsFromLines(block(text), formLayout())

const FORM = `项目支出绩效自评表
（2022年度）
项目名称 路灯维护
主管部门 某市城管局 实施单位 某市路灯所
项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额 10 10 9 10 90% 9
其中：当年财政拨款 10 10 9 — 90% —
年度总体目标 预期目标 实际完成情况
路灯正常亮灯。 全年亮灯正常。
绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产出指标 数量指标 维护路灯 ≥100 盏 120 盏 50 50
效益指标 社会效益指标 亮灯率 ≥98% 97% 40 35 部分线路
老化。
总分 100 94`

describe('formsFromLines', () => {
  it('keeps the place of every cell', () => {
    const [form] = read(FORM)
    expect(form!.title).toEqual({ printed: '项目支出绩效自评表', at: { line: 1 } })
    expect(form!.year).toBe(2022)
    expect(form!.indicators[1]!.deviation).toEqual({ printed: '部分线路老化。', at: { line: 12 } })
    expect(form!.totalScore).toEqual({ printed: '94', at: { line: 14 } })
    expect(form!.funds.rows.total!.cells.executed).toEqual({ printed: '9', at: { line: 6 } })
    expect([form!.fromLine, form!.toLine]).toEqual([0, 14])
  })

  it('finds no form in prose, in a head alone, or in a table without weights and scores', () => {
    expect(read('一、基本情况\n项目名称：路灯维护\n主管部门：某市城管局\n（一）概况\n路灯维护良好。')).toEqual([])
    expect(
      read(
        '项目名称 路灯维护\n一级指标 二级指标 三级指标 年度指标值 实际完成值\n产出指标 数量指标 维护路灯 ≥100 盏 120 盏',
      ),
    ).toEqual([])
    expect(read('')).toEqual([])
  })

  it('keeps sums, units and scores as printed, wrong or not', () => {
    const [form] = read(FORM.replace('总分 100 94', '总分 90 99').replace('40 35', '40 45'))
    expect(form!.indicators[1]!.score.printed).toBe('45')
    expect([form!.totalWeight!.printed, form!.totalScore!.printed]).toEqual(['90', '99'])
  })

  it('takes time in proportion to the number of forms', () => {
    const time = (count: number): number => {
      const input = block(Array.from({ length: count }, () => FORM).join('\n'))
      const start = performance.now()
      expect(formsFromLines(input, formLayout())).toHaveLength(count)
      return performance.now() - start
    }
    time(20)
    const few = Math.min(time(20), time(20))
    expect(time(160)).toBeLessThan(8 * 5 * few)
  })
})
