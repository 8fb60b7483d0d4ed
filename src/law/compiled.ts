/** The law data, compiled from the YAML files of law/ by scripts/build-law.mjs. Keys are paths without ending; all scalars are text. */
import compiled from './compiled.json' with { type: 'json' }

export type LawNode = string | readonly LawNode[] | { readonly [key: string]: LawNode }

// Through unknown: the type of the literal grows with every file and says nothing that the readers do not check.
export const compiledLaw: Readonly<Record<string, LawNode>> = compiled as unknown as Readonly<Record<string, LawNode>>
