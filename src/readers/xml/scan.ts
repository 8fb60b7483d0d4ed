import { decodeEntities } from './entities.ts'
import { canonicalName, declare, type Scope } from './names.ts'

/** What is wrong with the XML; `offset` counts UTF-16 units from the start of the part. */
export class XmlError extends Error {
  readonly offset: number
  /** True when the text ends too early, false when it is not well-formed. */
  readonly truncated: boolean
  readonly tooDeep: boolean

  constructor(message: string, offset: number, kind: 'malformed' | 'truncated' | 'too-deep' = 'malformed') {
    super(message)
    this.name = 'XmlError'
    this.offset = offset
    this.truncated = kind === 'truncated'
    this.tooDeep = kind === 'too-deep'
  }
}

export interface XmlTag {
  /** Value of the attribute with this local name (`val` finds `w:val`), entities resolved. */
  attribute(local: string): string | undefined
}

export interface XmlHandler {
  /** Text is cut out of the source only while this is true: most of a document's text is white space between tags. */
  wantsText: boolean
  /** `name` carries our own prefix (see names.ts), for example `w:tc`. The tag is valid during the call only. */
  open(name: string, tag: XmlTag): void
  close(name: string): void
  text(text: string): void
}

const LT = 60
const GT = 62
const SLASH = 47
const BANG = 33
const QUESTION = 63

interface Level {
  readonly raw: string
  readonly name: string
  /** The scope outside, when this element has declared namespaces of its own. */
  readonly outer?: { readonly scope: Scope; readonly names: Map<string, string> }
}

/**
 * Reads well-formed XML into events. Written for speed on OOXML: one pass over the string, attributes looked up only
 * when asked for. Namespaces are resolved, CDATA and character references too; a DTD is refused, so there is no
 * entity expansion. Throws XmlError.
 */
export function scanXml(xml: string, handler: XmlHandler, maxDepth = 1000): void {
  const tag = new ScannedTag(xml)
  const levels: Level[] = []
  let scope: Scope = new Map([['', '?']])
  let names = new Map<string, string>()
  let at = 0
  let hasRoot = false
  while (true) {
    const lt = xml.indexOf('<', at)
    if (handler.wantsText && lt > at) handler.text(decodeEntities(lineEnds(xml.slice(at, lt))))
    if (lt < 0) break
    const next = xml.charCodeAt(lt + 1)
    if (next === SLASH) {
      const level = levels.pop()
      if (level === undefined) throw new XmlError('有多余的结束标签', lt)
      at = endOfClosingTag(xml, lt, level.raw)
      handler.close(level.name)
      if (level.outer) ({ scope, names } = level.outer)
    } else if (next === BANG || next === QUESTION) {
      at = readMarkup(xml, lt, handler)
    } else {
      if (levels.length === 0 && hasRoot) throw new XmlError('有第二个根元素', lt)
      if (levels.length >= maxDepth) throw new XmlError('嵌套过深', lt, 'too-deep')
      hasRoot = true
      const raw = tag.read(lt + 1)
      let outer: Level['outer']
      if (tag.declares) {
        const inner = declare(scope, tag.declarations())
        if (inner !== scope) {
          outer = { scope, names }
          scope = inner
          names = new Map()
        }
      }
      let name = names.get(raw)
      if (name === undefined) names.set(raw, (name = canonicalName(raw, scope)))
      handler.open(name, tag)
      at = tag.end
      if (tag.isEmpty) {
        handler.close(name)
        if (outer) ({ scope, names } = outer)
      } else {
        levels.push(outer ? { raw, name, outer } : { raw, name })
      }
    }
  }
  if (levels.length > 0 || !hasRoot) throw new XmlError('内容到末尾仍未结束', xml.length, 'truncated')
}

/** Start tag under the cursor; one object for the whole scan, so that a document of a million tags makes no garbage. */
class ScannedTag implements XmlTag {
  readonly #xml: string
  #from = 0
  #to = 0
  /** Offset just behind `>`. */
  end = 0
  isEmpty = false
  /** True when the tag has an attribute whose name starts with `xmlns`. */
  declares = false

  constructor(xml: string) {
    this.#xml = xml
  }

