/** Where and when: the place and year a document speaks of, read from its own words. Nothing is assumed. */

import type { DocumentFacts } from '../domain/document-facts.ts'
import type { SelfEvaluation } from '../domain/self-evaluation.ts'
import type { SourceDocument } from '../domain/source-document.ts'

/** Provincial-level names and the cities with their own plan (计划单列市), which issue performance rules of their own. */
const REGIONS: readonly string[] = [
  '北京市',
  '天津市',
  '上海市',
  '重庆市',
  '深圳市',
  '厦门市',
  '宁波市',
  '青岛市',
  '大连市',
  '河北省',
  '山西省',
  '辽宁省',
  '吉林省',
  '黑龙江省',
  '江苏省',
  '浙江省',
  '安徽省',
  '福建省',
  '江西省',
  '山东省',
  '河南省',
  '湖北省',
  '湖南省',
  '广东省',
  '海南省',
  '四川省',
  '贵州省',
  '云南省',
  '陕西省',
  '甘肃省',
  '青海省',
  '内蒙古自治区',
  '广西壮族自治区',
  '西藏自治区',
  '宁夏回族自治区',
  '新疆维吾尔自治区',
]

/** 广西壮族自治区 → 广西, 湖北省 → 湖北: official texts of autonomous regions and provinces use both. */
const shortName = (name: string): string => name.replace(/(?:壮族|回族|维吾尔)?自治区$|[省市]$/, '')

/**
 * The region a name begins with. Only the beginning counts: 深圳市对口支援新疆工作办公室 is in Shenzhen. The short
 * name counts in front of an office only (湖北审计厅), never in front of a road or a town that happens to share it.
 */
export const regionOf = (text: string): string => {
  const start = text.replace(/\s+/g, '').replace(/^[（(]?\d{4}年度?[）)]?/, '')
  const full = REGIONS.find((name) => start.startsWith(name) || start.includes(`省${name}`))
  if (full) return full
  return (
    REGIONS.find((name) => new RegExp(`^${shortName(name)}.{0,10}[厅委局办院]`).test(start) && !/[市]$/.test(name)) ??
    ''
  )
}

const commonest = <T>(values: readonly T[]): T | undefined => {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** How many texts at the beginning are looked at for a title. */
const TITLE_TEXTS = 60
const TITLE_LINES = 12

/** Texts at the beginning of a document that read like a title or an issuer; body text names others' places. */
export const titleTexts = (source: SourceDocument): readonly string[] =>
  firstTexts(source)
    .slice(0, TITLE_LINES)
    .filter((text) => text.length > 0 && text.length <= 40)

const firstTexts = (source: SourceDocument): string[] => {
  const texts: string[] = []
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') texts.push(block.text)
    else if (block.kind === 'lines') texts.push(...block.lines.slice(0, TITLE_TEXTS).map(({ text }) => text))
    if (texts.length >= TITLE_TEXTS) break
  }
  return texts.slice(0, TITLE_TEXTS)
}

const YEARLY = /(?<!\d)((?:19|20)\d{2})\s*年度/g
const TITLE_YEAR = /(?<!\d)((?:19|20)\d{2})\s*年/
const FILE_YEAR = /(?<!\d)((?:19|20)\d{2})(?:\s*年|(?=[^\d.]|\.[a-z]+$))/i
const TITLE_WORDS = /决算|预算|绩效|自评|评价/
/** Characters of body text looked through; a year that governs a document is named well before. */
const MOST_TEXT = 400_000

/** Every paragraph and line, until enough was seen. */
const bodyTexts = function* (source: SourceDocument): Generator<string> {
  let seen = 0
  for (const block of source.blocks) {
    if (block.kind === 'grid') continue
    const texts = block.kind === 'paragraph' ? [block.text] : block.lines.map(({ text }) => text)
    for (const text of texts) {
      if ((seen += text.length) > MOST_TEXT) return
      yield text
    }
  }
}

/** The year that the text itself speaks of most often as a budget year (2020年度). A document number 〔2019〕 is none. */
const bodyYear = (source: SourceDocument): number => {
  const years: number[] = []
  for (const text of bodyTexts(source)) for (const match of text.matchAll(YEARLY)) years.push(Number(match[1]))
  return commonest(years) ?? 0
}

const titleYear = (texts: readonly string[]): number =>
  Number(
    texts
      .filter((text) => TITLE_WORDS.test(text))
      .map((text) => TITLE_YEAR.exec(text)?.[1])
      .find(Boolean) ?? 0,
  )

const fileYear = (file: string): number => Number(FILE_YEAR.exec(file.replace(/^.*[\\/]/, ''))?.[1] ?? 0)

/** Printed at the forms, in the title, in the file's name, or named most often in the text; 0 when nothing says it. */
const yearOf = (source: SourceDocument, forms: readonly SelfEvaluation[]): number =>
  commonest(forms.map(({ year }) => year).filter((year) => year > 0)) ||
  titleYear(titleTexts(source)) ||
  fileYear(source.file) ||
  bodyYear(source)

export const documentFacts = (source: SourceDocument, forms: readonly SelfEvaluation[]): DocumentFacts => {
  const texts = firstTexts(source)
  const names = forms.flatMap(({ head }) => [head.department?.printed ?? '', head.implementingUnit?.printed ?? ''])
  const departments = forms.map(({ head }) => head.department?.printed ?? '').filter(Boolean)
  return {
    department: commonest(departments) ?? '',
    region: commonest(names.map(regionOf).filter(Boolean)) ?? texts.map(regionOf).find(Boolean) ?? '',
    year: yearOf(source, forms),
  }
}
