/** `jiheng explain` on a terminal. */
import type { CatalogueEntry } from '../app/catalogue.ts'
import { certaintyWord, fieldLabel, type Language, severityWord } from '../app/report-words.ts'
import type { Style } from './style.ts'
import { hang, padEnd, wrap } from './width.ts'

const WORDS = {
  zh: {
    rule: '规则',
    basis: '依据',
    remedy: '处理',
    example: '例子',
    printed: '印刷',
    finds: '报告',
    blank: '（空）',
    none: '（表上没有这一栏）',
    expected: '应为',
    own: '由表格本身的定义得出',
    total: (n: number) => `共 ${n} 项检查。用 jiheng explain 代码 查看一项。`,
  },
  en: {
    rule: 'rule',
    basis: 'basis',
    remedy: 'to do',
    example: 'example',
    printed: 'printed',
    finds: 'finds',
    blank: '(blank)',
    none: '(the form has no such field)',
    expected: 'expected',
    own: 'follows from the form itself',
    total: (n: number) => `${n} checks. See one with: jiheng explain CODE`,
  },
} as const

interface ExplainOptions {
  readonly language: Language
  readonly width: number
  readonly style: Style
}

const exampleLines = ({ example }: CatalogueEntry, { language, width }: ExplainOptions): string[] => {
  if (!example) return []
  const words = WORDS[language]
  const shown = (printed: string | null): string =>
    printed === null ? words.none : printed === '' ? words.blank : printed
  const cells = [example.form, ...example.forms].flatMap((form, i) =>
    Object.entries(form).map(([field, printed]) => {
      const form = example.forms.length > 0 ? (language === 'zh' ? `自评表${i} ` : `form ${i} `) : ''
      return hang('    ', `${form}${fieldLabel(undefined, field, language)}：${shown(printed)}`, width)
    }),
  )
  const rows = example.rows.map((row) => hang('    ', row.filter(Boolean).join(' | '), width))
  const findings = example.findings.map((finding) => {
    const place = finding.at ? fieldLabel(undefined, finding.at, language) : ''
    const printed = finding.printed === undefined ? '' : `${words.printed} ${shown(finding.printed)}`
    const expected = finding.expected ? `${words.expected} ${finding.expected}` : ''
    return hang(`  ${words.finds} `, [place, printed, expected].filter(Boolean).join('  ') || '✓', width)
  })
  return ['', hang(`  ${words.example} `, example.name, width), ...cells, ...rows, ...findings]
}

export const explainText = (entry: CatalogueEntry, options: ExplainOptions): string => {
  const { language, width, style } = options
  const { check, citations } = entry
  const words = WORDS[language]
  const severity = style.severity(check.severity, severityWord(check.severity, language))
  const basis = citations.map(
    ({ text, kind, certainty }) => `${text}${kind === 'law' ? `〔${certaintyWord(certainty, language)}〕` : ''}`,
  )
  return [
    `${style.bold(check.id)}  ${severity}`,
    hang('  ', language === 'zh' ? check.title : check.titleEn, width),
    '',
    hang(`  ${words.rule} `, check.rule, width),
    ...(basis.length > 0 ? basis : [words.own]).map((text) => hang(`  ${words.basis} `, text, width)),
    hang(`  ${words.remedy} `, language === 'zh' ? check.remedy : check.remedyEn, width),
    ...exampleLines(entry, options),
  ].join('\n')
}

export const catalogueText = (entries: readonly CatalogueEntry[], { language, width, style }: ExplainOptions): string =>
  [
    ...entries.map(({ check }) => {
      const severity = style.severity(check.severity, padEnd(severityWord(check.severity, language), 8))
      const title = wrap(language === 'zh' ? check.title : check.titleEn, Math.max(20, width - 18))
      return `${padEnd(check.id, 8)} ${severity} ${title.join(`\n${' '.repeat(18)}`)}`
    }),
    '',
    WORDS[language].total(entries.length),
  ].join('\n')
