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
 * Reads well-formed XML into events. Written for speed on OOXML: one pass, attributes looked up only when asked for.
 * Namespaces are resolved, CDATA and character references too; a DTD is refused, so there is no entity expansion.
 * The text may come in pieces cut anywhere; then no more than one of them is held. Throws XmlError.
 */
export function scanXml(xml: string | Iterable<string>, handler: XmlHandler, maxDepth = 1000): void {
  let scan: XmlScan | undefined
  let pending: string | undefined
  // A token longer than a piece is looked at again only when the text behind it has doubled.
  let enough = 0
  for (const piece of typeof xml === 'string' ? [xml] : xml) {
    if (pending !== undefined && pending.length >= enough) {
      scan ??= new XmlScan(handler, maxDepth, true)
      const rest = scan.advance(pending)
      enough = 2 * rest.length
      pending = rest
    }
    pending = pending === undefined ? piece : pending + piece
  }
  scan ??= new XmlScan(handler, maxDepth, false)
  scan.finish(pending ?? '')
}

/** The scan between two pieces: what is open, and the names in force. */
class XmlScan {
  readonly #handler: XmlHandler
  readonly #maxDepth: number
  readonly #isPieced: boolean
  readonly #tag = new ScannedTag()
  readonly #levels: Level[] = []
  #scope: Scope = new Map([['', '?']])
  #names = new Map<string, string>()
  #hasRoot = false
  /** Characters of the pieces before. */
  #before = 0

  constructor(handler: XmlHandler, maxDepth: number, isPieced: boolean) {
    this.#handler = handler
    this.#maxDepth = maxDepth
    this.#isPieced = isPieced
  }

  /** Reads as far as tokens are sure to be whole, and gives back the rest. */
  advance(xml: string): string {
    const read = this.#read(xml, xml.lastIndexOf('<'))
    this.#before += read
    return xml.slice(read)
  }

  finish(xml: string): void {
    this.#read(xml, Number.POSITIVE_INFINITY)
    if (this.#levels.length > 0 || !this.#hasRoot)
      this.#fail(new XmlError('内容到末尾仍未结束', xml.length, 'truncated'))
  }

  /** Reads the tokens that begin before `limit`; returns how far it came. */
  #read(xml: string, limit: number): number {
    const handler = this.#handler
    let at = 0
    this.#tag.source = xml
    try {
      while (true) {
        const lt = xml.indexOf('<', at)
        if (lt < 0 ? limit !== Number.POSITIVE_INFINITY : lt >= limit) return at
        if (handler.wantsText && lt > at) handler.text(this.#text(xml.slice(at, lt)))
        if (lt < 0) return xml.length
        at = lt
        const next = xml.charCodeAt(lt + 1)
        if (next === SLASH) at = this.#close(xml, lt)
        else if (next === BANG || next === QUESTION) at = readMarkup(xml, lt, handler)
        else at = this.#open(lt)
      }
    } catch (error) {
      if (!(error instanceof XmlError)) throw error
      // A comment or the like that runs over the end of the piece is whole with the next one.
      if (error.truncated && limit !== Number.POSITIVE_INFINITY) return at
      this.#fail(error)
    }
  }

  #fail(error: XmlError): never {
    if (this.#before === 0) throw error
    const kind = error.tooDeep ? 'too-deep' : error.truncated ? 'truncated' : 'malformed'
    throw new XmlError(error.message, error.offset + this.#before, kind)
  }

  #text(raw: string): string {
    const text = decodeEntities(lineEnds(raw))
    return this.#isPieced ? detached(text) : text
  }

  #open(lt: number): number {
    if (this.#levels.length === 0 && this.#hasRoot) throw new XmlError('有第二个根元素', lt)
    if (this.#levels.length >= this.#maxDepth) throw new XmlError('嵌套过深', lt, 'too-deep')
    const tag = this.#tag
    const raw = tag.read(lt + 1)
    this.#hasRoot = true
    let outer: Level['outer']
    if (tag.declares) {
      const inner = declare(this.#scope, tag.declarations())
      if (inner !== this.#scope) {
        outer = { scope: this.#scope, names: this.#names }
        this.#scope = inner
        this.#names = new Map()
      }
    }
    let name = this.#names.get(raw)
    if (name === undefined) this.#names.set(raw, (name = canonicalName(raw, this.#scope)))
    this.#handler.open(name, tag)
    if (tag.isEmpty) {
      this.#handler.close(name)
      if (outer) this.#leave(outer)
    } else {
      this.#levels.push(outer ? { raw, name, outer } : { raw, name })
    }
    return tag.end
  }

  #close(xml: string, lt: number): number {
    const level = this.#levels.at(-1)
    if (level === undefined) throw new XmlError('有多余的结束标签', lt)
    const end = endOfClosingTag(xml, lt, level.raw)
    this.#levels.pop()
    this.#handler.close(level.name)
    if (level.outer) this.#leave(level.outer)
    return end
  }

  #leave(outer: NonNullable<Level['outer']>): void {
    this.#scope = outer.scope
    this.#names = outer.names
  }
}

/** Engines keep a slice as a view of the whole string; a copy lets go of the piece that it was cut from. */
function detached(text: string): string {
  return text.length < LONGEST_COPIED ? text : ` ${text}`.slice(1)
}

/** Shorter slices are copied by the engine anyway. */
const LONGEST_COPIED = 13

/** Start tag under the cursor; one object for the whole scan, so that a document of a million tags makes no garbage. */
class ScannedTag implements XmlTag {
  #xml = ''
  #from = 0
  #to = 0
  /** Offset just behind `>`. */
  end = 0
  isEmpty = false
  /** True when the tag has an attribute whose name starts with `xmlns`. */
  declares = false

  set source(xml: string) {
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
