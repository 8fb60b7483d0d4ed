/** Words that every report uses for severities and verdicts, in both languages, with a sign that needs no colour. */
import { type Severity, VERDICT_NAMES, type Verdict } from '../domain/finding.ts'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

interface SeverityWords {
  readonly zh: string
  readonly en: string
  /** Told apart by shape, so that black-and-white print and colour-blind readers lose nothing. */
  readonly sign: string
}

export const SEVERITY_WORDS: Readonly<Record<Severity, SeverityWords>> = {
  fatal: { zh: '严重', en: 'fatal', sign: '✖' },
  error: { zh: '错误', en: 'error', sign: '▲' },
  warning: { zh: '警告', en: 'warning', sign: '◆' },
  info: { zh: '提示', en: 'info', sign: '○' },
}

export const severityWord = (severity: Severity, language: Language = 'zh'): string =>
  SEVERITY_WORDS[severity][language]

const VERDICTS_EN: Readonly<Record<Verdict, string>> = {
  equal: 'equal',
  'rounding-only': 'rounding only',
  'cut-pattern': 'cut, not rounded',
  outside: 'does not hold',
  'not-applicable': 'not applicable',
  undecided: 'cannot be decided',
}

export const verdictWord = (verdict: Verdict, language: Language = 'zh'): string =>
  language === 'zh' ? VERDICT_NAMES[verdict] : VERDICTS_EN[verdict]

const CERTAINTY = {
  zh: { read: '已核对原文', 'second-hand': '据转述，待核对原文', recalled: '凭记忆，待核对原文' },
  en: { read: 'text was read', 'second-hand': 'as restated by others', recalled: 'recalled, not confirmed' },
} as const

export const certaintyWord = (certainty: keyof (typeof CERTAINTY)['zh'], language: Language = 'zh'): string =>
  CERTAINTY[language][certainty]
