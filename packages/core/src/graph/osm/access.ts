/**
 * What access tags say to a canvasser: values and levels, and hours at which they change
 * (https://wiki.openstreetmap.org/wiki/Key:access).
 */
import { isReadable, readConditional, SEASONS, writeClause } from '../hours/conditions.ts'
import {
  LEVELS,
  partReadable,
  stricter,
  writeSchedule,
  type Level,
  type TimedLevel,
} from '../hours/schedule.ts'
import type { StreetTags } from './tags.ts'

/** Nobody walks there, whatever he wants. */
const CLOSED = new Set(['no', 'agricultural', 'forestry', 'military', 'emergency'])
/** For the last metres to a door: who lives or works there lets one in, or does not. */
const PRIVATE = new Set('private permit residents resident employees staff members key delivery'.split(' '))

/** Of a value, or the most open of a list. Any other value is open: `yes`, `customers`, `destination` … */
export function levelOfValue(value: string): Level {
  const levels = value.split(';').map((each): Level => {
    const word = each.trim()
    return CLOSED.has(word) ? 'closed' : PRIVATE.has(word) ? 'private' : 'open'
  })
  return LEVELS.find((level) => levels.includes(level)) ?? 'open'
}

/** Who may pass, and at which hours somebody else may. */
export interface TimedAccess {
  /** Without regard to hours. */
  level: Level
  /** See graph/hours/schedule.ts; absent where time changes nothing. */
  schedule?: string
  /** Conditions that nobody here understands: as if they were not there. */
  unread: string[]
}

/** A tag whose value changes by conditions, least important first. */
const TIMED_KEYS = ['access', 'foot', 'locked'] as const

/**
 * Access by `access:conditional`, `foot:conditional`, `locked:conditional`, `opening_hours` and `seasonal`. What
 * vehicles may do at which time says nothing.
 *
 * @param levelOf  what the tags of the thing mean without any condition
 */
export function timedAccess(tags: StreetTags, levelOf: (tags: StreetTags) => Level): TimedAccess {
  const level = levelOf(tags)
  if (!isTimed(tags)) return { level, unread: [] }
  const conditional = TIMED_KEYS.filter((key) => tags[`${key}:conditional`] !== undefined)
  const { opening_hours: hours, seasonal } = tags
  const open = [
    ...(hours !== undefined && isReadable(hours)
      ? [{ condition: hours, otherwise: 'private' as const }]
      : []),
    ...(seasonal !== undefined && isSeason(seasonal)
      ? [{ condition: seasonal, otherwise: 'closed' as const }]
      : []),
  ]
  const base = open.reduce<Level>((worst, { otherwise }) => stricter(worst, otherwise), level)
  const timed: TimedLevel[] =
    open.length === 0 ? [] : [{ level, conditions: open.map(({ condition }) => condition) }]
  const unread = hours !== undefined && !isReadable(hours) ? [`opening_hours=${hours}`] : []
  for (const key of conditional) {
    const { readable, unreadable } = partReadable(readConditional(tags[`${key}:conditional`]!))
    unread.push(...unreadable.map((clause) => `${key}:conditional=${writeClause(clause)}`))
    for (const { value, conditions } of readable)
      timed.push({ level: levelOf({ ...tags, [key]: value }), conditions })
  }
  const schedule = writeSchedule(base, timed)
  return { level, ...(schedule === undefined ? {} : { schedule }), unread }
}

/** Whether something about access may change with time. */
export function isTimed(tags: StreetTags): boolean {
  return (
    tags['opening_hours'] !== undefined ||
    tags['seasonal'] !== undefined ||
    TIMED_KEYS.some((key) => tags[`${key}:conditional`] !== undefined)
  )
}

/** "summer", "summer;autumn"; `yes` and `wet_season` tell no months. */
function isSeason(seasonal: string): boolean {
  return seasonal.split(/[;,]/).every((season) => SEASONS[season.trim()] !== undefined)
}
