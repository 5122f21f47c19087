/** The view of coverage in French. */
import type { CoverageWords } from '../en/coverage.ts'
import { someFr } from '../../../words/count.ts'

export const fr: CoverageWords = {
  title: 'Couverture',
  area: 'Zone',
  wholeRegion: 'Toute la région',
  none: 'On n’a encore frappé à aucune porte. Planifiez des tournées et donnez-les ; ce qu’elles rapportent est compté ici.',
  plan: 'Faire un plan',
  doors: 'Portes',
  done: 'Faites',
  later: 'À revoir plus tard',
  due: 'À faire',
  leased: 'En tournée',
  heldOut: 'Mises à part',
  shut: 'Portes d’immeuble fermées deux fois',
  share: 'Part faite',
  blocksFinished: 'Îlots terminés',
  precincts: 'Bureaux de vote',
  precinct: 'Bureau de vote',
  csv: 'Tableau en CSV',
  file: 'couverture',
  noGoal:
    'Aucun objectif : dites dans les réglages combien de portes et pour quand, et le rythme sera affiché ici.',
  toSettings: 'Vers les réglages',
  goal: (left, days, aDay) =>
    `Il reste ${someFr(left, 'porte')} jusqu’à l’objectif, en ${someFr(days, 'jour')} : ${aDay} par jour.`,
  reached: 'L’objectif est atteint.',
  noPace: 'Le rythme n’est pas encore connu.',
  pace: (anOuting, outings) =>
    `Jusqu’ici ${someFr(anOuting, 'porte')} par jour de sortie, sur ${someFr(outings, 'jour')}.`,
  doneOn: (day) => `À ce rythme, ce sera fait le ${day}.`,
  enough: 'C’est à temps.',
  short: (outings, walks) =>
    `C’est trop tard : il manque ${someFr(outings, 'sortie')} de ${someFr(walks, 'tournée')}.`,
  days: 'Jour par jour',
  day: 'Jour',
  daysHelp: 'Dans les immeubles de 11 portes et plus ; les plus petits ne sont que dans les sommes.',
  few: 'moins de 11',
  mapHelp: 'Plus la couleur d’un îlot est forte, plus de ses portes sont faites.',
}
