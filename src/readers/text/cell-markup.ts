const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ensp: ' ',
  emsp: ' ',
}

/** The text of a cell: paragraph and line-break tags become line breaks, white space around each line goes. */
export function cellText(raw: string): string {
  if (!/[<&\n]/.test(raw)) return raw.trim()
  const text = raw
    .replace(/<\/?(?:p|br|div)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?(?:b|i|u|strong|em|span|font|sub|sup)\b[^<>]{0,200}>/gi, '')
    .replace(/&(nbsp|lt|gt|amp|quot|ensp|emsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
