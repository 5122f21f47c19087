/** Which area each person of a weekend goes to, shift by shift: where most is left to do for one more. */
import type { Schemas } from '@doorwalk/client'
import type { Volunteer } from '../people/choice.ts'

/** What an area holds, as it is estimated for walks of one length. */
export interface AreaWork {
  minutes: number
  points: readonly Schemas['EstimatePoint'][]
}

export interface ShiftDeal {
  /** For each person, the index of the area. */
  areas: number[]
  /** Whether there is something to do for each, as far as it can be foreseen. */
  hasWork: boolean[]
}

export type Named = Volunteer & { id: string }

/** What the last walks of a curve add hardly fills one: this share of all doors is as good as all. */
const AS_GOOD_AS_ALL = 0.98

/** Walks that there is work for; null: more than were estimated. */
export function walksIn({ points }: AreaWork): number | null {
  const last = points.at(-1)
  if (last === undefined || last.doors === 0) return 0
  const all = last.doors / (last.share === 0 ? 1 : last.share)
  return last.doors < AS_GOOD_AS_ALL * all ? null : Math.ceil(walkersFor(points, AS_GOOD_AS_ALL * all))
}

/** A shift with who comes to it. */
export interface CrewedShift {
  minutes: number
  people: readonly Named[]
}

/**
 * Who has had no walk comes first in later shifts. Whoever finds nothing to do is sent where most was, so that the plan
 * itself decides.
 *
 * @param input.works  of each area; null: not known, then people are dealt by turns
 */
export function dealOut(
  shifts: readonly CrewedShift[],
  { areas, works }: { areas: number; works: readonly AreaWork[] | null },
): ShiftDeal[] {
  if (works === null)
    return shifts.map(({ people }) => ({
      areas: people.map((_, index) => index % areas),
      hasWork: people.map(() => true),
    }))
  const used = works.map(() => 0)
  const most = works.map((work) => walksIn(work) ?? Number.MAX_SAFE_INTEGER)
  const largest = indexOfMost(works.map(({ points }) => points.at(-1)?.doors ?? 0))
  const walked = new Set<string>()
  return shifts.map(({ minutes: shiftMinutes, people }) => {
    const deal: ShiftDeal = { areas: people.map(() => largest), hasWork: people.map(() => false) }
    const order = [...people.keys()].sort(
      (a, b) => Number(walked.has(people[a]!.id)) - Number(walked.has(people[b]!.id)) || a - b,
    )
    for (const index of order) {
      const { id, minutes = shiftMinutes } = people[index]!
      const parts = works.map((work) => minutes / work.minutes)
      const gains = works.map(({ points }, area) =>
        used[area]! < most[area]!
          ? doorsAt(points, used[area]! + parts[area]!) - doorsAt(points, used[area]!)
          : 0,
      )
      const best = indexOfMost(gains)
      if (gains[best]! <= 0) continue
      used[best]! += parts[best]!
      walked.add(id)
      deal.areas[index] = best
      deal.hasWork[index] = true
    }
    return deal
  })
}

/**
 * As a batch takes it: each person once for every area and every wish, with the shifts in it.
 *
 * @param labels  of the areas; one that is empty: the whole region
 */
export function dealtVolunteers(
  shifts: readonly Pick<CrewedShift, 'people'>[],
  deals: readonly ShiftDeal[],
  labels: readonly string[],
): Schemas['BatchVolunteer'][] {
  const told = new Map<string, Schemas['BatchVolunteer'] & { shifts: number[] }>()
  // By person, then by area: as they stand in the list.
  const ids = [...new Set(shifts.flatMap(({ people }) => people.map(({ id }) => id)))]
  for (const id of ids)
    for (const [area, label] of labels.entries())
      for (const [shift, { people }] of shifts.entries()) {
        const index = people.findIndex((person) => person.id === id)
        if (index < 0 || deals[shift]!.areas[index] !== area) continue
        const person = { ...people[index]!, ...(label !== '' && { area: label }) }
        const slot = JSON.stringify(person)
        const known = told.get(slot) ?? { ...person, shifts: [] }
        known.shifts.push(shift + 1)
        told.set(slot, known)
      }
  return [...told.values()]
}

/** Between two points on the straight line; beyond the last, as many as there. */
function doorsAt(points: AreaWork['points'], walkers: number): number {
  const after = points.findIndex((point) => point.walkers >= walkers)
  if (after < 0) return points.at(-1)?.doors ?? 0
  const [high, low] = [points[after]!, points[after - 1] ?? { walkers: 0, doors: 0 }]
  const span = high.walkers - low.walkers
  return low.doors + (span === 0 ? 0 : ((high.doors - low.doors) * (walkers - low.walkers)) / span)
}

function walkersFor(points: AreaWork['points'], doors: number): number {
  const after = points.findIndex((point) => point.doors >= doors)
  const [high, low] = [points[after]!, points[after - 1] ?? { walkers: 0, doors: 0 }]
  const span = high.doors - low.doors
  return low.walkers + (span === 0 ? 0 : ((high.walkers - low.walkers) * (doors - low.doors)) / span)
}

/** The first of the greatest. */
function indexOfMost(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0)
}
