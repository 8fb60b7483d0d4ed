/**
 * Namespaces of the parts we read, each with the prefix that our code calls it by, whatever prefix the file uses.
 * Transitional and strict OOXML say the same under two addresses.
 */
const PREFIX_OF: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 's'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 's'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/extended-properties', 'ap'],
  ['http://purl.oclc.org/ooxml/officeDocument/extendedProperties', 'ap'],
])

/** Prefix → our prefix, as far as the file has declared it. */
export type Scope = ReadonlyMap<string, string>

/** `w:tbl` for the file's `x:tbl`; names of namespaces that we do not read come out as `?:tbl`. */
export function canonicalName(raw: string, scope: Scope): string {
  const colon = raw.indexOf(':')
  const prefix = colon < 0 ? '' : raw.slice(0, colon)
  return `${scope.get(prefix) ?? '?'}:${colon < 0 ? raw : raw.slice(colon + 1)}`
}

/** The scope with the declarations of one tag added; the same object when nothing changes. */
export function declare(scope: Scope, declarations: ReadonlyMap<string, string>): Scope {
  let next: Map<string, string> | undefined
  for (const [prefix, address] of declarations) {
    const known = PREFIX_OF.get(address) ?? '?'
    if ((next ?? scope).get(prefix) === known) continue
    next ??= new Map(scope)
    next.set(prefix, known)
  }
  return next ?? scope
}
