/** What the volunteer's page says in French. A further language is one such file; the compiler says what it lacks. */
import type { Outcome, Stop } from '../model/record.ts'

export interface VolunteerWords {
  name: string
  title: string
  opening: string
  noLink: string
  noLinkHelp: string
  kept: string
  invited: string
  invitedUntil: (time: string) => string
  invitationStates: Record<'full' | 'over' | 'closed', string>
  minutesIHave: string
  wholeNumber: (from: number, to: number) => string
  weAre: string
  avoidStairs: string
  takeWalk: string
  openKept: (number: number) => string
  start: string
  startAt: string
  startHelp: string
  resume: string
  door: string
  list: string
  map: string
  more: string
  doors: (count: number) => string
  of: (done: number, all: number) => string
  stillDoors: (count: number) => string
  floor: (floor: string) => string
  groundFloor: string
  doorName: (floor: string, door: number) => string
  key: string
  way: string
  crow: (metres: string, direction: string) => string
  directions: readonly [string, string, string, string, string, string, string, string]
  sameDoor: string
  outcomes: Record<Outcome, string>
  outcomesShort: Record<Outcome, string>
  chooseDoors: string
  chosen: (count: number) => string
  floorNobody: string
  restNobody: string
  clearMark: string
  undo: string
  lessDoors: (floor: string) => string
  moreDoors: (floor: string) => string
  countDoors: string
  noAccess: string
  never: string
  neverSure: string
  next: string
  nextNothing: string
  savedUndo: (targets: number) => string
  takeBack: string
  reserves: string
  reservesHelp: string
  takeReserve: string
  done: string
  todo: string
  removed: string
  ticked: (doors: number) => string
  goesFirst: (doors: number) => string
  together: string
  togetherHelp: string
  people: (count: number) => string
  reasons: Record<string, string>
  timeLeft: (minutes: string) => string
  late: (minutes: string) => string
  enough: string
  notEnough: (minutes: string) => string
  earlier: (label: string) => string
  later: (label: string) => string
  orderCosts: (minutes: number) => string
  go: string
  unsent: (count: number) => string
  allSent: string
  noNetwork: string
  draft: string
  /** Why the walk is to be walked no further, and what to do. */
  stops: Record<Stop, { title: string; what: string }>
  itIsUs: string
  noteAnyway: string
  /** By reason of visits. */
  refusals: Record<string, string>
  notTaken: (count: number) => string
  discard: string
  discardSure: string
  send: string
  iAmLate: string
  minutesLeft: string
  show: string
  shorterKeeps: (stops: number, doors: number, back: number) => string
  confirm: string
  cancel: string
  pause: string
  keptUntil: (time: string) => string
  prolong: (minutes: number, time: string) => string
  prolonged: (time: string) => string
  handOver: string
  handOverShows: (addresses: number, doors: number) => string
  handOverHelp: string
  handOverTo: string
  stop: string
  stopHelp: (addresses: number, doors: number) => string
  finish: string
  finished: string
  finishedHelp: string
  remove: string
  removeSure: string
  removed_all: string
  news: string
  newsRemoved: (label: string, reason: string) => string
  newsDoors: (label: string, doors: number) => string
  newsFinished: string
  newsRewritten: string
  seen: string
  light: string
  lights: { auto: string; sun: string; dark: string }
  language: string
  notKept: string
  notOffline: string
  notSecure: string
  full: string
  position: string
  total: (knocked: number, opened: number) => string
  fact: string
  factHelp: string
  facts: Record<'no_such_door' | 'other_entrance' | 'lift' | 'gate' | 'doors', string>
  factSent: string
  howMany: string
  privacy: string
}

const s = (count: number): string => (count > 1 ? 's' : '')

