import type { Matrix } from '../layout/geometry.ts'

export interface FontFacts {
  readonly vertical: boolean
  /** Text space per glyph unit: 0.001, except for fonts drawn by operators (Type 3). */
  readonly unit: number
  readonly defaultVerticalMetrics: readonly number[] | undefined
}

export interface State {
  matrix: Matrix
  lineWidth: number
  font: FontFacts
  fontSize: number
  characterSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  isInvisible: boolean
}

export const PLAIN_FONT: FontFacts = { vertical: false, unit: 0.001, defaultVerticalMetrics: undefined }

export function startState(matrix: Matrix): State {
  return {
    matrix,
    lineWidth: 1,
    font: PLAIN_FONT,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    isInvisible: false,
  }
}
