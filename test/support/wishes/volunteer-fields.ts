/** Fields of one volunteer: `me` in what is asked. */
import { metresBetween, type LngLat } from '@doorwalk/core/units'
import type { WalkTarget } from '@doorwalk/core/walk/answer'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { roundedPlace } from '@doorwalk/core/request/rounded-starts'
import { place } from '../worlds/osm-fixture.ts'
import { type Field, BRIEF, FEW_DOORS, both, isNear, reserved } from './field.ts'
import { callKey } from './history.ts'
import { WEST } from './world.ts'

/** Minutes at a target whose doors are shared by two, by the documented formula. */
const isShared = ({ doors, minutes, access }: WalkTarget): boolean => {
  const { knockSeconds, openedShare, talkSeconds, entryProbability } = DEFAULT_ASSUMPTIONS
  const alone = doors * (knockSeconds + openedShare * talkSeconds) * entryProbability[access]
  return doors < 2 || minutes * 60 < alone
}
/** Half way along the quarter, on the other side of the base's start. */
const HOME: LngLat = roundedPlace(place(400, 140))

export const VOLUNTEER: Field[] = [
  {
    name: 'volunteers.id',
    stops: 'a name changes no walk',
    reserves: 'a name changes no walk',
    given: () => ({ me: { id: 'ada' } }),
    told: ({ walks }) => walks.some(({ walker }) => walker === 'ada'),
  },
  {
    name: 'volunteers.start',
    given: () => ({ start: WEST, minutes: 30, me: { start: HOME } }),
    otherwise: () => ({ start: WEST, minutes: 30 }),
    told: ({ mine }) => isNear(mine?.start, HOME),
    ...both(({ location }) => metresBetween(location, HOME) < metresBetween(location, WEST), true),
  },
  {
    name: 'volunteers.end',
    reserves: 'they lie around the stops',
    given: () => ({ me: { end: HOME } }),
    told: ({ mine }) => isNear(mine?.end, HOME),
    stops: ({ mine }) =>
      !!mine && isNear(mine.legs.at(-1)?.geometry.coordinates.at(-1), mine.end!) && isNear(mine.end, HOME),
  },
  {
    name: 'volunteers.minutes',
    before: callKey,
    given: () => ({ me: { minutes: BRIEF.minutes } }),
    told: ({ mine }) => mine?.budget === BRIEF.minutes * 60,
    stops: ({ mine }) => !!mine && mine.stops.length > 0 && mine.seconds <= BRIEF.minutes * 60,
    reserves: reserved(({ minutes }) => minutes <= BRIEF.usable, true),
    except: { shorten: 'the call itself says how many are left' },
  },
  {
    name: 'volunteers.doors',
    before: callKey,
    given: () => ({ me: { doors: FEW_DOORS } }),
    stops: ({ mine }) => !!mine && mine.stops.length > 0 && mine.doors <= FEW_DOORS,
    reserves: reserved(({ doors }) => doors <= FEW_DOORS, true),
  },
  {
    name: 'volunteers.people',
    before: callKey,
    given: () => ({ me: { people: 2, split: true } }),
    otherwise: () => ({ me: { split: true } }),
    told: ({ mine }) => mine?.people === 2,
    ...both(isShared, true),
  },
  {
    name: 'volunteers.split',
    before: callKey,
    given: () => ({ me: { people: 2, split: true } }),
    otherwise: () => ({ me: { people: 2 } }),
    ...both(isShared, true),
  },
  {
    name: 'volunteers.avoidStairs',
    given: () => ({ me: { avoidStairs: true } }),
    ...both(({ id }, { climbs }) => !climbs(id), true),
  },
  {
    name: 'volunteers.language',
    given: () => ({ keyShare: 1, language: 'fr', me: { language: 'en' } }),
    otherwise: () => ({ keyShare: 1, language: 'fr' }),
    told: ({ mine }) => mine?.language === 'en',
    ...both(({ why = '' }) => why.includes('door'), true),
  },
]
