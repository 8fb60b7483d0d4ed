/**
 * Thresholds that no law sets: our own proposals, in one place, each with its reason. They only ever lead to
 * information or to a warning that asks for a reason. What a law or a place fixes lives in `law/packs/`.
 */
import { Decimal } from '../kernel/decimal.ts'

/** SE-066: a form at 优 while less than six tenths of the money was used contradicts itself (pass line of 财政 practice). */
export const CONTRADICTING_EXECUTION = Decimal.of(6, 1)
/** SE-066: every indicator at full points while less than eight tenths of the money was used. */
export const SATURATED_EXECUTION = Decimal.of(8, 1)
/** SE-068: share of leaves whose actual value repeats the target exactly. */
export const COPIED_SHARE = Decimal.of(9, 1)
/** SE-067, SE-068: fewer leaves than this say nothing about a habit. */
export const FEWEST_LEAVES = 5
/** SE-062: without a value in the pack, half above target means that the target was too low. */
export const TARGET_TOO_LOW = Decimal.of(15, 1)
/** SE-021: whole-point rounding that lifts the score by more than half is worth a look (0.54 → 1). */
export const LARGE_ROUNDING = Decimal.of(5, 1)
/** CM-006: two amounts with one number and another unit: the quotient lies this close to a power of ten. */
export const SLIP_TOLERANCE = Decimal.of(1, 3)
/** SE-103: shorter indicator names (本年完成、服务周期) recur by nature. */
export const TELLING_NAME_LENGTH = 8
/** SE-041: a target printed with 约 is missed only when the actual value falls short of it by more than a tenth. */
export const APPROXIMATE_SHARE = Decimal.of(9, 1)
