/** In which language a report speaks: its own texts, and what findings, notes and failures say. */
import type { Finding } from '../domain/finding.ts'
import type { ReportTexts } from './report-texts.ts'
import { REPORT_EN } from './report-texts-en.ts'
import { REPORT_ZH } from './report-texts-zh.ts'
import type { Language } from './words.ts'

export const reportTexts = (language: Language): ReportTexts => (language === 'zh' ? REPORT_ZH : REPORT_EN)

export interface FindingTexts {
  readonly title: string
  readonly message: string
  readonly remedy: string
}

/** What a finding says, in the language of the report. */
export const findingTexts = (finding: Finding, language: Language): FindingTexts =>
  language === 'zh'
    ? { title: finding.title, message: finding.message, remedy: finding.remedy }
    : { title: finding.titleEn, message: finding.messageEn, remedy: finding.remedyEn }

/** Anything that is said in both languages: notes, failures, what was left unchecked. */
export const saidIn = <T extends { readonly message: string; readonly messageEn: string }>(
  one: T,
  language: Language,
): string => (language === 'zh' ? one.message : one.messageEn)
