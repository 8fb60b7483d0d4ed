import { describe, expect, test } from 'vitest'
import { scanXml, XmlError } from './scan.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

function events(xml: string, maxDepth?: number): string[] {
  const seen: string[] = []
  scanXml(
    xml,
    {
      wantsText: true,
      open: (name, tag) => seen.push(`<${name} ${tag.attribute('val') ?? '-'}`),
      close: (name) => seen.push(`>${name}`),
      text: (text) => seen.push(text),
    },
    maxDepth,
  )
  return seen
}

describe('scanning XML', () => {
  test('names elements by their namespace, whatever prefix the file uses', () => {
    for (const address of [W, STRICT]) {
      expect(events(`<p xmlns="${address}"><x:t xmlns:x="${address}"/></p>`)).toEqual([
        '<w:p -',
        '<w:t -',
        '>w:t',
        '>w:p',
      ])
    }
  })
  test('lets an inner declaration end with its element', () => {
    const xml = `<a:p xmlns:a="${W}"><a:t xmlns:a="urn:other"></a:t><a:t/></a:p>`
    expect(events(xml)).toEqual(['<w:p -', '<?:t -', '>?:t', '<w:t -', '>w:t', '>w:p'])
  })
  test('finds attributes by their local name only', () => {
    const open = (attributes: string): string => events(`<w:p xmlns:w="${W}" ${attributes}/>`)[0]!
    expect(open('w:interval="1" w:val="2"')).toBe('<w:p 2')
    expect(open("val = 'a&gt;\"b'")).toBe('<w:p a>"b')
    expect(open('x="val=3"')).toBe('<w:p -')
  })
  test('reads a > inside an attribute value', () => {
    expect(events(`<w:p xmlns:w="${W}" val="1>0">t</w:p>`)).toEqual(['<w:p 1>0', 't', '>w:p'])
  })
  test('resolves references once, keeps unknown ones, and takes CDATA as it stands', () => {
    const body = '&lt;&amp;lt;&#x4E2D;&#25991;&nbsp;<![CDATA[a<b&amp;]]>'
    expect(events(`<p xmlns="${W}">${body}</p>`).slice(1, -1)).toEqual(['<&lt;中文&nbsp;', 'a<b&amp;'])
  })
  test('passes over comments and instructions, and makes line ends one character', () => {
    expect(events(`<?xml version="1.0"?><!-- <a> --><p xmlns="${W}">a\r\nb\rc</p>`)).toEqual([
      '<w:p -',
      'a\nb\nc',
      '>w:p',
    ])
  })
  test('refuses what is not well-formed, and tells truncation from it', () => {
    const kind = (xml: string): string => {
      try {
        events(xml)
        return 'read'
      } catch (error) {
        if (!(error instanceof XmlError)) throw error
        return error.tooDeep ? 'too deep' : error.truncated ? 'truncated' : 'malformed'
      }
    }
    expect(
      ['<a><b></a></b>', '<a/><b/>', '</a>', '<a b=c/>', '<!DOCTYPE a><a/>', '< a/>', '<a <b/>'].map(kind),
    ).toEqual(Array.from({ length: 7 }, () => 'malformed'))
    expect(['', '<a>', '<a', '<a b="', '<a><!--', '<a><![CDATA[x', '<a><b>x</'].map(kind)).toEqual(
      Array.from({ length: 7 }, () => 'truncated'),
    )
    expect(kind('<a>'.repeat(1001))).toBe('too deep')
  })
})
