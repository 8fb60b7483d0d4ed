import { describe, expect, it } from 'vitest'
import { readBytes } from '../../app/read-file.ts'
import { drawForm } from './drawn-form.ts'

const HTML = `<html><body><p>项目支出绩效自评表（2021年度）</p><table>
<tr><td>项目名称</td><td colspan="8">示例项目</td></tr>
<tr><td rowspan="3">项目资金（万元）</td><td colspan="2"></td><td>年初预算数</td><td>全年预算数</td><td>全年执行数</td><td>分值</td><td>执行率</td><td>得分</td></tr>
<tr><td colspan="2">年度资金总额</td><td>20</td><td>20</td><td>20</td><td>10</td><td>100%</td><td>10</td></tr>
<tr><td colspan="2">其中：当年财政拨款</td><td>20</td><td>20</td><td>20</td><td>—</td><td>100%</td><td>—</td></tr>
<tr><td rowspan="3">绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td><td>偏差原因分析及改进措施</td></tr>
<tr><td rowspan="2">产出指标</td><td rowspan="2">数量指标</td><td>活动次数</td><td>≥20次</td><td>20次</td><td>45</td><td>45</td><td></td></tr>
<tr><td>参加人数</td><td>≥90人</td><td>95人</td><td>45</td><td>45</td><td></td></tr>
<tr><td colspan="6">总分</td><td>100</td><td>100</td><td></td></tr>
</table></body></html>`

const widthOf = (rows: readonly (readonly { columnSpan: number; rowSpan: number }[])[]): number[] => {
  const taken = rows.map(() => 0)
  rows.forEach((row, r) => {
    for (const { columnSpan, rowSpan } of row) for (let i = 0; i < rowSpan; i++) taken[r + i]! += columnSpan
  })
  return taken
}

describe('drawForm', () => {
  it('draws an exact grid with its own spans and finds the fields in it', async () => {
    const { forms, source } = await readBytes(new TextEncoder().encode(HTML), 'a.html')
    const drawn = drawForm(forms[0]!, source)
    expect(drawn.layout).toBe('as-printed')
    const cells = drawn.tables.flat(2)
    expect(cells.find(({ fields }) => fields.includes('funds.total.executed'))?.text).toBe('20')
    expect(cells.find(({ fields }) => fields.includes('indicators[1].level1'))).toMatchObject({
      text: '产出指标',
      rowSpan: 2,
    })
    expect(new Set(widthOf(drawn.tables[0]!))).toEqual(new Set([9]))
  })
  it('fills every row of the official layout to the same width', async () => {
    const { forms, source } = await readBytes(new TextEncoder().encode(HTML), 'a.html')
    const ragged = {
      ...source,
      blocks: source.blocks.map((b) => (b.kind === 'grid' ? { ...b, structure: 'ragged' as const } : b)),
    }
    const drawn = drawForm(forms[0]!, ragged)
    expect(drawn.layout).toBe('official')
    expect(new Set(widthOf(drawn.tables[0]!)).size).toBe(1)
    const fields = new Set(drawn.tables.flat(2).flatMap((cell) => cell.fields))
    for (const field of [
      'projectName',
      'funds.total.score',
      'funds.appropriation.rate',
      'indicators[1].actual',
      'totalScore',
    ])
      expect(fields).toContain(field)
  })
})
