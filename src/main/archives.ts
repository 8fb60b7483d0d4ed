/** Files inside .zip archives, named `归档.zip/内部.docx` as if the archive were a folder. Nothing is written to the disk. */
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../domain/failure.ts'
import { type ArchiveMember, openArchive } from '../readers/archive/index.ts'
import { limitExceeded } from '../readers/limits.ts'

/** An archive in an archive is opened, one in that is not. */
const DEEPEST = 2
/** More documents than this in one archive are not a department's. */
const MOST_MEMBERS = 20_000

const ARCHIVE_BYTES = 1024 * 1024 * 1024

const ARCHIVE = /\.zip$/i

export const isArchiveName = (path: string): boolean => ARCHIVE.test(path)

/** The archive opened last, with those inside it: its members are asked for one after another. */
let opened: { readonly path: string; readonly members: Map<string, readonly ArchiveMember[] | undefined> } | undefined

const open = async (path: string): Promise<readonly ArchiveMember[] | undefined> => {
  if (opened?.path !== path) {
    opened = undefined
    const { size } = await stat(path)
    // openArchive bounds what is inside; this bounds the file itself.
    if (size > ARCHIVE_BYTES) throw limitExceeded(path, '压缩包大小', '1 GB')
    opened = { path, members: new Map([[path, openArchive(new Uint8Array(await readFile(path)), path)]]) }
  }
  return opened.members.get(path)
}

/** Members of an archive inside the opened one; an archive that is one document, or no zip at all, has none. */
const openInner = (path: string, member: ArchiveMember): readonly ArchiveMember[] | undefined => {
  if (opened?.members.has(path)) return opened.members.get(path)
  const members = openArchive(member.read(), path)
  opened?.members.set(path, members)
  return members
}

export interface MemberFilter {
  /** Is the file one to be looked at? */
  readonly isWanted: (name: string) => boolean
}

/**
 * Paths of the files in an archive on the disk. An archive inside it that cannot be opened stays in the list by its own name, so
 * that the reading of it says what is wrong; undefined when the file is no archive but a document. Throws AppError.
 */
export const listArchive = async (path: string, { isWanted }: MemberFilter): Promise<string[] | undefined> => {
  const members = await open(path)
  if (members === undefined) return undefined
  const found: string[] = []
  const walk = (folder: string, inside: readonly ArchiveMember[], depth: number): void => {
    for (const member of inside) {
      const name = `${folder}/${member.name}`
      if (isArchiveName(name) && depth < DEEPEST) {
        try {
          const inner = openInner(name, member)
          if (inner) {
            walk(name, inner, depth + 1)
            continue
          }
        } catch (error) {
          if (!(error instanceof AppError)) throw error
        }
        found.push(name)
      } else if (isWanted(member.name) || isArchiveName(name)) found.push(name)
      if (found.length > MOST_MEMBERS) throw limitExceeded(path, '压缩包内文件数', `${MOST_MEMBERS} 个`)
    }
  }
  walk(path, members, 1)
  return found
}

/** The archive on the disk that a path leads into: `X.zip` of `X.zip/内部.docx`; undefined when there is none. */
export const archiveOf = async (path: string): Promise<string | undefined> => {
  for (const match of path.matchAll(/\.zip(?=[/\\])/gi)) {
    const archive = path.slice(0, match.index + match[0].length)
    try {
      if ((await stat(archive)).isFile()) return archive
    } catch {
      return undefined
    }
  }
  return undefined
}

/** Bytes of a file inside an archive; undefined when the path leads into none. Throws AppError. */
export const readMember = async (path: string): Promise<Uint8Array | undefined> => {
  const archive = await archiveOf(path)
  if (archive === undefined) return undefined
  let folder = archive
  let members = await open(archive)
  for (let depth = 1; ; depth += 1) {
    const rest = path.slice(folder.length + 1)
    const own = members?.find(({ name }) => name === rest)
    if (own && isArchiveName(rest) && depth >= DEEPEST) throw tooDeep(path)
    if (own) return own.read()
    const inner = members?.find(({ name }) => isArchiveName(name) && rest.startsWith(`${name}/`))
    if (inner === undefined)
      throw new AppError('NOT_FOUND', path, '压缩包里没有这个文件', '请核对压缩包内的路径', {
        english: { message: 'the archive holds no such file', remedy: 'check the path inside the archive' },
      })
    if (depth >= DEEPEST) throw tooDeep(path)
    folder = `${folder}/${inner.name}`
    members = openInner(folder, inner)
  }
}

const tooDeep = (path: string): AppError => limitExceeded(path, '压缩包嵌套层数', `${DEEPEST} 层`)
