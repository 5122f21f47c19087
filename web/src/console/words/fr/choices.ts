/** The parts of forms that choose where to go and who goes, in French. */
import type { ChoicesWords } from '../en/choices.ts'

export const fr: ChoicesWords = {
  where: 'Où',
  region: 'Toute la région',
  precincts: 'Bureaux de vote',
  sortBy: 'Classés par',
  byNumber: 'numéro',
  precinctHelp: 'Les cocher ici, ou cliquer sur la carte.',
  draw: 'Une zone dessinée sur la carte',
  drawHelp:
    'Cliquer sur la carte, point après point. Au clavier : se placer sur la carte, la déplacer avec les flèches, Entrée pose un point à la croix.',
  drawUndo: 'Retirer le dernier point',
  drawClear: 'Effacer',
  points: (n) => (n < 3 ? `${n} point${n > 1 ? 's' : ''} sur 3 au moins` : `${n} points`),
  who: 'Qui',
  teams: 'Équipes',
  minutes: 'Minutes chacune',
  chooseFirst: 'Choisissez au moins un bureau de vote, dans la liste ou sur la carte.',
  drawFirst: 'Posez au moins trois points sur la carte.',
}
