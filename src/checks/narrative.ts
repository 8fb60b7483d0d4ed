/** The checks of prose, in the order of their codes. */
import type { Check } from '../engine/check.ts'
import { unitSlip } from './narrative/fn-002-unit-slip.ts'
import { share } from './narrative/fn-003-share.ts'
import { sharesAddUp } from './narrative/fn-004-shares-add-up.ts'
import { changeAmount } from './narrative/fn-011-change-amount.ts'
import { changeRate } from './narrative/fn-012-change-rate.ts'
import { directionWord } from './narrative/fn-013-direction-word.ts'
import { noChange } from './narrative/fn-014-no-change.ts'
import { baseSaidTwice } from './narrative/fn-015-base-said-twice.ts'
import { reasonFits } from './narrative/fn-022-reason-fits.ts'
import { completionRate } from './narrative/fn-031-completion-rate.ts'
import { zeroBase } from './narrative/fn-032-zero-base.ts'
import { partsAddUp } from './narrative/fn-034-parts-add-up.ts'
import { threePublicParts } from './narrative/fn-061-three-public-parts.ts'
import { journeysAbroad } from './narrative/fn-062-journeys-abroad.ts'
import { vehiclesBought } from './narrative/fn-063-vehicles-bought.ts'
import { vehiclesHeld } from './narrative/fn-064-vehicles-held.ts'
import { receptions } from './narrative/fn-065-receptions.ts'
import { procurementParts } from './narrative/fn-082-procurement-parts.ts'
import { smallEnterprises } from './narrative/fn-083-small-enterprises.ts'
import { vehiclesAddUp } from './narrative/fn-084-vehicles-add-up.ts'
import { years } from './narrative/fn-101-years.ts'
import { headingNumbers } from './narrative/fn-104-heading-numbers.ts'
import { typography } from './narrative/fn-105-typography.ts'

export const narrativeChecks: readonly Check[] = [
  unitSlip,
  share,
  sharesAddUp,
  changeAmount,
  changeRate,
  directionWord,
  noChange,
  baseSaidTwice,
  reasonFits,
  completionRate,
  zeroBase,
  partsAddUp,
  threePublicParts,
  journeysAbroad,
  vehiclesBought,
  vehiclesHeld,
  receptions,
  procurementParts,
  smallEnterprises,
  vehiclesAddUp,
  years,
  headingNumbers,
  typography,
]
