/** Failures that are not of a file's content: of paths, rule packs, checks, law data and command lines. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { explainCheck } from '../../src/app/catalogue.ts'
import { runCli } from '../../src/cli/run.ts'
import { AppError } from '../../src/domain/failure.ts'
import { packsOf, rulesFor } from '../../src/law/packs.ts'
import { expandPaths, nodeFiles, writeNew } from '../../src/main/files.ts'
import { miniLaw } from '../support/law.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-errors-'))
const inFolder = (name: string): string => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true }))

const told = async (run: () => unknown): Promise<unknown> => {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return [error.code, error.where, error.message, error.remedy]
  }
  return 'nothing failed'
}

describe('paths', () => {
  it('NOT_FOUND: a file that is not there, a folder without documents', async () => {
    const missing = inFolder('没有.docx')
    const remedy = '请核对路径；路径中有空格时要加引号'
    expect(await told(() => nodeFiles.read(missing))).toEqual(['NOT_FOUND', missing, '没有这个文件或文件夹', remedy])
    const nothing = `文件夹 ${folder} 里没有能读的文件`
    expect(await told(() => expandPaths([folder]))).toEqual([
      'NOT_FOUND',
      folder,
      nothing,
      expect.stringMatching(/^能读 .*\.docx .*\.pdf/),
    ])
  })

  it('UNREADABLE_FILE: a folder in the place of a file', async () => {
    expect(await told(() => nodeFiles.read(folder))).toEqual([
      'UNREADABLE_FILE',
      folder,
      '这是文件夹，不是文件',
      '请给出其中的文件',
    ])
  })

  it('FILE_TOO_LARGE: told by the size alone, before the file is in memory', async () => {
    const large = inFolder('大.txt')
    writeFileSync(large, '')
    truncateSync(large, 3 * 2 ** 30) // a hole: it takes no room on the disk
    const what = '文件大小 3072 MB，超过上限 200 MB'
    const remedy = '请删去其中的图片等附件，或拆成几个文件后再读'
    expect(await told(() => nodeFiles.read(large))).toEqual(['FILE_TOO_LARGE', large, what, remedy])
  })

  it('USAGE: a report that cannot be written', async () => {
    const file = inFolder('没有/报告.html')
    const remedy = '请检查文件夹是否存在、有没有写的权限'
    expect(await told(() => writeNew(file, ''))).toEqual(['USAGE', file, `写不了 ${file}（ENOENT）`, remedy])
  })
})

describe('rule packs, checks, law data', () => {
  it('LAW_NOT_COVERED: a day before the first one of a pack', async () => {
    const failure = await told(() => rulesFor('national-2020', '2015-12-31'))
    expect(failure).toEqual([
      'LAW_NOT_COVERED',
      'national-2020',
      expect.stringMatching(/^规则包 national-2020（.+）不能用于 2015-12-31：早于该包最早的 \d{4}-\d\d-\d\d$/),
      '用 jiheng packs 查看各规则包的适用期间，改用适用的规则包，或在表上补充年度',
    ])
  })

  it('UNKNOWN_PACK: the known ones are listed', async () => {
    const failure = await told(() => rulesFor('火星', '2020-12-31'))
    expect(failure).toEqual([
      'UNKNOWN_PACK',
      '火星',
      '没有名为“火星”的规则包',
      expect.stringMatching(/^可用的规则包：.*national-2020/),
    ])
  })

  it('UNKNOWN_CHECK', async () => {
    expect(await told(() => explainCheck('SE-999'))).toEqual([
      'UNKNOWN_CHECK',
      'SE-999',
      '没有代码为“SE-999”的检查',
      '用 jiheng explain 列出全部检查',
    ])
  })

  it('INVALID_LAW: the file and the key are named', async () => {
    const law = miniLaw({ 'packs/mini/pack': { from: '昨天' } })
    expect(await told(() => packsOf(law))).toEqual([
      'INVALID_LAW',
      expect.stringContaining('packs/mini/pack'),
      expect.stringMatching(/^法规数据有误：.*from/),
      '请按同类文件的写法改正后重新运行',
    ])
  })
})

describe('command lines', () => {
  it('USAGE: exit status 2, what is wrong and what to do on standard error', async () => {
    const errors: string[] = []
    const io = {
      out: async () => {},
      error: (text: string) => void errors.push(text),
      width: 100,
      version: '0',
    }
    // Only what a wrong command reaches of the terminal is given.
    expect(await runCli(['chekc', 'a.docx'], io as never)).toBe(2)
    expect(errors.join('\n')).toMatch(/✖ .*chekc/)
    expect(errors.join('\n')).toMatch(/处理 .*check/)
  })
})
