/** The prose as JSON: sections, one statement per quantity with what it is related to, and how much was understood. */
import {
  isQuantity,
  isUnderstood,
  type Narrative,
  type NarrativeSection,
  type Relation,
  type Statement,
} from '../../domain/narrative.ts'

const sectionJson = ({ level, number, title, at, parent }: NarrativeSection) => ({
  level,
  number,
  title,
  parent: parent ?? null,
  position: at,
})

/** Relations in which a statement takes part, by the part it takes; statements are named by their index. */
const relationsOf = (relations: readonly Relation[]): ReadonlyMap<number, readonly object[]> => {
  const byStatement = new Map<number, object[]>()
  const add = (index: number | undefined, relation: object): void => {
    if (index === undefined) return
    const list = byStatement.get(index)
    if (list) list.push(relation)
    else byStatement.set(index, [relation])
  }
  for (const relation of relations) {
    if (relation.kind === 'comparison') {
      const { value, base, change, rate, baseKind, reason, level } = relation
      const members = { kind: 'comparison', value, base, change, rate, baseKind, level: level?.word, reason }
      for (const index of [value, base, change, rate]) add(index, members)
    } else if (relation.kind === 'share')
      add(relation.share, { kind: 'share', part: relation.part, whole: relation.whole, of: relation.wholeName })
    else if (relation.kind === 'completion')
      add(relation.rate, { kind: 'completion', value: relation.value, budget: relation.budget })
    else if (relation.kind === 'named-rate')
      add(relation.rate, { kind: 'rate', top: relation.top, bottom: relation.bottom })
    else add(relation.total, { kind: 'sum', parts: relation.parts })
  }
  return byStatement
}

const statementJson = (narrative: Narrative, statement: Statement, relations: readonly object[]) => {
  const mention = narrative.numbers[statement.number]!
  const { subject, measure, role, year, direction, section } = statement
  return {
    subject: subject.name,
    ...(subject.level ? { level: subject.level } : {}),
    measure,
    role,
    year,
    printed: mention.printed,
    unit: mention.unit,
    ...(direction ? { direction: direction.word } : {}),
    ...(mention.isApproximate ? { approximate: true } : {}),
    relations,
    section: section < 0 ? null : section,
    position: mention.at,
  }
}

export const narrativeJson = (narrative: Narrative) => {
  const relations = relationsOf(narrative.relations)
  const unread = narrative.numbers.filter((one) => !isUnderstood(one))
  return {
    year: narrative.year,
    sections: narrative.sections.map(sectionJson),
    statements: narrative.statements.map((one) => statementJson(narrative, one, relations.get(one.index) ?? [])),
    numbers: {
      total: narrative.numbers.length,
      quantities: narrative.numbers.filter(isQuantity).length,
      understood: narrative.numbers.length - unread.length,
      notUnderstood: unread.map(({ printed, why, at }) => ({ printed, why, position: at })),
    },
  }
}
