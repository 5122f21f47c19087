/**
 * Who may pass a way or a gate, and when: a text that tiles store, "closed; open @ (08:00-20:00)". What holds without
 * any condition comes first; of the conditions that hold the last one wins.
 */
import { dayAfter } from './calendar.ts'
import { holdsAt, isReadable, readConditional, writeClause, type Clause } from './conditions.ts'
import type { When } from './when.ts'

/** From open to everybody to open to nobody; `private` is for the first or last metres of a walk. */
export const LEVELS = ['open', 'private', 'closed'] as const
export type Level = (typeof LEVELS)[number]

/** A level and when it holds. */
export interface TimedLevel {
  level: Level
  conditions: string[]
}

const DAY = 1440

/** The stricter of two. */
export function stricter(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b
}

/** Undefined where time changes nothing. Conditions that nobody understands must be left out before. */
export function writeSchedule(base: Level, timed: TimedLevel[]): string | undefined {
  if (timed.every(({ level }) => level === base)) return undefined
  return [base, ...timed.map(({ level, conditions }) => writeClause({ value: level, conditions }))].join('; ')
}

/** The level without any condition. */
export function baseLevel(schedule: string): Level {
  return levelNamed(schedule.split(';')[0]!)
}

/** A time, or that at which each thing by itself is most open. */
export type Moment = When | 'most open'

/**
 * The strictest level while somebody walks: a gate that closes before the end of a walk is one that he may not rely on.
 *
 * @param when  undefined: as if no condition held
 * Cost: minutes of the walk × conditions.
 */
export function levelDuring(schedule: string, when: Moment | undefined): Level {
  const [base, clauses] = readSchedule(schedule)
  if (when === undefined) return base
  if (when === 'most open') return mostOpen(base, clauses)
  const timed = clauses.map(({ value, conditions }) => ({
    level: levelNamed(value),
    holds: conditions.map((condition) => holdsAt(condition, when)),
  }))
  let level: Level = 'open'
  for (let passed = 0; passed < when.minutes && level !== 'closed'; passed++) {
    const at = {
      day: dayAfter(when.day, Math.floor((when.minute + passed) / DAY)),
      minute: (when.minute + passed) % DAY,
    }
    const last = timed.findLast(({ holds }) => holds.every((isSo) => isSo(at)))
    level = stricter(level, last?.level ?? base)
  }
  return level
}

/** Clauses whose conditions are all understood, and the others. */
export function partReadable(clauses: Clause[]): { readable: Clause[]; unreadable: Clause[] } {
  const isClear = ({ conditions }: Clause) => conditions.every(isReadable)
  return {
    readable: clauses.filter(isClear),
    unreadable: clauses.filter((clause) => !isClear(clause)),
  }
}

function mostOpen(base: Level, clauses: Clause[]): Level {
  const all = [base, ...clauses.map(({ value }) => levelNamed(value))]
  return LEVELS.find((level) => all.includes(level)) ?? base
}

function readSchedule(schedule: string): [Level, Clause[]] {
  const end = schedule.indexOf(';')
  if (end < 0) return [levelNamed(schedule), []]
  return [levelNamed(schedule.slice(0, end)), readConditional(schedule.slice(end + 1))]
}

function levelNamed(name: string): Level {
  return LEVELS.find((level) => level === name.trim()) ?? 'closed'
}
