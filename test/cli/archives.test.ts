/** Archives on the command line: each file in one is a file of its own, and one that fails does not hide the others. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { checkFile } from '../../src/app/check-file.ts'
import { AppError } from '../../src/domain/failure.ts'
import { expandPaths, isSameFile, nodeFiles } from '../../src/main/files.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-zip-'))
const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../fixtures/forms/${name}`, import.meta.url)))
const write = (name: string, parts: Readonly<Record<string, Uint8Array>>): string => {
  const path = join(folder, name)
  writeFileSync(path, zipSync(parts, { level: 0 }))
  return path
}
const DOCX = fixture('official-layout.docx')
const DOC = fixture('official-layout.doc')
const BROKEN = DOCX.subarray(0, 4000)
const within = (files: readonly string[], path: string): string[] => files.map((file) => file.slice(path.length + 1))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a .zip on the command line', () => {
  it('is opened like a folder, archives in it too', async () => {
    const inner = zipSync({ '表.doc': DOC, '照片.jpg': DOCX }, { level: 0 })
    const path = write('各单位.zip', {
      '甲局/自评表.docx': DOCX,
      '乙局/自评表.docx': BROKEN,
      '丙局.zip': inner,
      '丁局.rar': Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7]),
      '__MACOSX/自评表.docx': DOCX,
      '甲局/~$自评表.docx': DOCX,
      'jiheng-report.html': DOCX,
    })
    const { files, isSingle } = await expandPaths([path])
    expect(isSingle).toBe(false)
    expect(within(files, path).sort()).toEqual(
      ['丙局.zip/表.doc', '丁局.rar', '甲局/自评表.docx', '乙局/自评表.docx'].sort(),
    )
    const outcomes = await Promise.all(files.map((file) => checkFile(file, nodeFiles)))
    const said = outcomes.map((one) => [
      one.file.slice(path.length + 1),
      one.outcome === 'checked' ? one.forms.length : one.failure.code,
    ])
    expect(Object.fromEntries(said)).toEqual({
      '丙局.zip/表.doc': 1,
      '丁局.rar': 'UNSUPPORTED_FORMAT',
      '甲局/自评表.docx': 1,
      '乙局/自评表.docx': 'TRUNCATED_FILE',
    })
    expect(await isSameFile(path, files[0]!)).toBe(true)
  })
  it('stays closed in the third depth, and says so', async () => {
    const third = zipSync({ '表.docx': DOCX })
    const path = write('深.zip', { '二.zip': zipSync({ '三.zip': third }) })
    const { files } = await expandPaths([path])
    expect(within(files, path)).toEqual(['二.zip/三.zip'])
    await expect(nodeFiles.read(files[0]!)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
    await expect(nodeFiles.read(`${files[0]}/表.docx`)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
    await expect(nodeFiles.read(`${path}/没有.docx`)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
  it('without documents is an error, damaged a failure of its own', async () => {
    await expect(expandPaths([write('空.zip', { 'a.jpg': DOCX })])).rejects.toBeInstanceOf(AppError)
    const path = join(folder, '坏.zip')
    writeFileSync(path, zipSync({ 'a.docx': DOCX }).subarray(0, 2000))
    expect(await expandPaths([path])).toEqual({ files: [path], isSingle: true })
    expect(await checkFile(path, nodeFiles)).toMatchObject({ outcome: 'failed', failure: { code: 'TRUNCATED_FILE' } })
  })
  it('is found in folders; one that is a document under another name is read', async () => {
    const inside = join(folder, '夹')
    mkdirSync(inside)
    writeFileSync(join(inside, '包.zip'), zipSync({ '表.docx': DOCX }, { level: 0 }))
    writeFileSync(join(inside, '其实是表.zip'), DOCX)
    const { files } = await expandPaths([inside])
    expect(within(files, inside).sort()).toEqual(['其实是表.zip', '包.zip/表.docx'].sort())
    const outcomes = await Promise.all(files.map((file) => checkFile(file, nodeFiles)))
    expect(outcomes.map((one) => one.outcome)).toEqual(['checked', 'checked'])
  })
})
