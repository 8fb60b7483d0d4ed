/** Monitoring forms (项目支出绩效运行监控表) of a document. */
import type { Monitoring } from '../../domain/monitoring.ts'
import type { PlanSegment } from '../plans/segments.ts'
import { readMonitoring } from './form.ts'

/** Every monitoring form, in document order. Never throws, never repairs. */
export const monitorings = (segments: readonly PlanSegment[]): readonly Monitoring[] =>
  segments.flatMap((segment) => readMonitoring(segment) ?? []).map((form, i) => ({ index: i + 1, ...form }))
