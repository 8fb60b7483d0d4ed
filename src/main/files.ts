/** Files and folders through Node. The only place of the CLI that touches the disk. */
import { readdir, readFile, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FilePort } from '../app/ports.ts'
import type { Expanded } from '../cli/io.ts'
import { AppError } from '../domain/failure.ts'
import { fileTooLarge, LIMITS } from '../readers/limits.ts'
import { archiveOf, isArchiveName, listArchive, readMember } from './archives.ts'

/**
 * What is looked at in a folder or a .zip. Archives that cannot be opened are among them on purpose: a department's .rar that
 * is passed over in silence would count as clean, so it is read, fails, and is listed.
 */
const DOCUMENT = /\.(?:docx|docm|xlsx|xlsm|pdf|html?|txt|md|csv|doc|xls|wps|et|ofd|rar|7z)$/i
/** Lock files and leftovers of office programs, hidden files, our own reports, folders of other programs. */
const PASSED_OVER = /^(?:\.|~\$|\.~)|^(?:node_modules|__MACOSX)$|^jiheng-report\./

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const openFailure = (file: string, error: unknown): AppError => {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('NOT_FOUND', file, '没有这个文件或文件夹', '请核对路径；路径中有空格时要加引号', {
      cause: error,
      english: { message: 'there is no such file or folder', remedy: 'check the path; quote it when it holds blanks' },
    })
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('UNREADABLE_FILE', file, '没有读取权限', '请检查文件的权限，或先复制到自己的文件夹', {
      cause: error,
      english: {
        message: 'reading it is not permitted',
        remedy: 'check the permissions of the file, or copy it to a folder of your own',
      },
    })
  if (code === 'EISDIR')
    return new AppError('UNREADABLE_FILE', file, '这是文件夹，不是文件', '请给出其中的文件', {
      cause: error,
      english: { message: 'this is a folder, not a file', remedy: 'name the files in it' },
    })
  return new AppError('UNREADABLE_FILE', file, `打不开（${code || '原因不明'}）`, '请确认文件没有被占用，且磁盘可读', {
    cause: error,
    english: {
      message: `it cannot be opened (${code || 'reason unknown'})`,
      remedy: 'make sure that no other program holds it and that the disk can be read',
    },
  })
}

export const nodeFiles: FilePort = {
  read: async (file) => {
    try {
      const { size } = await stat(file)
      if (size > LIMITS.fileBytes) throw fileTooLarge(file, size, LIMITS.fileBytes)
      const { buffer, byteOffset, byteLength } = await readFile(file)
      // readers work on plain bytes; pdf.js refuses Node's own kind of them
      return new Uint8Array(buffer, byteOffset, byteLength)
    } catch (error) {
      if (error instanceof AppError) throw error
      const member = await readMember(file)
      if (member) return member
      throw openFailure(file, error)
    }
  },
}

/** As in a folder: documents, without what programs leave behind. */
const isWantedMember = (name: string): boolean =>
  DOCUMENT.test(name) && !name.split('/').some((step) => PASSED_OVER.test(step))

/** The files in an archive, or the archive itself when it is a document or cannot be opened: its reading says why. */
const openedArchive = async (path: string): Promise<readonly string[]> => {
  try {
    return (await listArchive(path, { isWanted: isWantedMember })) ?? [path]
  } catch (error) {
    if (error instanceof AppError) return [path]
    throw openFailure(path, error)
  }
}

const walk = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))) {
    if (PASSED_OVER.test(entry.name)) continue
    const path = join(folder, entry.name)
    // links are not followed: a link to a folder above would never end
    if (entry.isDirectory()) found.push(...(await walk(path)))
    else if (entry.isFile() && isArchiveName(entry.name)) found.push(...(await openedArchive(path)))
    else if (entry.isFile() && DOCUMENT.test(entry.name)) found.push(path)
  }
  return found
}

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false // the reading of it will say what is wrong
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false // the reading of it will say what is wrong
  }
}

const READABLE = '能读 .docx .xlsx .doc .xls .pdf .ofd .html .txt .md，以及装有它们的 .zip'
const READABLE_EN = '.docx .xlsx .doc .xls .pdf .ofd .html .txt .md are read, and a .zip that holds them'

/** The files in a folder or an archive; undefined for a file. Throws AppError NOT_FOUND when there is none to read. */
const filesIn = async (path: string): Promise<readonly string[] | undefined> => {
  if (await isFolder(path)) {
    let found: string[]
    try {
      found = await walk(path)
    } catch (error) {
      throw error instanceof AppError ? error : openFailure(path, error)
    }
    if (found.length > 0) return found
    throw new AppError('NOT_FOUND', path, `文件夹 ${path} 里没有能读的文件`, READABLE, {
      english: { message: `folder ${path} holds no file that can be read`, remedy: READABLE_EN },
    })
  }
  if (!isArchiveName(path) || !(await isFile(path))) return undefined
  const found = await openedArchive(path)
  if (found.length === 0)
    throw new AppError('NOT_FOUND', path, `压缩包 ${path} 里没有能读的文件`, READABLE, {
      english: { message: `archive ${path} holds no file that can be read`, remedy: READABLE_EN },
    })
  return found[0] === path ? undefined : found
}

/** Folders and archives are opened, files stay as named (also missing ones: they become failures of their own). */
export const expandPaths = async (paths: readonly string[]): Promise<Expanded> => {
  const files: string[] = []
  let hasFolder = false
  for (const path of paths) {
    const found = await filesIn(path)
    if (found === undefined) {
      files.push(path)
      continue
    }
    hasFolder = true
    files.push(...found)
  }
  return { files: [...new Set(files)], isSingle: !hasFolder && paths.length === 1 }
}

export const isSameFile = async (a: string, b: string): Promise<boolean> => {
  try {
    const [one, other] = await Promise.all([a, b].map(async (path) => realpath((await archiveOf(path)) ?? path)))
    return one === other
  } catch {
    return false // a file that is not there yet is no other file
  }
}

export const writeNew = async (file: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(file, content)
  } catch (error) {
    throw new AppError('USAGE', file, `写不了 ${file}（${codeOf(error)}）`, '请检查文件夹是否存在、有没有写的权限', {
      cause: error,
      english: {
        message: `${file} cannot be written (${codeOf(error)})`,
        remedy: 'make sure that the folder is there and may be written to',
      },
    })
  }
}
