/** The list of plans in French. */
import type { PlansWords } from '../en/plans.ts'

export const fr: PlansWords = {
  title: 'Plans',
  all: 'Tous les plans',
  none: 'Il n’y a pas encore de plan. Faites le premier : cela prend quelques secondes.',
  make: 'Faire un plan',
  plan: 'Où et quand',
  places: {
    precincts: (codes, more, isOne) =>
      `${isOne ? 'Bureau de vote' : 'Bureaux de vote'} ${codes}${more > 0 ? ` et ${more} de plus` : ''}`,
    region: 'Toute la région',
    area: 'Une zone à vous',
    unknown: 'Lieu inconnu (plan plus ancien)',
  },
  find: 'Chercher : lieu, jour, état',
  made: 'Fait le',
  region: 'Région',
  state: 'État',
  walks: 'Tournées',
  doors: 'Portes',
  time: 'Durée des tournées',
  more: 'Plans plus anciens',
  earlier: (n, isOne) =>
    `Aussi ${n} ${isOne ? 'version antérieure' : 'versions antérieures'}, d’avant les changements et les appels`,
  states: {
    queued: 'en attente',
    running: 'en cours de calcul',
    done: 'prêt',
    failed: 'échec',
    cancelled: 'annulé',
  },
  stale: 'dépassé : à refaire avant de donner les tournées',
  replaced: 'remplacé par un plus récent',
}
