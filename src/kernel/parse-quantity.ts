import type { Quantity } from './quantity.ts'

/** Reads a target or an actual value. Never throws. */
export declare const parseQuantity: (printed: string) => Quantity
