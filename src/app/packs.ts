/** Packs as people see them. */
import { listPacks, type PackSummary, packOf } from '../law/packs.ts'

export { listPacks, type PackSummary }

/** Throws AppError UNKNOWN_PACK before any file is read. */
export const requirePack = (id: string): void => {
  packOf(id)
}
