/** What a plan wants its reader to know: plain data, until a language says it. */

/** What each warning tells. */
interface WarningFacts {
  /** Share of the area, 0 to 1; absent in pieces of plans that an earlier version began. */
  area_partly_outside: { region: string; share?: number }
  targets_ignored: { count: number; first: string }
  target_split: { id: string; now: readonly string[] }
  /** Nothing is left that anybody could do. */
  walkers_idle: { idle: number; of: number }
  /** … or so many targets are. */
  walkers_without_walk: { idle: number; of: number; left: number }
  too_fast: { doorsPerHour: number }
  nothing_to_walk: object
  /** Farthest of those whose start or end no street is near; never where it is. */
  start_far: { walkers: number; metres: number; across: boolean }
  /** More walking than their doors are worth. */
  out_of_the_way: { stops: number; minutes: number }
  /** Some are named; `missing` is all of them. */
  keys_not_reached: { missing: number; of: number; named: MissedKey[] }
  keys_elsewhere: { count: number; first: string }
  /** The same id in `targets` again. */
  targets_twice: { count: number; first: string }
  /** An id and nothing else. */
  targets_say_nothing: { count: number; first: string }
  /** Known ones with a location elsewhere. */
  targets_not_moved: { count: number; first: string }
  skip_targets_nowhere: { count: number; first: string }
  skip_cells_empty: { count: number; first: string }
  /** Walkers who shall split and are one. */
  split_alone: { count: number; first: string }
  /** Targets that no area of the ranking holds. */
  ranking_nowhere: { count: number; first: string }
  /** Precincts of the ranking that reach out of the region. */
  ranking_partial: { count: number; first: string }
  /** Beside key buildings that the request names. */
  key_share_unused: object
  /** Of a batch: areas of a shift to which nobody is sent, and volunteers who are sent nowhere. */
  batch_areas_empty: { count: number; first: string; shift: number }
  batch_volunteers_unused: { count: number; first: string }
  /** After the walks begin. */
  visited_since_late: { since: string }
}

/** A key building that is on no walk. */
export interface MissedKey {
  name: string
  reason: keyof MissedReasons
  needs?: MissedNeeds | undefined
}

/** What would do, each alone. */
interface MissedNeeds {
  minutes?: number | undefined
  doors?: number | undefined
  walkers?: number | undefined
  startWithin?: number | undefined
  stairs?: boolean | undefined
}

/** Why a key building is on no walk, behind its name and a colon. */
interface MissedReasons {
  visited: string
  leased: string
  hold_out: string
  excluded: string
  unreachable: string
  no_doors: string
  exceeds_budget_alone: string
  not_selected: string
  key_not_reached: string
  outside_area: string
  outside_region: string
}

/** "it takes walks of 75 minutes or one more team". */
export interface MissedWords {
  reasons: MissedReasons
  takes: string
  or: string
  minutes: (minutes: number) => string
  doors: (doors: number) => string
  walkers: (walkers: number) => string
  startWithin: (minutes: number) => string
  stairs: string
}

export function sayMissed(
  { name, reason, needs = {} }: MissedKey,
  words: MissedWords,
  colon: string,
): string {
  const { minutes, doors, walkers, startWithin, stairs } = needs
  const ways = [
    minutes === undefined ? [] : words.minutes(minutes),
    walkers === undefined ? [] : words.walkers(walkers),
    startWithin === undefined ? [] : words.startWithin(startWithin),
    doors === undefined ? [] : words.doors(doors),
    stairs === true ? words.stairs : [],
  ].flat()
  const why = ways.length > 0 ? `${words.takes} ${ways.join(` ${words.or} `)}` : words.reasons[reason]
  return `${name}${colon} ${why}`
}
export type WarningCode = keyof WarningFacts

export type Warning<Of extends WarningCode = WarningCode> = { [C in Of]: { code: C } & WarningFacts[C] }[Of]

/** A sentence for each. */
export type WarningPhrases = { [C in WarningCode]: (warning: WarningFacts[C]) => string }
