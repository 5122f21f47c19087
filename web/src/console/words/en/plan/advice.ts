/** What the console advises on a plan, and what each wish of it costs, in English. */
import { someEn } from '../../../../words/count.ts'

export const en = {
  /** Lists of people are joined as this language does. */
  locale: 'en',
  title: 'Suggestions',
  ofWalk: 'Walk',
  minutesFree: 'Minutes left over',
  minutesLate: 'Minutes of the latecomer',
  forWalk: (n: number) => `What to add to walk ${n}`,
  forLate: 'Where a latecomer goes',
  forTakers: (n: number) => `Who could take walk ${n}`,
  busy: 'Trying what helps…',
  found: (n: string, isOne: boolean) => (isOne ? 'One suggestion.' : `${n} suggestions, the best first.`),
  none: 'Nothing helps here.',
  stale: 'The plan has changed since: ask again.',
  apply: 'Do that',
  leftBehind: (walk: number, doors: string) =>
    `If nobody walks walk ${walk}, this is left: ${someEn(doors, 'door')}. Of that is saved:`,
  restBehind: (walk: number) =>
    `If nobody walks walk ${walk}, what is ahead of it is left. Of that is saved:`,
  kinds: {
    add: ({ walk, targets }: Said) => `Add ${targets} to walk ${walk}`,
    new_walk: ({ targets }: Said) => `A new walk: ${targets}`,
    tail: ({ walk, targets }: Said) => `Take over the end of walk ${walk}: ${targets}`,
    take: ({ walk, targets, who }: Said) => `${who} takes of walk ${walk} beside their own: ${targets}`,
    instead: ({ walk, who }: Said) => `${who} walks walk ${walk} instead of their own`,
    share: ({ walk, who }: Said) => `${who} share walk ${walk}`,
  },
  walker: (walk: number, name: string) =>
    name === '' ? `The team of walk ${walk}` : `${name} (walk ${walk})`,
  more: (first: string, rest: string) => `${first} and ${rest} more`,
  brings: (doors: string, isOne: boolean) => `${doors} more door${isOne ? '' : 's'}`,
  saves: (doors: string, isOne: boolean) => `${doors} door${isOne ? '' : 's'} saved`,
  fewer: (doors: string, isOne: boolean) => `${doors} door${isOne ? '' : 's'} fewer, which count more`,
  noDoors: 'as many doors',
  long: (minutes: string) => `${minutes} min`,
  longer: (minutes: string) => `${minutes} min longer`,
  shorter: (minutes: string) => `${minutes} min shorter`,
  drops: (n: string, isOne: boolean) => `${n} place${isOne ? '' : 's'} left out for it`,
  prices: 'What each wish costs',
  pricesHelp: 'What would come onto the walks without it. Prices do not add up.',
  pricesAsk: 'Work out the prices',
  pricesBusy: 'Planning without each wish in turn; this takes some seconds…',
  pricesStale: 'Worked out before the last change of the plan.',
  wishes: {
    return: 'Return to the start',
    start: 'One start for all',
    doors: 'The limit of doors',
    stairs: 'Those who avoid stairs',
    keys: 'Key buildings first',
    hold_outs: 'Held out to measure the effect',
    excluded: 'What is excluded',
  } as Readonly<Record<string, string>>,
  verdicts: {
    free: 'costs nothing',
    unclear: 'costs next to nothing',
    withheld: 'too few doors to be told',
  } as Readonly<Record<string, string>>,
  doors: (doors: string, isOne: boolean) => `${doors} door${isOne ? '' : 's'}`,
  worth: (share: string) => `${share} of the worth`,
  keysMore: (n: string, isOne: boolean) => `${n} key building${isOne ? '' : 's'}`,
  noWishes: 'This plan has no wish that could be left out.',
}

interface Said {
  /** Its number. */
  walk: string
  targets: string
  /** Who would do it. */
  who: string
}

export type AdviceWords = typeof en
