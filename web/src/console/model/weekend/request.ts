/** The request for all plans of a weekend, and what stands in its way. */
import type { Schemas } from '@doorwalk/client'
import { TEAMS } from '../people-wish.ts'
import { isWithin } from '../../../numbers/number.ts'
import { crewsOf } from './crews.ts'
import {
  type AreaTick,
  MOST_AREAS,
  LONGEST_MINUTES,
  MOST_PLANS,
  SHORTEST_MINUTES,
  type ShiftFault,
  type WeekendDraft,
  minutesOf,
  shiftFault,
  tickKey,
} from './draft.ts'
import { instantOf } from './instant.ts'

const MOST_LABEL = 64

export type WeekendFault =
  | { pointer: string; fault: ShiftFault }
  | { pointer: '/shifts'; fault: 'no_shift' }
  | { pointer: '/areas'; fault: 'many_areas' | 'many_plans' }
  | { pointer: string; fault: 'nobody' | 'nobody_then' }

/** Beside which field what is to be mended; none: it can be planned. */
export function faultsOf(draft: WeekendDraft, now: Date): WeekendFault[] {
  const { shifts, areas } = draft
  const faults: WeekendFault[] = shifts.flatMap((shift, index) => {
    const fault = shiftFault(shift, now)
    return fault === null ? [] : [{ pointer: `/shifts/${index}`, fault }]
  })
  if (shifts.length === 0) faults.push({ pointer: '/shifts', fault: 'no_shift' })
  if (areas.length > MOST_AREAS) faults.push({ pointer: '/areas', fault: 'many_areas' })
  else if (plansOf(draft) > MOST_PLANS) faults.push({ pointer: '/areas', fault: 'many_plans' })
  return [...faults, ...crewFaults(draft)]
}

/** Shifts to which nobody comes, or more than can be planned for. */
function crewFaults(draft: WeekendDraft): WeekendFault[] {
  const crews = crewsOf(draft)
  const isWrong = crews.map((crew) => !isWithin(crew.length, TEAMS))
  const common = draft.shifts.flatMap(({ list }, index) => (list === undefined ? [isWrong[index]!] : []))
  if (common.length > 0 && common.every(Boolean) && common.length === isWrong.filter(Boolean).length)
    return [{ pointer: '/volunteers', fault: 'nobody' }]
  return draft.shifts.flatMap(({ list }, index): WeekendFault[] => {
    if (!isWrong[index]) return []
    return list === undefined
      ? [{ pointer: `/shifts/${index}`, fault: 'nobody_then' }]
      : [{ pointer: `/shifts/${index}/list`, fault: 'nobody' }]
  })
}

/** One for each shift and area. */
export function plansOf({ shifts, areas }: Pick<WeekendDraft, 'shifts' | 'areas'>): number {
  return shifts.length * Math.max(1, areas.length)
}

interface Said {
  region: string
  /** A number of walks, or who walks. */
  volunteers: Schemas['NewBatch']['volunteers']
  /** Of an area, by `tickKey`. */
  labels: ReadonlyMap<string, string>
  language: 'fr' | 'en'
}

/** @throws Error where `faultsOf` finds one */
export function batchOf(
  draft: WeekendDraft,
  { region, volunteers, labels, language }: Said,
): Schemas['NewBatch'] {
  const areas = draft.areas.map((tick) => labels.get(tickKey(tick)) ?? idOf(tick))
  const unique = uniqueLabels(areas)
  return {
    region,
    ...(draft.label.trim() !== '' && { label: draft.label.trim().slice(0, MOST_LABEL) }),
    ...(draft.areas.length > 0 && {
      areas: draft.areas.map((tick, index) => ({ label: unique[index]!, area: areaOf(tick) })),
    }),
    shifts: draft.shifts.map((shift) => ({
      startAt: instantOf(shift.date, shift.from)!,
      minutes: minutesOf(shift)!,
    })),
    volunteers,
    ...(draft.ranking !== '' && { priority: { ranking: draft.ranking } }),
    commit: draft.give,
    language,
  }
}

/** What one shift of it could reach, in all its areas together. */
export function estimateOf(
  { areas, shifts, ranking }: WeekendDraft,
  { region, startAt }: { region: string; startAt: string },
): Schemas['EstimateRequest'] {
  const codes = areas.flatMap((tick) => (tick.kind === 'precinct' ? [tick.code] : []))
  const shapes = [
    ...(codes.length > 0 ? [{ precincts: codes }] : []),
    ...areas.flatMap((tick) => (tick.kind === 'stored' ? [areaOf(tick)] : [])),
  ]
  const minutes = shifts[0] && minutesOf(shifts[0])
  return {
    region,
    startAt,
    ...(shapes.length > 0 && { area: shapes.length === 1 ? shapes[0]! : { any: shapes } }),
    ...(minutes && minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES ? { minutes } : {}),
    ...(ranking !== '' && { priority: { ranking } }),
  }
}

function areaOf(tick: AreaTick): Schemas['AreaRequest'] {
  return tick.kind === 'precinct' ? { precincts: [tick.code] } : { id: tick.id }
}

function idOf(tick: AreaTick): string {
  return tick.kind === 'precinct' ? tick.code : tick.id
}

/** No two areas of a batch have one label. */
function uniqueLabels(labels: readonly string[]): string[] {
  const taken = new Set<string>()
  return labels.map((label) => {
    let name = label.slice(0, MOST_LABEL)
    for (let number = 2; taken.has(name); number++) name = `${label.slice(0, MOST_LABEL - 5)} (${number})`
    taken.add(name)
    return name
  })
}
