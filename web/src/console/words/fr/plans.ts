/** The list of plans in French. */
import type { PlansWords } from '../en/plans.ts'

export const fr: PlansWords = {
  title: 'Plans',
  none: 'Il n’y a pas encore de plan. Faites le premier : cela prend quelques secondes.',
  make: 'Faire un plan',
  made: 'Fait le',
  region: 'Région',
  state: 'État',
  walks: 'Tournées',
  doors: 'Portes',
  time: 'Durée des tournées',
  more: 'Plans plus anciens',
  open: (when) => `Ouvrir le plan du ${when}`,
  remove: 'Supprimer',
  removeOf: (when) => `Supprimer le plan du ${when}`,
  removed: 'Le plan va être supprimé.',
  kept: 'Le plan est gardé.',
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
