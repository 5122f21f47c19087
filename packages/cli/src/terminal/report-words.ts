/** What the report of a plan says, in the language that the plan was asked in: its reasons are in that, too. */
import { setFrenchWords } from '@doorwalk/core/words/french-spaces'
import type { Language } from '@doorwalk/core/words/languages'
import type { LeftOut, Plan } from '@doorwalk/core/walk/answer'

/** Figures as they are written. */
interface Totals {
  walks: number
  targets: number
  doors: number
  hours: string
  kilometres: string
  doorsPerHour: number
  balance: number
}

export interface ReportWords {
  columns: [
    walk: string,
    stops: string,
    doors: string,
    prize: string,
    minutes: string,
    metres: string,
    first: string,
    last: string,
  ]
  totals: (totals: Totals) => string
  keys: (reached: number, of: number) => string
  keysBy: Record<NonNullable<Plan['summary']['keys']>['by'], string>
  key: (walk: number, place: string, why: string) => string
  more: (count: number) => string
  leftOut: (reasons: string) => string
  nothing: string
  reasons: Record<LeftOut['reason'], string>
  note: (warning: string) => string
}

const en: ReportWords = {
  columns: ['walk', 'stops', 'doors', 'prize', 'minutes', 'metres', 'first', 'last'],
  totals: (of) =>
    `${of.walks} walk${of.walks === 1 ? '' : 's'}, ${of.targets} target${of.targets === 1 ? '' : 's'}, ` +
    `${of.doors} door${of.doors === 1 ? '' : 's'}, ${of.hours} hours, ${of.kilometres} km, ` +
    `${of.doorsPerHour} doors an hour each, balance ${of.balance}`,
  keys: (reached, of) => `${reached} of ${of} on walks.`,
  keysBy: { request: 'Key buildings, as asked:', plan: 'Key buildings, chosen by the plan:' },
  key: (walk, place, why) => `walk ${walk}: ${place}: ${why}`,
  more: (count) => `and ${count} more`,
  leftOut: (reasons) => `Left out: ${reasons}.`,
  nothing: 'nothing',
  reasons: {
    visited: 'visited',
    leased: 'leased',
    hold_out: 'hold out',
    excluded: 'excluded',
    unreachable: 'unreachable',
    no_doors: 'no doors',
    exceeds_budget_alone: 'exceeds budget alone',
    key_not_reached: 'key not reached',
    outside_area: 'outside area',
    outside_region: 'outside region',
    not_selected: 'not selected',
  },
  note: (warning) => `Note: ${warning}`,
}

const fr: ReportWords = {
  columns: ['tournée', 'étapes', 'portes', 'valeur', 'minutes', 'mètres', 'première', 'dernière'],
  totals: (of) =>
    `${of.walks} tournée${of.walks < 2 ? '' : 's'}, ${of.targets} cible${of.targets < 2 ? '' : 's'}, ` +
    `${of.doors} porte${of.doors < 2 ? '' : 's'}, ${of.hours.replace('.', ',')} heures, ` +
    `${of.kilometres.replace('.', ',')} km, ${of.doorsPerHour} portes par heure chacune, ` +
    `équilibre ${String(of.balance).replace('.', ',')}`,
  keys: (reached, of) => `${reached} sur ${of} dans les tournées.`,
  keysBy: { request: 'Immeubles-clés, demandés :', plan: 'Immeubles-clés, choisis par le plan :' },
  key: (walk, place, why) => `tournée ${walk} : ${place} : ${why}`,
  more: (count) => `et ${count} de plus`,
  leftOut: (reasons) => `Laissé de côté : ${reasons}.`,
  nothing: 'rien',
  reasons: {
    visited: 'déjà visités',
    leased: 'sur d’autres tournées',
    hold_out: 'gardés à l’écart pour mesurer l’effet',
    excluded: 'exclus',
    unreachable: 'sans chemin à pied',
    no_doors: 'sans porte',
    exceeds_budget_alone: 'trop longs pour une tournée',
    key_not_reached: 'immeubles-clés qui ne tiennent pas',
    outside_area: 'hors de la zone',
    outside_region: 'hors de la région',
    not_selected: 'pas choisis',
  },
  note: (warning) => `À savoir : ${warning}`,
}

const WORDS: Record<Language, ReportWords> = { en, fr: setFrenchWords(fr) }

export function reportWords(language: Language): ReportWords {
  return WORDS[language]
}
