/** Damage to XML parts and web pages: huge spans, open tags, deep nesting, entities, floods. */
import type { Random } from '../../test/support/random.ts'
import { NUMBERS, replaceSome, type TextMutation } from './mutate-text.ts'

const HUGE: readonly string[] = [
  '0',
  '-1',
  '2',
  '999',
  '65534',
  '99999999',
  '4294967296',
  '1e9',
  'NaN',
  '',
  '9'.repeat(300),
  'A1:XFD1048576',
  'XFD1048576',
  'true',
  '&#0;',
  '../../..',
]

/** Any attribute of the file gets a value it should not have; those that span or count are favoured. */
const attributeValues: TextMutation = (text, random) => {
  const pattern = random.chance(0.5)
    ? /(?<=(?:span|val|Span|Merge|r|ref|s|t|count|Id|min|max|sheetId|formatCode|w:w)=")[^"<]*(?=")/g
    : /(?<==")[^"<]*(?=")/g
  return replaceSome(text, pattern, random, () => random.pick(HUGE))
}

const spans: TextMutation = (text, random) => {
  const insert = random.pick([
    ' rowspan="65534"',
    ' colspan="1000"',
    ' rowspan=0',
    ' colspan=99999999',
    ' rowspan="-5" colspan="x"',
  ])
  const asXml = random.pick([
    '<w:gridSpan w:val="999"/>',
    '<w:vMerge/>',
    '<w:vMerge w:val="restart"/>',
    '<w:gridBefore w:val="4000"/>',
    '<w:hMerge/>',
  ])
  if (text.includes('<w:tc>'))
    return replaceSome(text, /<w:tc>/g, random, (found) => `${found}<w:tcPr>${asXml}</w:tcPr>`)
  return replaceSome(text, /<t[dhr](?=[\s>])/gi, random, (found) => found + insert)
}

const tagsOf = (text: string): RegExpMatchArray[] => [...text.matchAll(/<\/?[A-Za-z][^<>]{0,200}>/g)]

function pickTag(text: string, random: Random): { from: number; to: number; tag: string } | undefined {
  const tags = tagsOf(text)
  if (tags.length === 0) return undefined
  const found = random.pick(tags)
  return { from: found.index!, to: found.index! + found[0].length, tag: found[0] }
}

const dropTag: TextMutation = (text, random) => {
  const found = pickTag(text, random)
  return found ? text.slice(0, found.from) + text.slice(found.to) : text
}

const copyTag: TextMutation = (text, random) => {
  const found = pickTag(text, random)
  const place = pickTag(text, random)
  if (!found || !place) return text
  return text.slice(0, place.from) + found.tag.repeat(random.pick([1, 2, 50, 3000])) + text.slice(place.from)
}

/** Between two tags: cut out, or copied many times. */
const stretchOfTags: TextMutation = (text, random) => {
  const tags = tagsOf(text)
  if (tags.length < 2) return text
  const first = random.int(0, tags.length - 2)
  const last = Math.min(tags.length - 1, first + random.pick([1, 5, 50]))
  const from = tags[first]!.index!
  const to = tags[last]!.index!
  const times = Math.min(random.pick([0, 2, 20, 2000]), Math.floor(3_000_000 / Math.max(1, to - from)))
  return text.slice(0, from) + text.slice(from, to).repeat(times) + text.slice(to)
}

const NESTS: readonly (readonly [open: string, close: string])[] = [
  ['<w:tbl><w:tr><w:tc>', '<w:p/></w:tc></w:tr></w:tbl>'],
  ['<w:p><w:r>', '</w:r></w:p>'],
  ['<mc:AlternateContent><mc:Choice>', '</mc:Choice></mc:AlternateContent>'],
  ['<x>', '</x>'],
  ['<row><c r="A1">', '</c></row>'],
  ['<div>', '</div>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<b><i>', '</b></i>'],
  ['<svg><math><select>', ''],
]

const nest: TextMutation = (text, random) => {
  const place = pickTag(text, random)
  if (!place) return text
  const [open, close] = random.pick(NESTS)
  const depth = random.pick([3, 40, 600, 20_000])
  const closed = random.chance(0.6) ? close.repeat(depth) : ''
  return text.slice(0, place.from) + open.repeat(depth) + closed + text.slice(place.from)
}

const ENTITIES: readonly string[] = [
  '&unknown;',
  '&#0;',
  '&#x110000;',
  '&#99999999999;',
  '&amp',
  '&',
  '&#xD800;',
  '&lt;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?pi',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  '<',
]

const entities: TextMutation = (text, random) => {
  let result = text
  for (let place = random.pick([1, 3, 30]); place > 0; place -= 1) {
    const at = random.int(0, result.length)
    result = result.slice(0, at) + random.pick(ENTITIES) + result.slice(at)
  }
  return result
}

const SOUP =
  'table,tr,td,th,tbody,tfoot,caption,div,p,b,i,font,a,span,form,select,option,textarea,pre,script,style,title,template,svg,math,frameset,plaintext,li,dd,button,br,input,w:tbl,w:tr,w:tc,w:p,w:r,w:t,w:del,w:ins,c,v,row,si,t,f,sheetData,mergeCell'.split(
    ',',
  )

const soup: TextMutation = (text, random) => {
  let result = text
  for (let tag = random.pick([1, 10, 200]); tag > 0; tag -= 1) {
    const at = random.int(0, result.length)
    const name = random.pick(SOUP)
    const piece = random.pick([`<${name}>`, `</${name}>`, `<${name}/>`, `<${name}`, `<${name} a="`, `<${name} hidden>`])
    result = result.slice(0, at) + piece + result.slice(at)
  }
  return result
}

const attributeFlood: TextMutation = (text, random) => {
  const place = pickTag(text, random)
  if (!place || place.tag.startsWith('</')) return text
  const count = random.pick([10, 1000, 50_000])
  const flood = Array.from({ length: count }, (_, index) => ` a${random.chance(0.5) ? index : ''}="${index}"`).join('')
  const name = /^<[^\s/>]+/.exec(place.tag)![0].length
  return text.slice(0, place.from + name) + flood + text.slice(place.from + name)
}

/** Number formats are a language of their own: they come from the file and are compiled. */
const formatCodes: TextMutation = (text, random) =>
  replaceSome(text, /(?<=formatCode=")[^"<]*(?=")/g, random, () =>
    Array.from({ length: random.pick([1, 5, 40, 3000]) }, () =>
      random.pick([
        '0',
        '#',
        '?',
        '.',
        ',',
        '%',
        'E+',
        '/',
        ';',
        '[',
        ']',
        '[>=1]',
        '[h]',
        'y',
        'm',
        'd',
        's',
        '@',
        '*',
        '_',
        '\\',
        '&quot;',
        'G/通用格式',
        'General',
        '[DBNum1]',
        '[$-804]',
        '!',
        'AM/PM',
      ]),
    ).join(''),
  )

const cellContent: TextMutation = (text, random) =>
  replaceSome(text, /(?<=<(?:v|f|t|w:t|td)(?: [^<>]*)?>)[^<]*(?=<)/g, random, () =>
    random.pick([
      ...NUMBERS,
      '甲'.repeat(100_000),
      ' '.repeat(100_000),
      '_x000D_'.repeat(1000),
      'A1+'.repeat(5000),
      '1E-400',
      '#REF!',
      '4294967295',
    ]),
  )

export const MARKUP_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  'attribute-values': attributeValues,
  spans,
  'drop-tag': dropTag,
  'copy-tag': copyTag,
  'stretch-of-tags': stretchOfTags,
  nest,
  entities,
  soup,
  'attribute-flood': attributeFlood,
  'format-codes': formatCodes,
  'cell-content': cellContent,
}
