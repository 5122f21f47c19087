/** Fields of what a request says of all walks. */
import { metresBetween } from '@doorwalk/core/units'
import type { WalkTarget } from '@doorwalk/core/walk/answer'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { roundedPlace } from '@doorwalk/core/request/rounded-starts'
import {
  type Field,
  ABOUT_ALL,
  BRIEF,
  FEW_DOORS,
  NO_FIELD,
  both,
  isNear,
  notNow,
  reserved,
  served,
  allOf,
} from './field.ts'
import { SKIP, TARGETS } from './target-fields.ts'
import { callKey, rankByTurnout, visitAll } from './history.ts'
import { EAST, REGION, WEST } from './world.ts'

/** Whether a target takes as long as nobody has learnt otherwise; parts of one floor may pay no street door. */
const isUsual = ({ doors, minutes, floors, access }: WalkTarget): boolean => {
  const { entrySeconds, floorSeconds, knockSeconds, openedShare, talkSeconds, entryProbability } =
    DEFAULT_ASSUMPTIONS
  const knocking = doors * (knockSeconds + openedShare * talkSeconds)
  const inside = entryProbability[access] * (floors * floorSeconds + knocking)
  return [knocking, inside, inside + entrySeconds.flats].some(
    (seconds) => Math.abs(minutes * 60 - seconds) <= 3 + floorSeconds,
  )
}
export const REQUEST: Field[] = [
  {
    name: 'region',
    reserves: 'the other region has none',
    given: () => ({}),
    otherwise: () => ({ region: 'tiny' }),
    told: ({ plan }) => plan?.region.name === REGION,
    stops: served(({ id }, { targets }) => targets.some((target) => target.id === id)),
  },
  {
    name: 'version',
    stops: 'both versions hold the same',
    reserves: 'both versions hold the same',
    given: ({ version }) => ({ version }),
    told: ({ plan }, { version }) => plan?.region.version === version,
    ...notNow,
  },
  {
    name: 'area',
    given: () => ({ area: { precincts: ['east'] } }),
    ...both(({ id }, { isEast }) => isEast(id)),
  },
  {
    name: 'volunteers',
    stops: ABOUT_ALL,
    reserves: ABOUT_ALL,
    given: () => ({ volunteers: 16 }),
    otherwise: () => ({ volunteers: 1 }),
    told: ({ walks }) => walks.length > 10,
    except: { 'walk now': 'it is for one', shorten: 'it is for one' },
  },
  {
    name: 'teamSize',
    stops: 'people who stay together take as long as one',
    reserves: 'people who stay together take as long as one',
    given: () => ({ volunteers: 3, teamSize: 2 }),
    otherwise: () => ({ volunteers: 3 }),
    told: ({ walks }) => allOf(walks, ({ people }) => people === 2),
    ...notNow,
  },
  {
    name: 'minutes',
    before: callKey,
    given: () => ({ minutes: BRIEF.minutes }),
    otherwise: () => ({ minutes: 60 }),
    told: ({ walks }) => allOf(walks, ({ budget }) => budget === BRIEF.minutes * 60),
    stops: ({ walks }) => allOf(walks, ({ seconds }) => seconds <= BRIEF.minutes * 60),
    reserves: reserved(({ minutes }) => minutes <= BRIEF.usable),
    except: { shorten: 'the call itself says how many are left' },
  },
  {
    name: 'doors',
    before: callKey,
    given: () => ({ doors: FEW_DOORS }),
    stops: ({ walks }) => allOf(walks, ({ doors }) => doors <= FEW_DOORS),
    reserves: reserved(({ doors }) => doors <= FEW_DOORS),
  },
  {
    name: 'start',
    given: () => ({ start: EAST, minutes: 30 }),
    otherwise: () => ({ start: WEST, minutes: 30 }),
    told: ({ walks }) =>
      allOf(walks, ({ start }) => isNear(start, roundedPlace(EAST)) || isNear(start, EAST)),
    ...both(({ location }) => metresBetween(location, EAST) < metresBetween(location, WEST)),
  },
  {
    name: 'closed',
    reserves: 'they lie around the stops',
    given: () => ({ closed: false }),
    told: ({ walks }) => allOf(walks, ({ end }) => end === null),
    stops: ({ walks }) => allOf(walks, ({ legs, stops }) => legs.length === stops.length),
    ...notNow,
  },
  {
    name: 'startAt',
    reserves: 'they have no time of their own',
    given: () => ({ startAt: '2026-03-14T16:30:00+01:00' }),
    told: ({ plan }) => plan?.startAt === '2026-03-14T16:30:00+01:00',
    stops: ({ walks }) =>
      allOf(walks, ({ stops }) => allOf(stops, ({ arriveAt }) => arriveAt >= '2026-03-14T16:30:00+01:00')),
    except: { 'walk now': NO_FIELD, shorten: 'what is left begins now' },
  },
  {
    name: 'priority',
    given: () => ({ priority: { field: 'turnout' } }),
    ...both(({ id, prize, doors, access }, { isEast }) => {
      const plain = doors * DEFAULT_ASSUMPTIONS.entryProbability[access]
      return isEast(id) ? prize > 1.5 * plain : prize < 0.75 * plain
    }),
  },
  {
    name: 'priority.field',
    stops: 'see priority',
    reserves: 'see priority',
    given: () => ({ priority: { field: 'turnout' } }),
    otherwise: () => ({ priority: { field: 'missing' } }),
    told: ({ isDone }) => isDone,
  },
  { ...TARGETS[1]!, name: 'targets' },
  {
    name: 'keyShare',
    given: () => ({ keyShare: 1 }),
    ...both(({ key }) => key === true),
  },
  { ...SKIP[1]!, name: 'skip' },
  {
    name: 'reserves',
    stops: 'it is about reserves',
    given: () => ({ reserves: false }),
    reserves: ({ walks }) => allOf(walks, ({ reserves }) => reserves.length === 0),
    except: { 'walk now': NO_FIELD, shorten: 'a shortened walk has none' },
  },
  {
    name: 'language',
    // Not the default of the schema, which a call that drops it would fall back to.
    given: () => ({ keyShare: 1, language: 'en' }),
    otherwise: () => ({ keyShare: 1, language: 'fr' }),
    told: ({ walks }) => allOf(walks, ({ language }) => language === 'en'),
    ...both(({ why = '' }) => why.includes('door')),
  },
  {
    name: 'seed',
    stops: ABOUT_ALL,
    reserves: ABOUT_ALL,
    changesWalks: true,
    given: () => ({ seed: 11 }),
    told: ({ plan }) => plan?.seed === 11,
    ...notNow,
  },
  {
    name: 'iterations',
    stops: ABOUT_ALL,
    reserves: ABOUT_ALL,
    // A walk of a few stops is the same after few and many.
    given: () => ({ iterations: 37 }),
    told: ({ plan }) => (plan?.iterations ?? 0) > 0 && plan!.iterations <= 2 * 37,
    ...notNow,
  },
  {
    name: 'seconds',
    stops: ABOUT_ALL,
    reserves: ABOUT_ALL,
    given: () => ({ seconds: 0.05, iterations: 6_000 }),
    otherwise: () => ({ iterations: 6_000 }),
    told: ({ plan }) => plan?.stoppedBy === 'deadline',
    except: { 'walk now': NO_FIELD, batch: NO_FIELD },
  },
  {
    name: 'profile',
    stops: ABOUT_ALL,
    reserves: ABOUT_ALL,
    changesWalks: true,
    given: () => ({ profile: 'osrm-compat' }),
    told: ({ plan }) => plan?.profile === 'osrm-compat',
    ...notNow,
  },
  {
    name: 'commit',
    stops: ABOUT_ALL,
    reserves: ABOUT_ALL,
    given: () => ({ commit: true }),
    told: ({ state }) => state === 'leased',
    except: { 'walk now': 'always', shorten: 'of what is leased' },
  },
  {
    name: 'calibrate',
    given: () => ({ calibrate: false }),
    before: (campaign, quarter) =>
      visitAll(campaign, quarter, {
        ...{ at: '2026-02-20T15:00:00+01:00', opened: true },
        of: (id) => !quarter.isEast(id),
      }),
    changesWalks: true,
    ...both(isUsual),
    told: ({ plan }) => plan !== undefined && plan.assumptions.calibration === undefined,
    except: { 'walk now': NO_FIELD, batch: NO_FIELD },
  },
]

/** Last of all, so that every other field is asked of the call that it was asked of. */
export const RANKED: Field = {
  name: 'priority.ranking',
  before: rankByTurnout,
  given: () => ({ priority: { ranking: 'by turnout' } }),
  ...both(({ id, prize, doors, access }, { isEast }) => {
    const plain = doors * DEFAULT_ASSUMPTIONS.entryProbability[access]
    return isEast(id) ? prize > 1.5 * plain : prize < 0.75 * plain
  }),
}
