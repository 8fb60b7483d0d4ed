/** Monitoring forms (项目支出绩效运行监控表) of a document. */
import type { Monitoring } from '../../domain/monitoring.ts'
import type { PlanSegment } from '../plans/segments.ts'
import { readMonitoring } from './form.ts'

type Unnumbered = Omit<Monitoring, 'index'>

const byPlace = (a: Unnumbered, b: Unnumbered): number =>
  a.source.fromBlock - b.source.fromBlock || (a.source.fromRow ?? 0) - (b.source.fromRow ?? 0)

/** Every monitoring form, in document order: in tables, and in broken lines. Never throws, never repairs. */
export const monitorings = (segments: readonly PlanSegment[], lines: readonly Unnumbered[]): readonly Monitoring[] => {
  const forms: readonly Unnumbered[] = segments.flatMap((segment) => readMonitoring(segment) ?? [])
  return [...forms, ...lines].sort(byPlace).map((form, i) => ({ index: i + 1, ...form }))
}