  /** Reads the tag whose name starts at `start`; returns the name as written. */
  read(start: number): string {
    const xml = this.#xml
    let at = start
    let code = xml.charCodeAt(at)
    while (code > 32 && code !== GT && code !== SLASH) code = xml.charCodeAt((at += 1))
    if (at === start) throw new XmlError('标签没有名称', start, at >= xml.length ? 'truncated' : 'malformed')
    const raw = xml.slice(start, at)
    this.#from = at
    this.declares = false
    while (code !== GT) {
      if (Number.isNaN(code)) throw new XmlError('标签未结束', start, 'truncated')
      if (code === LT) throw new XmlError('标签内出现“<”', at)
      if (code === 34 || code === 39) {
        at = xml.indexOf(code === 34 ? '"' : "'", at + 1)
        if (at < 0) throw new XmlError('属性值未结束', start, 'truncated')
      } else if (code === 120 && xml.startsWith('xmlns', at) && xml.charCodeAt(at - 1) <= 32) {
        this.declares = true
      }
      code = xml.charCodeAt((at += 1))
    }
    this.end = at + 1
    this.isEmpty = xml.charCodeAt(at - 1) === SLASH
    this.#to = this.isEmpty ? at - 1 : at
    return raw
  }

  attribute(local: string): string | undefined {
    const xml = this.#xml
    let at = this.#from
    while (at < this.#to) {
      const equals = xml.indexOf('=', at)
      if (equals < 0 || equals >= this.#to) return undefined
      const nameEnd = trimmedEnd(xml, equals)
      const open = quoteFrom(xml, equals + 1, this.#to)
      const close = xml.indexOf(xml[open]!, open + 1)
      const nameStart = nameEnd - local.length
      if (nameStart >= at && xml.startsWith(local, nameStart) && isNameBreak(xml.charCodeAt(nameStart - 1))) {
        return decodeEntities(xml.slice(open + 1, close))
      }
      at = close + 1
    }
    return undefined
  }

  declarations(): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    const raw = this.#xml.slice(this.#from, this.#to)
    for (const match of raw.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      found.set(match[1] ?? '', decodeEntities(match[2] ?? match[3] ?? ''))
    }
    return found
  }
}

function isNameBreak(code: number): boolean {
  return code <= 32 || code === 58
}

function trimmedEnd(xml: string, end: number): number {
  let at = end
  while (xml.charCodeAt(at - 1) <= 32) at -= 1
  return at
}

function quoteFrom(xml: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const code = xml.charCodeAt(at)
    if (code === 34 || code === 39) return at
    if (code > 32) break
  }
  throw new XmlError('属性值没有引号', start)
}

function endOfClosingTag(xml: string, lt: number, raw: string): number {
  let at = lt + 2 + raw.length
  if (!xml.startsWith(raw, lt + 2)) throw new XmlError(`标签 ${raw} 的结束标签不对`, lt, closingKind(xml, lt))
  while (xml.charCodeAt(at) <= 32) at += 1
  if (xml.charCodeAt(at) !== GT) throw new XmlError(`标签 ${raw} 的结束标签不对`, lt, closingKind(xml, lt))
  return at + 1
}

function closingKind(xml: string, lt: number): 'truncated' | 'malformed' {
  return xml.indexOf('>', lt) < 0 ? 'truncated' : 'malformed'
}

/** Comment, CDATA, processing instruction or declaration at `lt`; returns the offset behind it. */
function readMarkup(xml: string, lt: number, handler: XmlHandler): number {
  if (xml.startsWith('<![CDATA[', lt)) {
    const end = endOf(xml, ']]>', lt + 9)
    if (handler.wantsText) handler.text(lineEnds(xml.slice(lt + 9, end)))
    return end + 3
  }
  if (xml.startsWith('<!--', lt)) return endOf(xml, '-->', lt + 4) + 3
  if (xml.charCodeAt(lt + 1) === QUESTION) return endOf(xml, '?>', lt + 2) + 2
  throw new XmlError('含有文档类型声明（DTD），不予读取', lt)
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from)
  if (end < 0) throw new XmlError('内容到末尾仍未结束', from, 'truncated')
  return end
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
