/** Projects that two documents of one year both hold: matched by name, one to one. */
import type { AcrossDocument } from '../../engine/across.ts'
import type { FormView } from '../../engine/form-view.ts'
import { bestMatch, projectName } from '../../engine/ledger/projects.ts'

export interface SharedProject<T> {
  readonly form: FormView
  readonly file: string
  readonly other: T
  readonly otherFile: string
}

/** Each record of `others` with the only form of that project; forms of another year are left out. */
export const sharedProjects = <T>(
  { forms, file }: AcrossDocument,
  others: readonly T[],
  otherFile: string,
  nameOf: (one: T) => string,
): readonly SharedProject<T>[] =>
  others.flatMap((other) => {
    const form = nameOf(other) === '' ? undefined : bestMatch(nameOf(other), forms, projectName)
    // The match has to hold both ways: two records of one name decide nothing.
    const back = form && bestMatch(projectName(form), others, nameOf)
    return form && back === other ? [{ form, file, other, otherFile }] : []
  })

/** 2021年预算.docx. */
export const baseName = (file: string): string => file.replace(/^.*[/\\]/u, '')
