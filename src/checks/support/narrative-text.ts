/** Rules of the common family that hold in prose too: patterns looked for in every paragraph. */
import type { FindingDraft, NarrativeContext, Report } from '../../engine/check.ts'

export const reportMatches = (
  { narrative }: NarrativeContext,
  pattern: RegExp,
  report: Report,
  draft: (match: RegExpExecArray) => Omit<FindingDraft, 'section' | 'position' | 'printed' | 'verdict'>,
): undefined => {
  const every = new RegExp(pattern.source, 'gu')
  for (const { text, at } of narrative.paragraphs)
    for (const match of text.matchAll(every))
      report({ section: 'narrative', position: at, verdict: 'outside', printed: match[0], ...draft(match) })
}
