/** Corrections of buildings in French. */
import type { CorrectionsWords } from '../en/corrections.ts'
import { someFr } from '../../../words/count.ts'

export const fr: CorrectionsWords = {
  title: 'Corrections',
  help: 'Ce que la carte a de faux selon ceux qui ont marché. Cela compte une fois accepté.',
  none: 'Rien ne vous attend. Qui fait une tournée peut dire sur son téléphone qu’une porte n’existe pas, ou combien il y en a.',
  decided: 'Rien ici.',
  states: { open: 'À décider', accepted: 'Acceptées', refused: 'Refusées' },
  show: 'Afficher',
  address: 'Adresse',
  said: 'Ce qui est dit',
  times: 'Dit',
  last: 'En dernier le',
  decide: 'Décider',
  accept: 'Accepter',
  refuse: 'Refuser',
  acceptOf: (where) => `Accepter : ${where}`,
  refuseOf: (where) => `Refuser : ${where}`,
  kinds: {
    no_such_door: 'Cette porte n’existe pas',
    other_entrance: 'L’entrée est ailleurs',
    lift: 'Il y a un ascenseur',
    gate: 'Il y a un portail',
    doors: 'Un autre nombre de portes',
  },
  doors: (n) => someFr(n, 'porte'),
  follows: {
    no_such_door: 'Aucun plan n’y ira plus.',
    other_entrance: 'Les plans suivants vont à l’entrée indiquée.',
    lift: 'C’est gardé pour qui prépare la région.',
    gate: 'C’est gardé pour qui prépare la région.',
    doors: 'Les plans suivants comptent avec ce nombre de portes.',
  },
  refuseHelp: 'Rien ne change. Dite à nouveau, elle revient ici.',
  accepted: 'Acceptée.',
  refused: 'Refusée.',
  somewhere: 'Un bâtiment que la carte n’a plus',
  noAddress: 'Bâtiment sans adresse',
}
