import type { Grid, GridCell, SourceDocument } from '../../domain/source-document.ts'
import { defineDocumentCheck } from '../../engine/check.ts'
import { type CellNumber, computeFormula } from '../../engine/formula.ts'
import { type Fraction, showFraction } from '../../engine/fraction.ts'
import { proof } from '../../engine/proof.ts'
import { Decimal } from '../../kernel/decimal.ts'
import { readPrintedNumber } from '../../kernel/printed-number.ts'

/** Spreadsheets keep binary floats: the sixth decimal is theirs, not the document's. */
const FLOAT_DECIMALS = 6

/** `undefined` for a cell that holds text. A percentage is printed as such and stored as a share. */
const numberOf = ({ stored, text }: GridCell): Decimal | undefined => {
  if (stored !== undefined) return Decimal.parse(stored)
  const read = readPrintedNumber(text)
  if (read.kind === 'blank') return Decimal.zero
  if (read.kind !== 'number') return undefined
  return read.isPercent ? read.value.shift(-2) : read.value
}

const differs = (computed: Fraction, kept: Decimal): boolean => {
  const gap = computed.top.subtract(kept.multiply(computed.bottom)).abs()
  return gap.compare(Decimal.of(1, FLOAT_DECIMALS).multiply(computed.bottom.abs())) > 0
}

const gridsBySheet = (source: SourceDocument): ReadonlyMap<string, readonly Grid[]> => {
  const sheets = new Map<string, Grid[]>()
  for (const block of source.blocks) {
    if (block.kind !== 'grid') continue
    const sheet = block.at.sheet ?? ''
    const grids = sheets.get(sheet)
    if (grids) grids.push(block)
    else sheets.set(sheet, [block])
  }
  return sheets
}

/** Numbers by address, for one sheet: a sheet may be cut into several grids. */
const sheetNumbers = (grids: readonly Grid[]): CellNumber => {
  const cells = new Map<string, GridCell>()
  for (const grid of grids) for (const cell of grid.cells) if (cell.at.cell !== undefined) cells.set(cell.at.cell, cell)
  return (address) => {
    const cell = cells.get(address)
    return cell ? numberOf(cell) : Decimal.zero
  }
}

export const cachedValueCurrent = defineDocumentCheck({
  id: 'CM-019',
  title: '公式单元格保存的值与重算结果一致',
  titleEn: 'The kept value of a formula cell equals its recomputation',
  kind: 'A',
  severity: 'error',
  missing: 'skip-if-any',
  basis: 'definition',
  cites: ['definition#form-arithmetic'],
  rule: '工作簿中公式单元格保存的值 = 按公式重算的值（求和、四则运算、ROUND）',
  remedy: '在表格软件中重新计算并保存',
  remedyEn: 'Recalculate the workbook and save it.',
  run({ source }, report) {
    if (source.format !== 'xlsx') return
    for (const [sheet, grids] of gridsBySheet(source)) {
      const numbers = sheetNumbers(grids)
      for (const cell of grids.flatMap(({ cells }) => cells)) {
        if (cell.formula === undefined) continue
        const kept = cell.text === '' ? undefined : numberOf(cell)
        const computed = kept && computeFormula(cell.formula, numbers)
        if (!kept || !computed || !differs(computed, kept)) continue
        const expected = showFraction(computed, FLOAT_DECIMALS)
        const where = `${sheet === '' ? '' : `${sheet}!`}${cell.at.cell ?? ''}`
        report({
          section: where,
          position: cell.at,
          verdict: 'outside',
          printed: cell.text,
          expected,
          message: `${where}保存的值是${kept}，按公式${cell.formula}重算是${expected}`,
          messageEn: `${where} keeps ${kept}; its formula ${cell.formula} gives ${expected}.`,
          proof: () =>
            proof({
              formula: cell.formula!,
              filledIn: `${cell.formula} = ${expected}`,
              result: expected,
              verdict: 'outside',
              inputs: [{ name: where, printed: cell.text, position: cell.at }],
            }),
        })
      }
    }
  },
})
