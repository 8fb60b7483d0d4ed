import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import { recognise } from '../index.ts'

const COLUMNS = ['level1', 'level2', 'level3', 'level4', 'weight', 'score', 'comment'] as const

const sheetsOf = (text: string) =>
  recognise(readText(text, 'a.md', 'utf-8')).evaluations.map(({ rows, totalWeight, totalScore, grade, title }) => ({
    title: title?.printed,
    rows: rows.map((row) => COLUMNS.map((column) => row[column].printed)),
    total: [totalWeight?.printed, totalScore?.printed, grade?.printed],
  }))

describe('scored framework sheets', () => {
  it('fills levels down and reads weight, score and comment', () => {
    const text =
      '项目绩效评分情况表\n\n一级\t二级\t三级\t分值\t评价得分\t评价意见\n决策（20）\t立项（8）\t依据充分性\t5\t5\t依据充分\n\t\t程序规范性\t3\t2\t缺论证\n\t目标（12）\t目标明确性\t12\t11\t\n合计\t\t\t20\t18\t\n'
    expect(sheetsOf(text)).toEqual([
      {
        title: '项目绩效评分情况表',
        rows: [
          ['决策（20）', '立项（8）', '依据充分性', '', '5', '5', '依据充分'],
          ['决策（20）', '立项（8）', '程序规范性', '', '3', '2', '缺论证'],
          ['决策（20）', '目标（12）', '目标明确性', '', '12', '11', ''],
        ],
        total: ['20', '18', undefined],
      },
    ])
  })
  it('takes the weight out of the name where there is no column for it, and the grade from its line', () => {
    const text =
      '| 一级指标 | 二级指标 | 得分 |\n|---|---|---|\n| 产出（60分） | 产出数量（40分） | 38.5 |\n| | 产出质量（20分） | 20 |\n| 综合得分 | | 58.5 |\n| 评价等级 | 差 | |\n'
    expect(sheetsOf(text)).toEqual([
      {
        title: undefined,
        rows: [
          ['产出', '产出数量', '', '', '40', '38.5', ''],
          ['产出', '产出质量', '', '', '20', '20', ''],
        ],
        total: [undefined, '58.5', '差'],
      },
    ])
  })
  it('does not take a self-evaluation form for a sheet', () => {
    const text =
      '| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|---|\n| 产出指标 | 数量指标 | 场次 | 3场 | 3场 | 50 | 50 |\n| 效益指标 | 社会效益指标 | 人数 | 3人 | 3人 | 40 | 40 |\n'
    expect(sheetsOf(text)).toEqual([])
  })
})
