/** Changing a plan by hand, in French. */
import type { EditsWords } from '../../en/plan/edits.ts'
import { someFr } from '../../../../words/count.ts'

export const fr: EditsWords = {
  editing: 'Changement du plan…',
  change: 'Changer…',
  changeOf: (what) => `Changer : ${what}`,
  walkTo: 'Vers la tournée',
  move: 'L’y mettre',
  moveTail: 'L’y mettre avec toutes les étapes suivantes',
  pin: 'Fixer à sa tournée',
  unpin: 'Ne plus fixer',
  pinned: 'fixé',
  key: 'En faire un immeuble-clé',
  unkey: 'N’est plus un immeuble-clé',
  keyOf: (address) => `Immeuble-clé : ${address}`,
  keyChosen: (address) => `Immeuble-clé, choisi par le plan : ${address}`,
  keyChosenHelp: 'Choisi par le plan. Un clic en fait un que vous demandez.',
  exclude: 'Le retirer de toutes les tournées',
  include: 'L’autoriser à nouveau',
  lock: 'Verrouiller cette tournée',
  unlock: 'Déverrouiller cette tournée',
  locked: 'verrouillée',
  minutes: 'Minutes',
  setMinutes: 'Fixer les minutes',
  swapWith: 'Échanger les équipes avec la tournée',
  swap: 'Échanger',
  setStart: 'Choisir son départ sur la carte',
  startPick: (n) => `Cliquer sur la carte où part la tournée ${n}, ou Entrée à la croix.`,
  giveUp: 'Abandonner cette tournée',
  addTeam: 'Ajouter une équipe',
  addTeamHelp:
    'Une tournée de plus, de ce qui n’est sur aucune ; toutes les autres restent comme elles sont.',
  done: 'Changé.',
  cost: (c) =>
    `${someFr(c.doors, 'porte')}, ${c.prize} de valeur, ${c.time} de durée, ${c.metres} de marche.`,
  noCost: 'Portes, valeur, durée et marche restent les mêmes.',
  affected: (walks, one) =>
    one
      ? `La tournée ${walks} a changé ; toutes les autres sont comme avant.`
      : `Les tournées ${walks} ont changé ; toutes les autres sont comme avant.`,
  nobody: 'Aucune tournée n’a changé.',
  lost: (n, one) =>
    one ? `${n} adresse n’a plus trouvé de place.` : `${n} adresses n’ont plus trouvé de place.`,
  gone: 'Ce qui était fixé ou verrouillé ne peut plus l’être partout.',
  conflictTitle: 'Quelqu’un d’autre a changé ce plan',
  conflict:
    'Pendant que vous le regardiez, quelqu’un d’autre en a fait un autre plan. Rien de son travail n’est perdu, et votre changement n’est pas encore fait.',
  conflictMake: 'Faire aussi mon changement dans son plan',
  conflictLook: 'Regarder d’abord son plan',
  walkGone: (n) => `Il n’y a plus de tournée ${n} dans ce plan : choisissez-en une autre.`,
}
