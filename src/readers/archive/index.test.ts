import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../domain/failure.ts'
import { docxOf, zipOf } from '../test-packages.ts'
import { openArchive } from './index.ts'

/** The archive with the bytes of one name put for those of another of the same length, and the mark for UTF-8 taken away. */
function renamed(bytes: Uint8Array, from: Uint8Array, to: readonly number[]): Uint8Array {
  const copy = bytes.slice()
  for (let at = 0; at + from.length <= copy.length; at += 1) {
    if (from.every((byte, index) => copy[at + index] === byte)) copy.set(to, at)
  }
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 < copy.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, view.getUint16(at + 8, true) & ~0x0800, true)
  }
  return copy
}

const names = (bytes: Uint8Array): string[] | undefined => openArchive(bytes, 'a.zip')?.map((member) => member.name)

describe('archives', () => {
  test('list their files by name and unpack each when it is asked for', () => {
    const members = openArchive(zipOf({ '10.txt': '十', '9.txt': '九', '单位/表.txt': '内' }), 'a.zip')
    expect(members?.map((member) => member.name)).toEqual(['9.txt', '10.txt', '单位/表.txt'])
    expect(new TextDecoder().decode(members?.[2]?.read())).toBe('内')
  })
  test('understand names in GBK, in UTF-8 with and without the mark, and beside one in a code page', () => {
    const gbk = [0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed]
    expect(names(renamed(zipOf({ 'abcdef.txt': 'x' }), strToU8('abcdef'), gbk))).toEqual(['自评表.txt'])
    expect(names(zipOf({ '自评表.txt': 'x' }))).toEqual(['自评表.txt'])
    expect(names(renamed(zipOf({ 'abcdef.txt': 'x' }), strToU8('abcdef'), [...strToU8('评表')]))).toEqual(['评表.txt'])
    const name = strToU8('评.txt')
    const extra = { 28789: Uint8Array.from([1, 0, 0, 0, 0, ...name]) }
    expect(names(zipSync({ 'q.txt': [strToU8('x'), { extra }] }))).toEqual(['评.txt'])
  })
  test('are not documents that are zip archives too, nor other bytes', () => {
    expect(openArchive(docxOf('<w:p/>'), 'a.zip')).toBeUndefined()
    expect(openArchive(zipOf({ 'OFD.xml': '<OFD/>' }), 'a.zip')).toBeUndefined()
    expect(openArchive(strToU8('text'), 'a.zip')).toBeUndefined()
  })
  test('fail for a member alone when only that is damaged, and for all when cut', () => {
    const bytes = zipSync({ 'a.txt': strToU8('甲'.repeat(99)), 'b.txt': strToU8('乙') }, { level: 0 })
    bytes.fill(0, 40, 60)
    const members = openArchive(bytes, 'x.zip')
    expect(() => members?.[0]?.read()).toThrow(AppError)
    expect(new TextDecoder().decode(members?.[1]?.read())).toBe('乙')
    expect(() => openArchive(bytes.subarray(0, 200), 'x.zip')).toThrow(/不完整/)
  })
  test('do not unpack bombs', () => {
    const members = openArchive(zipOf({ 'a.txt': ' '.repeat(30_000_000) }), 'x.zip')
    expect(() => members?.[0]?.read()).toThrow(/压缩比/)
  })
})
