/** The weekend in French. */
import type { WeekendWords } from '../en/weekend.ts'
import { someFr } from '../../../words/count.ts'

export const fr: WeekendWords = {
  title: 'Week-end',
  intro:
    'Tous les créneaux d’un week-end en une fois : un plan par créneau et par zone, et aucune porte deux fois.',
  shifts: 'Créneaux',
  shift: (number) => `Créneau ${number}`,
  date: 'Date',
  from: 'De',
  to: 'À',
  removeShift: (number) => `Retirer le créneau ${number}`,
  shiftRemoved: 'Le créneau est retiré.',
  addShift: 'Un créneau de plus',
  ownLists: 'Créneaux qui ont leur propre liste',
  ownListsHelp: 'La liste du dessus vaut pour tous les créneaux ; celui qui est coché a la sienne.',
  ownListOf: (shift) => `Noms, un par ligne : ${shift}`,
  ownListGone: 'Le créneau reprend la liste de tous.',
  areas: 'Zones',
  tickAll: (count) => `Tout cocher (${count})`,
  tickNone: 'Tout décocher',
  areasHelp: 'Chaque zone cochée a ses propres tournées ; aucune : toute la région.',
  storedAreas: 'Zones enregistrées',
  chosen: (areas, plans) => `${someFr(areas, 'cochée')}, ${someFr(plans, 'plan')}.`,
  more: 'Plus de choix',
  label: 'Nom de ce week-end',
  labelHelp: 'Pour vos listes ; pas de noms de personnes.',
  ranking: 'Ce que compte une porte',
  rankingNone: 'toutes les portes comptent autant',
  plan: (plans, isOne) =>
    isOne ? 'Planifier le week-end (1 plan)' : `Planifier le week-end (${plans} plans)`,
  again: 'Recommencer',
  startedOver: 'Le formulaire est vide à nouveau.',
  earlier: 'Week-ends déjà planifiés',
  none: 'Aucun pour l’instant.',
  unnamed: (when) => `Week-end du ${when}`,
  faults: {
    empty: 'Remplissez la date et les deux heures.',
    order: 'Il finit avant de commencer : mettez une heure plus tardive après « à ».',
    length: 'Un créneau dure de 10 minutes à 10 heures.',
    past: 'Il commence dans le passé : choisissez une date plus tardive.',
    nobody_then: 'Personne de la liste n’y vient : corrigez la liste, ou retirez le créneau.',
    no_shift: 'Ajoutez un créneau : il en faut au moins un.',
    many_areas:
      'Au plus 20 zones par week-end : décochez-en, ou enregistrez-en plusieurs comme une seule dans la vue « Zones ».',
    many_plans: 'Au plus 60 plans, un par créneau et par zone : décochez des zones ou retirez un créneau.',
  },
  progress: (done, of) => `Plans faits : ${done} sur ${of}.`,
  made: (walks, doors) => `${someWalks(walks)}, ${someDoors(doors)}.`,
  area: 'Zone',
  wholeRegion: 'Toute la région',
  cell: (walks, doors) => `${someWalks(walks)} · ${someDoors(doors)}`,
  nothingAtAll:
    'Il ne reste rien à faire dans ces zones : tout est visité ou sur des tournées déjà données. Choisissez d’autres zones, ou reprenez les tournées que personne n’a faites. Ce qui est fait :',
  nothingLeft: 'plus rien à faire',
  cellLabel: (area, shift) => `Plan de ${area}, ${shift}`,
  states: {
    waiting: 'en attente',
    queued: 'en attente',
    running: 'en cours de calcul',
    done: 'prêt',
    failed: 'échec',
    cancelled: 'annulé',
    removed: 'supprimé',
  },
  next: 'Donner',
  give: 'Donner les tournées tout de suite : leurs adresses sont gardées pour ces équipes',
  giveAll: 'Donner toutes les tournées',
  giveHelp: 'Les adresses sont alors gardées pour ces équipes.',
  giving: (done, of) => `Remise des tournées : ${someFr(done, 'plan')} sur ${of}.`,
  given: (plans, isOne) => (isOne ? '1 plan est donné.' : `${plans} plans sont donnés.`),
  notGiven: (area, shift) => `${area}, ${shift} :`,
  reading: (done, of) => `Plans lus : ${done} sur ${of}.`,
  findArea: 'Chercher une zone',
  links: 'Des liens pour chacun',
  pack: 'Tout à imprimer (ZIP)',
  packing: 'Préparation de ce qui s’imprime…',
  packingShift: (shift, of) => `Préparation de ce qui s’imprime : créneau ${shift} sur ${of}…`,
  printShift: (shift) => `Imprimer : ${shift}`,
  failedOf: (area, shift) => `${area}, ${shift}, échec :`,
  back: 'Tous les week-ends',
  estimating: 'Estimation de ce qu’il y a à faire dans ces zones…',
  work: (area, walks, duration, doors) =>
    walks === '0'
      ? `${area} : rien à faire.`
      : walks === null
        ? `${area} : de quoi occuper plus de tournées de ${duration} que n’en a ce week-end.`
        : `${area} : de quoi occuper environ ${someWalks(walks)} de ${duration}, ${someDoors(doors)}.`,
  allBusy: 'Il y a de quoi occuper tout le monde à chaque créneau.',
  idleIn: (shift, idle, of) =>
    idle === of
      ? `Créneau ${shift} : il ne reste rien à faire.`
      : `Créneau ${shift} : environ ${idle} sur ${of} n’ont rien à faire.`,
  idleHelp: 'Cochez une autre zone, raccourcissez la liste, ou retirez un créneau.',
  walkless: 'Sans tournée',
  never: (count, of, who) => `Aucune tournée, à aucun créneau, pour ${count} sur ${of} : ${who}.`,
  idleOf: (shift, area, who) => `${shift}, ${area} : ${who}.`,
  everybody: (count) => `tous ceux qui y allaient (${count})`,
  because: (walks) =>
    walks === '0'
      ? 'Il n’y reste alors plus rien à faire.'
      : `${someWalks(walks)} : c’est tout ce qu’il y reste à faire.`,
  teams: (count) => (count === 1 ? '1 équipe' : `${count} équipes`),
  rollCall: 'Appel',
  rollCallOf: (area, shift) => `Appel : ${area}, ${shift}`,
  walklessHelp:
    'Prévenez-les, ou replanifiez avec une autre zone ou une liste plus courte. Qui vient quand même se coche à l’appel et reçoit ce que d’autres laissent.',
  planAgain: 'Au formulaire de ce week-end',
}

function someWalks(count: string): string {
  return isSingular(count) ? `${count} tournée` : `${count} tournées`
}

function someDoors(count: string): string {
  return isSingular(count) ? `${count} porte` : `${count} portes`
}

function isSingular(count: string): boolean {
  return count === '0' || count === '1'
}
