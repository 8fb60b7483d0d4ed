/** The law data, compiled from `law/**/*.yaml` by scripts/build-law.mjs. Keys are paths without ending. All scalars are text. */
import compiled from './compiled.json' with { type: 'json' }

export type LawNode = string | readonly LawNode[] | { readonly [key: string]: LawNode }

export const compiledLaw: Readonly<Record<string, LawNode>> = compiled as Readonly<Record<string, LawNode>>
