import { describe, expect, test } from 'vitest'
import { decodeText, startOfText, textLength, wholeText } from './decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), !isBig)
  return bytes
}
// 绩效自评，得分9.5 in GBK.
const GBK = Uint8Array.of(
  0xbc,
  0xa8,
  0xd0,
  0xa7,
  0xd7,
  0xd4,
  0xc6,
  0xc0,
  0xa3,
  0xac,
  0xb5,
  0xc3,
  0xb7,
  0xd6,
  0x39,
  0x2e,
  0x35,
)
const TEXT = '绩效自评，得分9.5'

/** The decoded text as one string beside what is said of it. */
const decode = (bytes: Uint8Array) => {
  const { encoding, undecodable, ...rest } = decodeText(bytes)
  return { text: wholeText({ encoding, undecodable, ...rest }), encoding, undecodable }
}

describe('decoding text', () => {
  test('reads UTF-8 with and without a byte order mark', () => {
    const expected = { text: TEXT, encoding: 'utf-8', undecodable: 0 }
    expect(decode(utf8(TEXT))).toEqual(expected)
    expect(decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(TEXT)))).toEqual(expected)
  })
  test('reads GBK', () => {
    expect(decode(GBK)).toEqual({ text: TEXT, encoding: 'gb18030', undecodable: 0 })
  })
  test('reads a four-byte character of GB18030', () => {
    expect(decode(Uint8Array.of(...GBK, 0x81, 0x39, 0xee, 0x39)).text).toBe(`${TEXT}㐀`)
  })
  test('reads UTF-16 in both byte orders, with a mark and without', () => {
    for (const isBig of [false, true]) {
      const encoding = isBig ? 'utf-16be' : 'utf-16le'
      expect(decode(utf16(`\ufeff${TEXT}`, isBig))).toEqual({ text: TEXT, encoding, undecodable: 0 })
      expect(decode(utf16(`${TEXT}\r\n${TEXT}`, isBig))).toMatchObject({ text: `${TEXT}\r\n${TEXT}`, encoding })
    }
  })
  test('keeps a UTF-8 file with a damaged byte as UTF-8 and counts it', () => {
    const bytes = utf8(TEXT.repeat(20))
    bytes[3] = 0xff
    const decoded = decode(bytes)
    expect(decoded.encoding).toBe('utf-8')
    expect(decoded.undecodable).toBeGreaterThan(0)
    expect(decoded.text.endsWith(TEXT)).toBe(true)
  })
  test('does not count a replacement character that the file itself holds', () => {
    expect(decode(utf8('前\ufffd后')).undecodable).toBe(0)
  })
  test('counts bytes that no encoding knows, and never throws', () => {
    expect(decode(Uint8Array.of(...GBK, 0xff, 0xff)).undecodable).toBeGreaterThan(0)
    expect(decode(new Uint8Array(0))).toEqual({ text: '', encoding: 'utf-8', undecodable: 0 })
  })
  test('cuts a large file between characters, in every encoding', () => {
    const text = `${'a'.repeat(1023)}${'绩效𠮷'.repeat(250_000)}\ufffd`
    const pieces = decodeText(utf8(text)).pieces
    expect(pieces.length).toBeGreaterThan(2)
    expect(pieces.join('') === text).toBe(true)
    const wide = decodeText(utf16(`\ufeff${text}`, true))
    expect([wide.encoding, wholeText(wide) === text]).toEqual(['utf-16be', true])
    const gb = new Uint8Array(GBK.length * 100_000)
    for (let at = 0; at < gb.length; at += GBK.length) gb.set(GBK, at)
    const decoded = decodeText(gb)
    expect([decoded.encoding, wholeText(decoded) === TEXT.repeat(100_000)]).toEqual(['gb18030', true])
    expect([startOfText(decoded, 5), textLength(decoded)]).toEqual([TEXT.slice(0, 5), TEXT.length * 100_000])
  })
})
