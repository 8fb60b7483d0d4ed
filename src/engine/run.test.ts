import { describe, expect, it } from 'vitest'
import { changedForm } from '../../test/support/run-cases.ts'
import type { SourceDocument } from '../domain/source-document.ts'
import { rulesFor } from '../law/packs.ts'
import { defineDocumentCheck, defineFormCheck, type FindingDraft } from './check.ts'
import { groupFindings, summarize } from './group.ts'
import { runChecks, runChecksWithDefects } from './run.ts'

const source: SourceDocument = { file: '用例', format: 'txt', blocks: [], notes: [] }
const rules = rulesFor('national-2020', '2020-12-31')
const header = {
  title: '题',
  titleEn: 'title',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '规则',
  remedy: '处理',
  remedyEn: 'remedy',
} as const
const draft = (field: string, more: Partial<FindingDraft> = {}): FindingDraft => ({
  field,
  verdict: 'outside',
  printed: '1',
  expected: '2',
  message: '不符',
  messageEn: 'differs',
  ...more,
})
const reporting = (id: string, ...drafts: readonly FindingDraft[]) =>
  defineFormCheck({ ...header, id, run: (_, report) => drafts.forEach(report) as undefined })
const form = changedForm(1, {})

describe('runChecks', () => {
  it('adds title, basis, place and form, in the order of the form and not of the checks', () => {
    const late = reporting('SE-900', draft('totalScore'), draft('indicators[10].score'), draft('indicators[2].score'))
    const early = reporting('SE-901', draft('funds.total.score'), draft('projectName'))
    const findings = runChecks(source, [form], rules, [late, early])
    expect(findings.map(({ at }) => at.field)).toEqual([
      'projectName',
      'funds.total.score',
      'indicators[2].score',
      'indicators[10].score',
      'totalScore',
    ])
    expect(findings[1]).toMatchObject({
      code: 'SE-901',
      title: '题',
      remedy: '处理',
      at: { form: 1 },
      position: { row: 1 },
    })
    expect(findings[1]!.basis).toMatchObject({ kind: 'definition', pack: 'national-2020', certainty: 'read' })
    expect(findings[1]!.basis.text).toContain('合计等于各部分之和')
  })
  it('does not lose a check that throws, nor the findings of the others', () => {
    const broken = defineFormCheck({
      ...header,
      id: 'SE-902',
      run(_context, report) {
        report(draft('totalScore'))
        throw new Error('broken')
      },
    })
    const run = runChecksWithDefects(source, [form], rules, [broken, reporting('SE-903', draft('leader'))])
    expect(run.findings.map(({ code }) => code)).toEqual(['SE-903', 'SE-902'])
    expect(run.defects).toMatchObject([{ code: 'SE-902', form: 1 }])
    expect(() => runChecks(source, [form], rules, [broken])).toThrow(AggregateError)
  })
  it('builds proofs only for findings that are kept', () => {
    let built = 0
    const proof = () => {
      built += 1
      return { formula: '', filledIn: '', result: '', verdict: 'outside' as const, inputs: [] }
    }
    const check = reporting('SE-904', draft('leader', { severity: 'info', proof }), draft('phone', { proof }))
    expect(runChecks(source, [form], rules, [check], { minimum: 'warning' })).toHaveLength(1)
    expect(built).toBe(1)
  })
  it('takes an error down to a warning where the reader doubted the cell', () => {
    const doubted = { ...form, totalScore: { ...form.totalScore!, unsure: true } }
    const [finding] = runChecks(source, [doubted], rules, [reporting('SE-905', draft('totalScore'))])
    expect(finding).toMatchObject({ severity: 'warning' })
    expect(finding!.message).toContain('请先核对原文')
  })
  it('runs a check over all forms once and places its findings', () => {
    const check = defineDocumentCheck({
      ...header,
      id: 'SE-906',
      run: ({ forms }, report) => report(draft('leader', { form: forms.length })) as undefined,
    })
    expect(runChecks(source, [form, { ...form, index: 2 }], rules, [check])).toMatchObject([
      { at: { form: 2, field: 'leader' } },
    ])
    expect(runChecks(source, [], rules, [check])).toEqual([])
  })
  it('judges each form by the rules of its own year', () => {
    const check = reporting('SE-907', draft('leader'))
    const findings = runChecks(
      source,
      [form, { ...form, index: 2, year: 2022 }],
      ({ year }) => (year === 2022 ? rulesFor('national-2021', '2022-12-31') : rules),
      [check],
    )
    expect(findings.map(({ basis }) => basis.pack)).toEqual(['national-2020', 'national-2021'])
  })
})

describe('grouping', () => {
  const findings = runChecks(source, [form, { ...form, index: 2 }], rules, [
    reporting('SE-908', draft('leader', { severity: 'info' })),
    reporting('SE-909', draft('phone', { severity: 'warning' }), draft('totalScore')),
  ])
  it('puts one code together, over forms or within each', () => {
    expect(
      groupFindings(findings).map(({ code, severity, forms, findings: own }) => [code, severity, forms, own.length]),
    ).toEqual([
      ['SE-908', 'info', [1, 2], 2],
      ['SE-909', 'error', [1, 2], 4],
    ])
    expect(groupFindings(findings, true)).toHaveLength(4)
  })
  it('shows warnings and errors, highest first, and counts the rest', () => {
    const { shown, hidden, counts } = summarize(findings)
    expect(shown.map(({ code }) => code)).toEqual(['SE-909'])
    expect(hidden.map(({ code, findings: own }) => [code, own.length])).toEqual([['SE-908', 2]])
    expect(counts).toEqual({ info: 2, warning: 2, error: 2, fatal: 0 })
  })
})
