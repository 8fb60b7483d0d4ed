/** Characters of the symbol fonts that forms use: tick boxes and comparison signs. Keys are the font's own codes. */
const WINGDINGS: Readonly<Record<number, string>> = {
  111: '□',
  113: '□',
  114: '□',
  120: '☒',
  168: '□',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
  108: '●',
  110: '■',
  216: '➢',
  224: '→',
}
const WINGDINGS_2: Readonly<Record<number, string>> = {
  80: '✓',
  79: '✗',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  162: '■',
  163: '□',
}
const SYMBOL: Readonly<Record<number, string>> = {
  177: '±',
  179: '≥',
  163: '≤',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
  176: '°',
  183: '•',
  165: '∞',
  174: '→',
  229: '∑',
}
const FONTS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: WINGDINGS,
  'wingdings 2': WINGDINGS_2,
  symbol: SYMBOL,
}

/** Text of a `w:sym`: `char` is a hexadecimal code, often moved to F000–F0FF. Unknown codes come out as U+FFFD. */
export function symbolText(font: string | undefined, char: string | undefined): string {
  const code = Number.parseInt(char ?? '', 16)
  if (Number.isNaN(code) || code <= 0 || code > 0x10ffff) return ''
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const local = isPrivate ? code - 0xf000 : code
  const known = FONTS[(font ?? '').toLowerCase()]?.[local]
  if (known !== undefined) return known
  if (!isPrivate) return String.fromCodePoint(code)
  return local >= 0x20 && local < 0x7f && /^symbol$/i.test(font ?? '') ? String.fromCharCode(local) : '\ufffd'
}
