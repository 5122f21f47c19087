/** A leg as it is said: the steps of a path in the words of who walks it. */
import type { Candidate } from '../building/select.ts'
import type { Path, Step } from '../graph/route/path.ts'
import type { CrewMember } from '../grouping/crew.ts'
import type { PlacedTarget } from '../grouping/stop.ts'
import { toSeconds, type Metres } from '../units.ts'
import { writeAddress, type AddressOrder } from '../words/address.ts'
import { sayStep, type Door } from '../words/instruction.ts'
import type { SeenBuilding } from '../words/phrases.ts'
import { namesIn } from '../words/street-names.ts'
import type { Leg } from './answer.ts'
import { mergeSteps } from './merge-steps.ts'
import { short } from './rounding.ts'

/** So far one sees a door on one's own side of the street. */
const IN_SIGHT: Metres = 40

interface LegPlace {
  /** Of the legs of the walk, from 0. */
  index: number
  count: number
  member: CrewMember
  /** The door that the leg ends at; undefined: it ends the walk. */
  to: PlacedTarget | undefined
  order: AddressOrder
}

export function makeLeg(path: Path, { index, count, member, to, order }: LegPlace): Leg {
  const door = to && doorOf(to, { arrival: path.steps.at(-1), order })
  return {
    seconds: toSeconds(path.deciseconds),
    metres: Math.round(path.metres),
    geometry: { type: 'LineString', coordinates: path.geometry.map(short) },
    steps: withTarget(stepsToSay(path, { index, member, to }), door).map((step) => ({
      type: step.type,
      ...(step.modifier === undefined ? {} : { modifier: step.modifier }),
      name: step.name,
      instruction: sayStep(step, {
        language: member.language,
        legIndex: index,
        legCount: count,
        towards: to ? 'stop' : member.end === member.start ? 'start' : 'end',
        fromDoor: index > 0 || member.start === null,
        ...(door ? { door } : {}),
      }),
      location: short(step.location),
      metres: Math.round(step.metres),
      seconds: toSeconds(step.deciseconds),
    })),
  }
}

/**
 * None where one sees the door that one goes to: near by, straight along the same side. The first leg of a walk is
 * always said, since nobody knows yet which way it goes.
 */
function stepsToSay(
  { metres, steps }: Path,
  { index, member, to }: Omit<LegPlace, 'count' | 'order'>,
): Step[] {
  const merged = mergeSteps(steps)
  if (index === 0 && member.start && to && merged.length === 0) return [arrivedAt(to)]
  const isStraight = merged.length <= 2
  return index > 0 && metres <= IN_SIGHT && isStraight ? [] : merged
}

/** The walk begins where its first door is. */
function arrivedAt({ snap }: PlacedTarget): Step {
  const still = { bearingBefore: 0, bearingAfter: 0, metres: 0, deciseconds: 0 }
  return { type: 'arrive', name: snap.street, location: snap.from, ...still }
}

/** The last way without a name leads to the street of the address, where nothing else names that. */
function withTarget(steps: Step[], door: Door | undefined): Said[] {
  const { street } = door ?? { street: '' }
  if (street === '' || steps.some(({ name }) => namesIn(name).includes(street))) return steps
  const last = steps.findLastIndex(({ type, way }) => type !== 'arrive' && way !== undefined)
  return steps.map((step, index) => (index === last ? { ...step, towards: street } : step))
}

type Said = Step & { towards?: string }

/** A door, and the last step of the way there, which knows what lies before it. */
function doorOf(
  { candidate, snap }: PlacedTarget,
  { arrival, order }: { arrival: Step | undefined; order: AddressOrder },
): Door {
  const { address, entrance } = candidate.target
  const number = address?.number ?? ''
  return {
    address: address && number !== '' ? writeAddress(address, order) : '',
    street: snap.street || (address?.street ?? ''),
    building: seenBuilding(candidate),
    ...(entrance?.label === undefined ? {} : { entrance: entrance.label }),
    ...arrival?.door,
  }
}

export function seenBuilding({ target, storeys }: Candidate): SeenBuilding {
  return { kind: target.kind, ...(storeys === undefined ? {} : { storeys }) }
}
