/** Fields that a campaign need not name, because publishers call them so. */
import type { RankableArea } from './ranked-area.ts'
import { refusedSubject } from './refused-fields.ts'

const ABSTENTION = ['taux_abstention', 'abstention_pct', 'pct_abstention', 'abstention_rate', 'abstention']
/** Registered voters, else people. */
const PRECINCT_PEOPLE = ['inscrits', 'registered', 'registered_voters', 'electors', 'population', 'ind']
/** People, else households: INSEE's grid. */
const SQUARE_PEOPLE = ['ind', 'population', 'men', 'households']

/** Shares that are no list's: sums of small ones, and votes for nobody. */
const NO_LIST = new Set(
  'autre autres other others divers abstention abstentions participation turnout blanc blancs nul nuls blank spoilt'.split(
    ' ',
  ),
)

/** Fields that hold a number in any area, sorted. */
export function numericFields(areas: readonly RankableArea[]): string[] {
  const names = new Set<string>()
  for (const { fields } of areas)
    for (const [name, value] of Object.entries(fields)) if (typeof value === 'number') names.add(name)
  return [...names].sort()
}

/** Undefined: none of the fields is called so. */
export function usualAbstention(fields: readonly string[]): string | undefined {
  return ABSTENTION.find((name) => fields.includes(name))
}

/** Undefined: none of the fields is called so. */
export function usualPeople(fields: readonly string[], kind: 'precinct' | 'square'): string | undefined {
  return (kind === 'precinct' ? PRECINCT_PEOPLE : SQUARE_PEOPLE).find((name) => fields.includes(name))
}

/** `pct_NAME` of every list: no sums of others, no votes for nobody, nothing that is refused. */
export function usualLists(fields: readonly string[]): string[] {
  return fields.filter(
    (name) =>
      /^pct_/i.test(name) &&
      refusedSubject(name) === undefined &&
      !name
        .toLowerCase()
        .split('_')
        .some((word) => NO_LIST.has(word)),
  )
}
