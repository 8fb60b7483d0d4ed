import type { PageItem, PageLayout } from './page-layout.ts'

/**
 * Running heads, feet and page numbers: they belong to the paper, not to the document, and must not part a table that goes
 * on over the page.
 */
export interface CleanPage {
  readonly page: PageLayout
  /** Without page numbers and what is surely a running head or foot. */
  readonly items: readonly FlowItem[]
}

export interface FlowItem {
  readonly item: PageItem
  /** Repeated at the top of pages, but low enough to be a heading too: kept, unless the table above goes on below it. */
  readonly maybeHead: boolean
}

/** Heads and feet stand in these parts of the page height. */
const HEAD = 0.12
const SURE_HEAD = 0.075
const FOOT = 0.88
/** Lines looked at from each edge. */
const DEEPEST = 3

const PAGE_NUMBER =
  /^[-—–－―─·.~〜～\s]*(?:第\s*)?(?:[0-9０-９]{1,4}|[ivxIVX]{1,6})\s*(?:页)?\s*(?:[,，/／\s]*(?:共|of)?\s*[0-9０-９]{1,4}\s*页?)?[-—–－―─·.~〜～\s]*$/u

export function withoutFurniture(pages: readonly PageLayout[]): CleanPage[] {
  const bodySize = medianSize(pages)
  const heads = repeatedTexts(pages, 'head')
  const feet = repeatedTexts(pages, 'foot')
  const highest = bodyTop(pages)
  return pages.map((page) => {
    const dropped = new Set<PageItem>()
    const maybe = new Set<PageItem>()
    for (const item of edgeLines(page, 'foot')) {
      if (item.top < FOOT * page.height) break
      if (!isPageNumber(item) && !feet.has(keyOf(item))) break
      dropped.add(item)
    }
    for (const item of edgeLines(page, 'head')) {
      if (item.bottom > HEAD * page.height) break
      if (isPageNumber(item)) dropped.add(item)
      else if (item.bottom > highest + TOUCHING) break
      else if (!heads.has(keyOf(item)) || sizeOf(item) > 1.15 * bodySize) break
      else if (item.bottom <= SURE_HEAD * page.height) dropped.add(item)
      else maybe.add(item)
    }
    const items = page.items.filter((item) => !dropped.has(item))
    return { page, items: items.map((item) => ({ item, maybeHead: maybe.has(item) })) }
  })
}

/** Points by which a head may reach into the body before it counts as part of it. */
const TOUCHING = 2

/**
 * Where the body begins: the highest table of any page. A running head stands above the body of every page; a heading that
 * is repeated at the top of pages stands where, on other pages, a table goes on.
 */
function bodyTop(pages: readonly PageLayout[]): number {
  let top = Number.POSITIVE_INFINITY
  for (const { items } of pages) for (const item of items) if (item.kind === 'table') top = Math.min(top, item.top)
  return top
}

function edgeLines(page: PageLayout, edge: 'head' | 'foot'): PageItem[] {
  const items = edge === 'head' ? page.items : [...page.items].reverse()
  const stop = items.findIndex((item) => item.kind === 'table')
  return items.slice(0, Math.min(DEEPEST, stop < 0 ? items.length : stop))
}

function isPageNumber(item: PageItem): boolean {
  return item.kind === 'line' && PAGE_NUMBER.test(item.line.text)
}

const sizeOf = (item: PageItem) => (item.kind === 'line' ? item.line.size : 0)

/** The text with its digits blanked, so that a page number inside a running foot does not make it another text. */
function keyOf(item: PageItem): string {
  if (item.kind !== 'line') return ''
  return `${Math.round(item.line.base / 4)}|${item.line.text.replace(/[0-9０-９]+/gu, '#')}`
}

/** Texts that stand at the same place of at least two pages, and of two fifths of all (odd and even pages differ). */
function repeatedTexts(pages: readonly PageLayout[], edge: 'head' | 'foot'): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    for (const item of edgeLines(page, edge)) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  }
  const least = Math.max(2, Math.min(5, 0.4 * pages.length))
  return new Set([...counts].filter(([, count]) => count >= least).map(([key]) => key))
}

function medianSize(pages: readonly PageLayout[]): number {
  const sizes: number[] = []
  for (const { items } of pages) {
    for (const item of items) {
      if (item.kind === 'line') sizes.push(item.line.size)
      else for (const cell of item.table.cells) for (const line of cell.lines) sizes.push(line.size)
    }
  }
  sizes.sort((one, other) => one - other)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}
