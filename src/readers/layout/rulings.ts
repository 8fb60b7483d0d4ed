import { append } from '../../kernel/lists.ts'
import type { Box, PageContent, Ruling } from './geometry.ts'

/** Lines closer than this (points) are one line: both strokes of a double line, both borders of neighbouring cells. */
export const SNAP = 2.6
/** A line goes on over a gap of this size: joints left open at corners, dashes. */
const GAP = 3
/** Shorter lines are marks, not borders. */
const SHORTEST = 4

/** Ruling lines that hang together. */
export interface Component {
  readonly horizontal: readonly Ruling[]
  readonly vertical: readonly Ruling[]
  readonly box: Box
}

/** Merges collinear pieces into whole lines. */
export function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((one, other) => one.at - other.at)
  const merged: Ruling[] = []
  for (let i = 0; i < sorted.length; ) {
    const start = sorted[i]?.at ?? 0
    let end = i
    while (end < sorted.length && (sorted[end]?.at ?? 0) - start <= SNAP) end += 1
    append(merged, mergePieces(sorted.slice(i, end)))
    i = end
  }
  return merged.filter((line) => line.to - line.from >= SHORTEST)
}

function mergePieces(pieces: Ruling[]): Ruling[] {
  pieces.sort((one, other) => one.from - other.from)
  const lines: Ruling[] = []
  let from = 0
  let to = Number.NEGATIVE_INFINITY
  let weight = 0
  let sum = 0
  const close = () => {
    if (weight > 0) lines.push({ at: sum / weight, from, to })
  }
  for (const piece of pieces) {
    if (piece.from > to + GAP) {
      close()
      from = piece.from
      to = piece.to
      weight = 0
      sum = 0
    }
    to = Math.max(to, piece.to)
    const length = piece.to - piece.from + 0.01
    weight += length
    sum += piece.at * length
  }
  close()
  return lines
}

/** Groups of lines that touch or cross one another. A lone line (underline, rule under a heading) is left out. */
export function componentsOf(page: Pick<PageContent, 'horizontal' | 'vertical'>): Component[] {
  const horizontal = mergeRulings(page.horizontal)
  const vertical = mergeRulings(page.vertical)
  const parents = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] ?? root
    while (parents[index] !== root) {
      const next = parents[index] ?? root
      parents[index] = root
      index = next
    }
    return root
  }
  for (const [h, line] of horizontal.entries()) {
    for (let v = firstAtOrAfter(vertical, line.from - GAP); v < vertical.length; v += 1) {
      const other = vertical[v]
      if (other === undefined || other.at > line.to + GAP) break
      if (line.at >= other.from - GAP && line.at <= other.to + GAP) parents[find(h)] = find(horizontal.length + v)
    }
  }
  const groups = new Map<number, { horizontal: Ruling[]; vertical: Ruling[] }>()
  const groupOf = (index: number) => {
    const root = find(index)
    const group = groups.get(root) ?? { horizontal: [], vertical: [] }
    groups.set(root, group)
    return group
  }
  for (const [h, line] of horizontal.entries()) groupOf(h).horizontal.push(line)
  for (const [v, line] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(line)
  return [...groups.values()]
    .filter((group) => group.horizontal.length > 0 && group.vertical.length > 0)
    .map((group) => ({ ...group, box: extentOf(group.horizontal, group.vertical) }))
}

/** `mergeRulings` leaves lines sorted by `at` only from group to group; one group is at most SNAP wide. */
function firstAtOrAfter(lines: readonly Ruling[], at: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.at ?? 0) < at - SNAP) low = middle + 1
    else high = middle
  }
  return low
}

function extentOf(horizontal: readonly Ruling[], vertical: readonly Ruling[]): Box {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1e9, -1e9]
  for (const line of horizontal) {
    x0 = Math.min(x0, line.from)
    x1 = Math.max(x1, line.to)
    y0 = Math.min(y0, line.at)
    y1 = Math.max(y1, line.at)
  }
  for (const line of vertical) {
    y0 = Math.min(y0, line.from)
    y1 = Math.max(y1, line.to)
    x0 = Math.min(x0, line.at)
    x1 = Math.max(x1, line.at)
  }
  return [x0, y0, x1, y1]
}
