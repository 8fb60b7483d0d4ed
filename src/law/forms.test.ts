import { describe, expect, it } from 'vitest'
import { compiledLaw, type LawNode } from './compiled.ts'
import { formLayout, readFormLayout } from './forms.ts'

describe('form layout', () => {
  it('gives the standard label of a field first', () => {
    const { funds, indicators, head } = formLayout()
    expect(head.projectName[0]).toBe('项目名称')
    expect(funds.columns.fullYearBudget[0]).toBe('全年预算数')
    expect(indicators.columns.deviation[0]).toBe('偏差原因分析及改进措施')
    expect(Object.keys(indicators.level1Names)).toContain('成本指标')
  })

  it('refuses a layout whose field is misspelt, with file and path', () => {
    const good = compiledLaw['forms/project-self-evaluation'] as Record<string, LawNode>
    const head = { ...(good.head as Record<string, LawNode>), projctName: ['项目名称'] }
    expect(() => readFormLayout('forms/x', { ...good, head })).toThrow(
      'law/forms/x.yaml 的 head.projctName：不认识的键',
    )
  })

  it('refuses a layout that has no label for a field of the record', () => {
    const good = compiledLaw['forms/project-self-evaluation'] as Record<string, LawNode>
    const { phone: _, ...head } = good.head as Record<string, LawNode>
    expect(() => readFormLayout('forms/x', { ...good, head })).toThrow('缺少 phone')
  })
})
