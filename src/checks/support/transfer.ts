/** Self-evaluation of a transfer (转移支付): its form carries no scores. */
import type { FormView } from '../../engine/form-view.ts'
import { wordFinder } from './words.ts'

const namesTransfer = wordFinder('transferTitles')

export const isTransferForm = ({ record }: FormView): boolean => namesTransfer(record.title?.printed ?? '')
