/**
 * What visits in an area teach about doors that open, street doors that let in and the time both take, for one time
 * of day: shrunk to what the model takes for granted, so that few observations move it little.
 */
import type { Assumptions } from '../building/door-time.ts'
import { daypart, type Daypart } from './attempt.ts'
import type { Paces } from './pace.ts'
import { medianOf } from './pace.ts'
import type { LedgerToday } from './today.ts'
import { SMALLEST_SHOWN_DOORS } from './visit.ts'

/** Doors that the default weighs as much as. At 50 the share is known to ± 0.06: what field studies differ by. */
const DOORS_OF_DEFAULT = 50
/** Street doors that the default weighs as much as: they are far fewer than doors. */
const ENTRIES_OF_DEFAULT = 15
/**
 * Stops that the default weighs as much as: single stops differ by a half, crews and towns by a sixth, and (½ ÷ ⅙)² =
 * 9.
 */
const STOPS_OF_DEFAULT = 9
/**
 * Times the known doors of a target: one attempt weighs no more, whatever it says. Estimates are off by less
 * (docs/data.md); 500 typed for 50 would outweigh a whole weekend.
 */
const MOST_KNOCKED = 2
/** Observations are told in steps of this, so that no two plans differ by the doors of a few households. */
const STEP = SMALLEST_SHOWN_DOORS

interface Observed {
  knocked: number
  opened: number
  /** Street doors of blocks of flats that were tried, and those that let in. */
  tried: number
  entered: number
}

const NOTHING: Observed = { knocked: 0, opened: 0, tried: 0, entered: 0 }

/** All times of day, and each. Small targets add the sums that may be shown, which know no time of day. */
function observe({ records, sums }: LedgerToday): { all: Observed; by: Record<Daypart, Observed> } {
  const by: Record<Daypart, Observed> = { morning: NOTHING, afternoon: NOTHING, evening: NOTHING }
  for (const { doors, attempts = [] } of records.values()) {
    for (const { at, knocked, opened, noAccess } of attempts) {
      const part = daypart(at)
      const hasTried = noAccess || knocked > 0 ? 1 : 0
      const weight = Math.min(1, (doors * MOST_KNOCKED) / Math.max(1, knocked))
      by[part] = add(by[part], {
        knocked: Math.round(knocked * weight),
        opened: Math.round(opened * weight),
        tried: hasTried,
        entered: noAccess ? 0 : hasTried,
      })
    }
  }
  const small: Observed = { ...NOTHING, knocked: sums.knocked, opened: sums.opened }
  return { all: Object.values(by).reduce(add, small), by }
}

/**
 * The mean of a beta posterior: (seen + weight × expected) ÷ (of + weight), where the prior is Beta(weight × expected,
 * weight × (1 − expected)); first for all times of day with the default as prior, then for one with that as prior.
 *
 * Source: Gelman et al., Bayesian Data Analysis, 3rd edition (2013), §2.4 and §5.3.
 */
export function shrunk(input: { seen: number; of: number; expected: number; weight: number }): number {
  return (input.seen + input.weight * input.expected) / (input.of + input.weight)
}

/** The assumptions for walks at a time of day; unchanged while fewer than 11 doors were knocked on. */
export function calibrate(defaults: Assumptions, ledger: LedgerToday, at: string): Assumptions {
  const { all, by } = observe(ledger)
  if (all.knocked < SMALLEST_SHOWN_DOORS) return defaults
  const part = daypart(at)
  const now = by[part]
  const opened = shrunk({
    seen: now.opened,
    of: now.knocked,
    weight: DOORS_OF_DEFAULT,
    expected: shrunk({
      seen: all.opened,
      of: all.knocked,
      weight: DOORS_OF_DEFAULT,
      expected: defaults.openedShare,
    }),
  })
  const usual = defaults.entryProbability.unknown
  const entered = shrunk({
    seen: now.entered,
    of: now.tried,
    weight: ENTRIES_OF_DEFAULT,
    expected: shrunk({ seen: all.entered, of: all.tried, weight: ENTRIES_OF_DEFAULT, expected: usual }),
  })
  // Nobody reports which lock a door has: what was learnt moves all kinds by the same odds, an open door stays open.
  const odds = entered / (1 - entered) / (usual / (1 - usual))
  const moved = (share: number): number => rounded((share * odds) / (1 - share + share * odds))
  const { open, intercom, code, guard, unknown, gate } = defaults.entryProbability
  const { stops, stopsThen, pace } = paceAt(ledger.paces, part)
  const timed = (seconds: number): number => Math.round(seconds * pace)
  const { entrySeconds, floorSeconds, knockSeconds, talkSeconds } = defaults
  return {
    ...defaults,
    entrySeconds: { flats: timed(entrySeconds.flats), house: timed(entrySeconds.house) },
    floorSeconds: timed(floorSeconds),
    knockSeconds: timed(knockSeconds),
    talkSeconds: timed(talkSeconds),
    openedShare: rounded(opened),
    entryProbability: {
      open,
      intercom: moved(intercom),
      code: moved(code),
      guard: moved(guard),
      unknown: moved(unknown),
      gate: moved(gate),
    },
    calibration: {
      daypart: part,
      doors: all.knocked - (all.knocked % STEP),
      doorsThen: now.knocked - (now.knocked % STEP),
      entries: all.tried,
      stops,
      stopsThen,
      pace,
    },
  }
}

/** Medians, shrunk as the shares are: one long talk moves nothing. */
function paceAt(paces: Paces, part: Daypart): { stops: number; stopsThen: number; pace: number } {
  const parts = Object.values(paces)
  const whole = (parts[0] ?? []).map((_, at) => parts.reduce((sum, counts) => sum + (counts[at] ?? 0), 0))
  const [all, then] = [medianOf(whole), medianOf(paces[part] ?? [])]
  const towards = (expected: number, { stops, median }: ReturnType<typeof medianOf>): number =>
    shrunk({ seen: stops * median, of: stops, expected, weight: STOPS_OF_DEFAULT })
  return { stops: all.stops, stopsThen: then.stops, pace: rounded(towards(towards(1, all), then)) }
}

/** Two decimals: more would tell single doors. */
function rounded(share: number): number {
  return Math.round(share * 100) / 100
}

function add(a: Observed, b: Observed): Observed {
  return {
    knocked: a.knocked + b.knocked,
    opened: a.opened + b.opened,
    tried: a.tried + b.tried,
    entered: a.entered + b.entered,
  }
}
