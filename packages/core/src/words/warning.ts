/** What a plan wants its reader to know: plain data, until a language says it. */

/** What each warning tells. */
interface WarningFacts {
  area_partly_outside: { region: string }
  targets_ignored: { count: number; first: string }
  target_split: { id: string; now: readonly string[] }
  walkers_idle: { idle: number; of: number }
  too_fast: { doorsPerHour: number }
  nothing_to_walk: object
}
export type WarningCode = keyof WarningFacts

export type Warning<Of extends WarningCode = WarningCode> = { [C in Of]: { code: C } & WarningFacts[C] }[Of]

/** A sentence for each. */
export type WarningPhrases = { [C in WarningCode]: (warning: WarningFacts[C]) => string }
