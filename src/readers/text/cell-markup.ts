const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  ensp: ' ',
  emsp: ' ',
}

/** Text made from scans often prints an inequality as a formula: `$\\geq 90\\%$` is how such tools write ≥ 90%. */
const MATH_SIGNS: Readonly<Record<string, string>> = {
  geq: '≥',
  ge: '≥',
  geqslant: '≥',
  leq: '≤',
  le: '≤',
  leqslant: '≤',
  neq: '≠',
  approx: '≈',
  times: '×',
  div: '÷',
  sim: '~',
  pm: '±',
  quad: ' ',
  cdot: '·',
}
const MATH = /\$([^$\n]{1,200})\$/g

/** Only a formula that is understood whole is replaced; two dollar amounts in a text are not a formula. */
const mathText = (whole: string, inside: string): string => {
  if (!inside.includes('\\')) return whole
  const text = inside
    .replace(/\\(?:text|mathrm|mathbf|operatorname)\s*\{([^{}]*)\}/g, '$1')
    .replace(/\\([a-zA-Z]+)\s?/g, (sign, name: string) => MATH_SIGNS[name] ?? sign)
    .replace(/\\([%$&#_{},;! ])/g, '$1')
  return text.includes('\\') ? whole : text
}

/** The text of a cell: paragraph and line-break tags become line breaks, white space around each line goes. */
export function cellText(raw: string): string {
  if (!/[<&\n$]/.test(raw)) return raw.trim()
  const text = raw
    .replace(MATH, mathText)
    .replace(/<\/?(?:p|br|div)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?(?:b|i|u|strong|em|span|font|sub|sup)\b[^<>]{0,200}>/gi, '')
    .replace(/&(nbsp|lt|gt|amp|quot|ensp|emsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
