/** Self-evaluation of a transfer (转移支付): its form carries no scores. */
import type { FormView } from '../../engine/form-view.ts'
import { anyOf } from '../../law/wordlists.ts'

const TRANSFER = new RegExp(anyOf('transferTitles'), 'u')

export const isTransferForm = ({ record }: FormView): boolean => TRANSFER.test(record.title?.printed ?? '')
