/** Starts and ends that no street is near: the way from there is a straight line that may not exist. */
import type { Snap } from '../graph/route/snap.ts'
import type { LngLat, Metres } from '../units.ts'
import type { Warning } from '../words/warning.ts'
import type { CrewMember } from './crew.ts'

/** From here on no front garden or car park explains it: as far as the first look for a street goes. */
const FAR: Metres = 100

interface Started {
  crew: Pick<CrewMember, 'start' | 'end'>[]
  /** Of each of the crew, on the street. */
  places: { start: Snap | null; end: Snap | null }[]
  /** The meeting point that nobody asked for: it is before a door. */
  proposed: LngLat | null
}

/** One warning for all who said where they start or end, without places: own starts are told to nobody. */
export function farStarts({ crew, places, proposed }: Started): Warning[] {
  const far = crew.flatMap(({ start, end }, walker) => {
    const { start: from, end: to } = places[walker]!
    const snaps = [
      ...(from && start !== proposed ? [from] : []),
      ...(to && end !== proposed && end !== start ? [to] : []),
    ].filter(({ metresAway, across }) => metresAway >= FAR || across)
    return snaps.length > 0 ? [snaps] : []
  })
  if (far.length === 0) return []
  const snaps = far.flat()
  const metres = Math.round(Math.max(...snaps.map(({ metresAway }) => metresAway)))
  return [{ code: 'start_far', walkers: far.length, metres, across: snaps.some(({ across }) => across) }]
}