export const fr: VolunteerWords = {
  name: 'Français',
  title: 'Ma tournée',
  opening: 'La tournée s’ouvre…',
  noLink: 'Aucune tournée ouverte',
  noLinkHelp:
    'Scannez le code de votre feuille, ou ouvrez le lien que l’on vous a donné, jusqu’à son dernier signe.',
  kept: 'Sur ce téléphone',
  invited: 'Une tournée près d’ici',
  invitedUntil: (time) => `Des tournées sont données jusqu’à ${time}.`,
  invitationStates: {
    full: 'Toutes les tournées sont données.',
    over: 'L’heure est passée.',
    closed: 'L’organisation a fermé cette invitation.',
  },
  minutesIHave: 'Minutes dont je dispose, retour compris',
  wholeNumber: (from, to) => `Un nombre entier, de ${from} à ${to}.`,
  weAre: 'Nombre de personnes',
  avoidStairs: 'Pas d’escaliers',
  takeWalk: 'Recevoir ma tournée',
  openKept: (number) => `Tournée ${number}`,
  start: 'Commencer',
  startAt: 'Départ',
  startHelp: 'La tournée est sur ce téléphone : elle marche aussi sans réseau.',
  resume: 'Continuer',
  door: 'Porte',
  list: 'Liste',
  map: 'Carte',
  more: 'Plus',
  doors: (count) => `${count} porte${s(count)}`,
  of: (done, all) => `${done} sur ${all}`,
  stillDoors: (count) => `D’autres sont passés : encore ${count} porte${s(count)} ici.`,
  floor: (floor) => `étage ${floor}`,
  groundFloor: 'rez-de-chaussée',
  doorName: (floor, door) => `${floor}, porte ${door}`,
  key: 'Immeuble clé',
  way: 'Le chemin',
  crow: (metres, direction) => `À ${metres} environ, vers ${direction}.`,
  directions: [
    'le nord',
    'le nord-est',
    'l’est',
    'le sud-est',
    'le sud',
    'le sud-ouest',
    'l’ouest',
    'le nord-ouest',
  ],
  sameDoor: 'Derrière la même porte d’entrée.',
  outcomes: {
    nobody: 'Personne',
    opened: 'Ouvert',
    later: 'Repasser',
    refused: 'Refus',
    never: 'Ne plus venir',
  },
  outcomesShort: { nobody: '–', opened: '✓', later: '↻', refused: '✗', never: '⊘' },
  chooseDoors: 'Touchez une ou plusieurs portes, puis ce qui s’y est passé.',
  chosen: (count) => `${count} porte${s(count)} choisie${s(count)}`,
  floorNobody: 'Étage : personne',
  restNobody: 'Toute la cage : personne',
  clearMark: 'Effacer',
  undo: 'Annuler',
  lessDoors: (floor) => `Une porte de moins, ${floor}`,
  moreDoors: (floor) => `Une porte de plus, ${floor}`,
  countDoors: 'Corriger le nombre de portes',
  noAccess: 'Porte d’entrée fermée',
  never: 'Ne plus jamais venir ici',
  neverSure:
    'Plus personne de la campagne ne viendra dans cet immeuble. Est-ce bien ce que l’on vous a demandé ?',
  next: 'Suivant',
  nextNothing: 'Passer sans rien noter',
  savedUndo: (targets) => (targets > 1 ? `Noté pour ${targets} étapes derrière cette porte.` : 'Noté.'),
  takeBack: 'Revenir dessus',
  reserves: 'En réserve',
  reservesHelp: 'Si personne ne vous laisse entrer, ou s’il vous reste du temps.',
  takeReserve: 'Y aller',
  done: 'Fait',
  todo: 'À faire',
  removed: 'À ne plus faire',
  ticked: (doors) => `${doors} notée${s(doors)}, pas encore transmise${s(doors)}`,
  goesFirst: (doors) =>
    `${doors} porte${s(doors)} que vous avez notée${s(doors)} part${doors > 1 ? 'ent' : ''} d’abord.`,
  together: 'Marcher à deux téléphones',
  togetherHelp:
    'L’autre scanne ce code : vous avez la même tournée. Ce que l’un a fini disparaît de la liste de l’autre, rien ne compte deux fois. Qui termine la tournée la termine pour les deux.',
  people: (count) =>
    `Pour vous ${count}. Un second téléphone ouvre le même lien : Plus, « Marcher à deux téléphones ».`,
  reasons: {
    visited: 'déjà visité',
    leased: 'pris par d’autres',
    hold_out: 'hors de la campagne',
    excluded: 'exclu',
    released: 'rendu',
  },
  timeLeft: (minutes) => `Encore ${minutes}`,
  late: (minutes) => `En retard de ${minutes}`,
  enough: 'Cela suffira.',
  notEnough: (minutes) => `Il manquera environ ${minutes}.`,
  earlier: (label) => `${label} plus tôt`,
  later: (label) => `${label} plus tard`,
  orderCosts: (minutes) =>
    minutes > 0
      ? `Environ ${minutes} min de marche de plus.`
      : minutes < 0
        ? `Environ ${-minutes} min de marche de moins.`
        : 'La marche reste la même, à peu près.',
  go: 'Y aller',
  unsent: (count) => `${count} pas encore envoyé${s(count)}`,
  allSent: 'Tout est envoyé',
  noNetwork: 'Pas de réseau : tout reste sur ce téléphone et partira plus tard.',
  draft:
    'Cette tournée n’a pas encore été donnée : d’autres peuvent recevoir les mêmes portes. Dites à l’organisation que vous partez.',
  stops: {
    others: {
      title: 'Une autre équipe a cette tournée',
      what: 'Elle est peut-être déjà dans ces escaliers : n’y allez pas. Ce que vous avez noté compte. Demandez une tournée à l’organisation.',
    },
    given_back: {
      title: 'Cette tournée a été rendue',
      what: 'Ses portes sont peut-être déjà à d’autres : n’y allez pas. Ce que vous avez noté compte. Demandez une tournée à l’organisation.',
    },
    expired: {
      title: 'L’heure de cette tournée est passée',
      what: 'Ses portes ne vous sont plus gardées, d’autres les ont peut-être. Ce que vous avez noté compte. Demandez une tournée à l’organisation.',
    },
    gone: {
      title: 'Cette tournée n’existe plus',
      what: 'L’organisation l’a supprimée : ses portes peuvent être à d’autres. Ce que vous avez noté compte. Demandez-lui une nouvelle tournée.',
    },
    link_over: {
      title: 'L’heure de ce lien est passée',
      what: 'Ce que vous avez noté compte encore, mais vous ne voyez plus ce que font les autres. Demandez un nouveau lien à l’organisation.',
    },
    link_ended: {
      title: 'Ce lien n’est plus valable',
      what: 'L’organisation l’a retiré. Ce qui n’est pas envoyé reste ici, et partira par un nouveau lien : demandez-le.',
    },
    campaign_over: {
      title: 'Le dernier scrutin est passé',
      what: 'Plus rien n’est gardé d’aucune porte, et rien ne part plus d’ici. Effacez la tournée de ce téléphone.',
    },
  },
  itIsUs: 'Cette équipe, c’est nous : continuer',
  noteAnyway: 'Noter ce que nous avons encore fait',
  refusals: {
    invalid: 'Ces chiffres ne vont pas ensemble : le serveur ne peut pas les prendre.',
    unknown_target: 'Cet immeuble n’est pas, ou plus, de cette tournée.',
    unknown_walk: 'Cette tournée n’existe plus.',
    no_region: 'Le serveur ne sait pas où se trouve cet immeuble.',
    future: 'La date de ce téléphone a plus d’un jour d’avance. Réglez-la, puis envoyez à nouveau.',
    after_ballot: 'Le dernier scrutin est passé : plus rien n’est gardé.',
  },
  notTaken: (count) => `${count} refusé${s(count)} par le serveur`,
  discard: 'Abandonner',
  discardSure: 'Ce résultat sera perdu. L’abandonner ?',
  send: 'Envoyer maintenant',
  iAmLate: 'Je suis en retard',
  minutesLeft: 'Minutes qu’il me reste, retour compris',
  show: 'Voir ce que cela change',
  shorterKeeps: (stops, doors, back) =>
    `Restent ${stops} étape${s(stops)} et ${doors} porte${s(doors)} ; ${back} adresse${s(back)} rendue${s(back)} aux autres.`,
  confirm: 'Confirmer',
  cancel: 'Non',
  pause: 'Pause',
  keptUntil: (time) => `Les adresses vous sont gardées jusqu’à ${time}.`,
  prolong: (minutes, time) => `${minutes} min : gardées jusqu’à ${time}`,
  prolonged: (time) => `Gardées jusqu’à ${time}.`,
  handOver: 'Passer la tournée',
  handOverShows: (addresses, doors) =>
    `${addresses} adresse${s(addresses)} et ${doors} porte${s(doors)} passent à l’autre équipe. Ce que vous avez noté reste noté.`,
  handOverHelp:
    'L’autre ouvre le même lien : montrez-lui ce code, puis donnez son numéro d’équipe (jamais un nom).',
  handOverTo: 'Numéro d’équipe',
  stop: 'Je dois m’arrêter',
  stopHelp: (addresses, doors) =>
    `Ce qui est noté est gardé. ${addresses} adresse${s(addresses)} et ${doors} porte${s(doors)} seront aussitôt libres pour d’autres ; on ne peut pas revenir dessus.`,
  finish: 'Terminer la tournée',
  finished: 'Tournée terminée',
  finishedHelp: 'Merci. Quand tout est envoyé, elle peut être effacée de ce téléphone.',
  remove: 'Effacer de ce téléphone',
  removeSure: 'La tournée et tout ce qui y est noté disparaissent de ce téléphone. Les effacer ?',
  removed_all: 'Il ne reste rien de cette tournée sur ce téléphone.',
  news: 'Entre-temps',
  newsRemoved: (label, reason) => `${label} : ${reason}`,
  newsDoors: (label, doors) => `${label} : encore ${doors} porte${s(doors)}`,
  newsFinished:
    'La tournée est terminée : sur l’autre téléphone, ou par l’organisation. Ce que vous avez noté part tout de même.',
  newsRewritten: 'L’ordre de la tournée a changé.',
  seen: 'Vu',
  light: 'Affichage',
  lights: { auto: 'comme le téléphone', sun: 'plein soleil', dark: 'sombre' },
  language: 'Langue',
  notKept: 'Ce navigateur ne garde rien : ne fermez pas cette page avant que tout soit envoyé.',
  notOffline: 'Ce navigateur n’ouvre pas la page sans réseau ; laissez-la ouverte.',
  notSecure:
    'Sans HTTPS cette page ne s’ouvre pas sans réseau, ne sait pas où vous êtes et laisse l’écran s’éteindre. Laissez-la ouverte.',
  full: 'La mémoire du téléphone est pleine : libérez de la place. D’ici là, ce que vous notez n’est gardé que tant que cette page est ouverte.',
  position: 'Vous êtes ici',
  total: (knocked, opened) =>
    `${knocked} porte${s(knocked)} frappée${s(knocked)}, ${opened} ouverte${s(opened)}`,
  fact: 'Signaler une erreur sur l’immeuble',
  factHelp: 'L’organisation décide ce qu’il en est.',
  facts: {
    no_such_door: 'Cette adresse n’existe pas',
    other_entrance: 'L’entrée est ailleurs',
    lift: 'Il y a un ascenseur',
    gate: 'Il y a une grille fermée',
    doors: 'Nombre de portes compté',
  },
  factSent: 'Signalé, merci.',
  howMany: 'Combien de portes ?',
  privacy:
    'Jamais de nom ni d’opinion. Ce que vous touchez porte par porte reste sur ce téléphone ; seules des sommes partent.',
}
