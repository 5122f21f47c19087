/** What the console advises on a plan, and what each wish of it costs, in French. */
import type { AdviceWords } from '../../en/plan/advice.ts'
import { someFr } from '../../../../words/count.ts'

const doors = (number: string, isOne: boolean): string => `${number} porte${isOne ? '' : 's'}`

export const fr: AdviceWords = {
  locale: 'fr',
  title: 'Suggestions',
  ofWalk: 'Tournée',
  minutesFree: 'Minutes de reste',
  minutesLate: 'Minutes du retardataire',
  forWalk: (n) => `Qu’ajouter à la tournée ${n}`,
  forLate: 'Où envoyer une personne en retard',
  forTakers: (n) => `Qui peut prendre la tournée ${n}`,
  busy: 'On essaie ce qui aide…',
  found: (n, isOne) => (isOne ? 'Une suggestion.' : `${n} suggestions, la meilleure d’abord.`),
  none: 'Rien n’y aide.',
  stale: 'Le plan a changé depuis : redemandez.',
  apply: 'Le faire',
  leftBehind: (walk, number) =>
    `Si personne ne fait la tournée ${walk}, il reste ${someFr(number, 'porte')}. On en sauve :`,
  restBehind: (walk) =>
    `Si personne ne fait la tournée ${walk}, ce qui en reste n’est pas fait. On en sauve :`,
  kinds: {
    add: ({ walk, targets }) => `Ajouter ${targets} à la tournée ${walk}`,
    new_walk: ({ targets }) => `Une nouvelle tournée : ${targets}`,
    tail: ({ walk, targets }) => `Reprendre la fin de la tournée ${walk} : ${targets}`,
    take: ({ walk, targets, who }) => `${who} prend de la tournée ${walk}, en plus de la sienne : ${targets}`,
    instead: ({ walk, who }) => `${who} fait la tournée ${walk} à la place de la sienne`,
    share: ({ walk, who }) => `${who} se partagent la tournée ${walk}`,
  },
  walker: (walk, name) => (name === '' ? `L’équipe de la tournée ${walk}` : `${name} (tournée ${walk})`),
  more: (first, rest) => `${first} et ${rest} de plus`,
  brings: (number, isOne) => `${doors(number, isOne)} de plus`,
  saves: (number, isOne) => `${doors(number, isOne)} sauvée${isOne ? '' : 's'}`,
  fewer: (number, isOne) => `${doors(number, isOne)} de moins, qui comptent davantage`,
  noDoors: 'autant de portes',
  long: (minutes) => `${minutes} min`,
  longer: (minutes) => `${minutes} min de plus`,
  shorter: (minutes) => `${minutes} min de moins`,
  drops: (n, isOne) => `${n} lieu${isOne ? '' : 'x'} laissé${isOne ? '' : 's'} pour cela`,
  prices: 'Ce que coûte chaque souhait',
  pricesHelp: 'Ce qui viendrait sur les tournées sans lui. Les coûts ne s’additionnent pas.',
  pricesAsk: 'Calculer les coûts',
  pricesBusy: 'On planifie sans chaque souhait à son tour ; quelques secondes…',
  pricesStale: 'Calculé avant le dernier changement du plan.',
  wishes: {
    return: 'Revenir au départ',
    start: 'Un seul départ pour tous',
    doors: 'La limite de portes',
    stairs: 'Ceux qui évitent les escaliers',
    keys: 'Les immeubles-clés d’abord',
    hold_outs: 'Ce qui est réservé à la mesure de l’effet',
    excluded: 'Ce qui est exclu',
  },
  verdicts: {
    free: 'ne coûte rien',
    unclear: 'ne coûte presque rien',
    withheld: 'trop peu de portes pour le dire',
  },
  doors,
  worth: (share) => `${share} de la valeur`,
  keysMore: (n, isOne) => `${n} immeuble${isOne ? '' : 's'}-clé${isOne ? '' : 's'}`,
  noWishes: 'Ce plan n’a aucun souhait dont on pourrait se passer.',
}
