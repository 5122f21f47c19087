/** Two plans side by side, in English. */
import { someEn } from '../../../../words/count.ts'

export const en = {
  title: 'Compare two plans',
  sides: { a: 'Plan A', b: 'Plan B' },
  short: { a: 'A', b: 'B' },
  made: (when: string) => `made ${when}`,
  facts: (walks: string, doors: string) => `${someEn(walks, 'walk')} · ${someEn(doors, 'door')}`,
  swap: 'The other way round',
  parts: {
    left: (n: string) => `${n} only in A`,
    came: (n: string) => `${n} only in B`,
    moved: (n: string) => `${n} on another walk`,
    reordered: (n: string) => `${n} in another order`,
  },
  changed: (parts: string) => `Addresses: ${parts}.`,
  same: (n: string, one: boolean) => `${n} ${one ? 'stays where it is' : 'stay where they are'}.`,
  identical: 'Both plans are the same: each address is on the same walk, in the same order.',
  better: (what: string) => `Better in B: ${what}.`,
  worse: (what: string) => `Worse in B: ${what}.`,
  figuresSame: 'Doors, worth, time and walking are the same.',
  figuresTitle: 'Figures',
  figure: 'Figure',
  difference: 'B against A',
  figures: {
    walks: 'Walks',
    targets: 'Addresses',
    doors: 'Doors',
    prize: 'Worth',
    keys: 'Key buildings',
    minutes: 'Time',
    metres: 'Walking',
  },
  prizeHelp: '“Worth”: doors, each by how much it matters and how likely one gets in.',
  leftOut: (reason: string) => `Left out: ${reason}`,
  /** Why a plan has an address on no walk, in short. */
  reasons: {
    visited: 'visited',
    leased: 'on somebody else’s walk',
    hold_out: 'held out',
    excluded: 'excluded',
    unreachable: 'no way on foot',
    no_doors: 'no dwelling known',
    exceeds_budget_alone: 'too long for one walk',
    key_not_reached: 'key building that does not fit',
    outside_area: 'not in the area',
    outside_region: 'not in the region',
    not_selected: 'not chosen',
  } as Readonly<Record<string, string>>,
  verdicts: { better: 'better', worse: 'worse', same: 'the same', other: '' },
  groups: {
    left: (n: string) => `Only in A (${n})`,
    came: (n: string) => `Only in B (${n})`,
    moved: (n: string) => `On another walk (${n})`,
    reordered: (n: string) => `Same walk, another order (${n})`,
  },
  numbers: 'Each plan numbers its walks anew: “Walk by walk” below says which is which.',
  address: 'Address',
  place: (walk: number, place: number) => `walk ${walk}, place ${place}`,
  walk: (walk: number) => `walk ${walk}`,
  out: (reason: string) => `on no walk (${reason})`,
  unknown: 'not in its area',
  where: (a: string, b: string) => `In A: ${a}. In B: ${b}.`,
  walksTitle: 'Walk by walk',
  walksMost: (n: string) => `With most changes: ${someEn(n, 'walk')}.`,
  walksSame: (n: string, one: boolean) =>
    one ? '1 walk is the same in both.' : `${n} walks are the same in both.`,
  walkIn: { a: 'Walk in A', b: 'Walk in B' },
  noWalk: 'none',
  stayed: 'Addresses in both',
  of: (stayed: string, a: string, b: string) => `${stayed} of ${a} and ${b}`,
  mapHelp: 'On the map: × only in A, + only in B, ○ on another walk.',
  mapNone: 'No address differs: the map has nothing to show.',
  waiting: { a: 'Plan A is still being made…', b: 'Plan B is still being made…' },
  reading: 'Reading what changed…',
  refused: {
    missing: 'Two plans are needed. Tick two in the list of plans.',
    twice: 'This is one plan twice. Tick another one in the list of plans.',
    gone: {
      a: 'Plan A is gone: it was deleted. Choose another one in the list of plans.',
      b: 'Plan B is gone: it was deleted. Choose another one in the list of plans.',
    },
    failed: { a: 'Plan A was never made:', b: 'Plan B was never made:' },
    regions: (a: string, b: string) =>
      `Plan A is in the region ${a}, plan B in ${b}: they have no address in common, so there is nothing to compare.`,
  },
  version:
    'The map of the region changed between the two plans: some addresses come or leave for that reason alone.',
  toList: 'To the list of plans',
  /** Ways in. */
  tick: (plan: string) => `Compare: ${plan}`,
  column: 'Compare',
  go: 'Compare the two',
  ticked: (n: number): string =>
    n === 1
      ? 'Tick a second plan to compare the two.'
      : 'Only two plans can be compared: untick all but two.',
  twoRegions: 'These two are in different regions: there is nothing to compare.',
  withBefore: 'Compare with the plan before',
  withFirst: 'Compare with the plan before all changes',
  withNewer: 'Compare the two',
}

export type CompareWords = typeof en
