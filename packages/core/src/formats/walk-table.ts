/** Walks as a table for people: one line per target in walking order, in words, as a spreadsheet opens it. */
import { isCounted } from '../sheet/ticks.ts'
import { numberedTargets, reserveLabel } from '../walk/numbering.ts'
import type { Walk, WalkTarget } from '../walk/answer.ts'
import { type Language, wordsOf } from '../words/languages.ts'
import { sayTime, sayWithin } from '../words/say.ts'
import { nameDoor } from '../words/seen.ts'
import { spreadsheetOf } from '../words/spreadsheet.ts'

/** Walk after walk, reserves of each last; all in one language. */
export function walksToTable(walks: readonly Walk[], language: Language): string {
  const { walk, volunteer, columnAddress, columnArrive, table } = wordsOf(language)
  const heads = [
    ...[walk, volunteer, table.label, columnAddress, table.within, table.doors, table.estimated],
    ...[table.floors, table.access, table.minutes, table.key, table.why, columnArrive],
  ]
  return spreadsheetOf([heads, ...walks.flatMap((each) => rowsOf(each, language))], language)
}

function rowsOf(walk: Walk, language: Language): (string | number)[][] {
  const row = (
    target: WalkTarget,
    { label, street, time }: { label: string; street: string; time: string },
  ) => {
    const { access, table } = wordsOf(language)
    return [
      ...[walk.number, walk.walker, label, nameDoor(target, street, language)],
      ...[sayWithin(target, language).join(' · '), target.doors, isCounted(target) ? '' : table.yes],
      ...[target.floors, access[target.access], target.minutes, target.key === true ? table.yes : ''],
      ...[target.why ?? '', time],
    ]
  }
  return [
    ...numberedTargets(walk).map(({ label, stop, target }) =>
      row(target, { label, street: stop.street, time: sayTime(stop.arriveAt, language) }),
    ),
    ...walk.reserves.map((target, index) =>
      row(target, { label: reserveLabel(index), street: '', time: '' }),
    ),
  ]
}
