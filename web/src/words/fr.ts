/** What the page says in French; the words that every other language has to have. */
import type { LeftOutReason, WalkChange } from '@doorwalk/core/walk/answer'

/** Numbers and times as the language writes them. */
interface Totals {
  walks: string
  targets: string
  doors: string
  time: string
  metres: string
  doorsPerHour: string
}

interface TimeModel {
  speed: string
  entry: string
  floor: string
  knock: string
  open: string
  talk: string
  slack: string
}

const CHANGES: Record<WalkChange['change'], string> = {
  unchanged: 'inchangée',
  changed: 'modifiée',
  handed_over: 'transmise',
  new: 'nouvelle',
  cancelled: 'annulée',
}

export const fr = {
  name: 'Français',
  title: 'Doorwalk · tournées de porte-à-porte',
  skip: 'Aller au formulaire',
  tagline: 'Des tournées de porte-à-porte, équilibrées, à pied.',
  keyTitle: 'Clé d’accès',
  key: 'Clé de la campagne (dw_…)',
  useKey: 'Utiliser',
  keyHelp: 'Elle reste dans cet onglet.',
  region: 'Région',
  importList: 'Importer une liste d’adresses',
  area: 'Où',
  areaRegion: 'Toute la région',
  areaPrecincts: 'Bureaux de vote',
  sortBy: 'Classer par',
  code: 'numéro',
  precinctHelp: 'Ou cliquer sur la carte.',
  areaDraw: 'Dessiner une zone',
  drawHelp:
    'Cliquer sur la carte, point après point. Au clavier : se placer sur la carte, la déplacer avec les flèches, Entrée pose un point à la croix.',
  drawUndo: 'Retirer le dernier point',
  drawClear: 'Effacer',
  points: (n: number) => (n < 3 ? `${n} sur 3 points au moins` : `${n} points`),
  volunteers: 'Équipes',
  minutes: 'Minutes',
  start: 'Départ',
  startProposed: 'Proposé par le plan',
  startPoint: 'Un point sur la carte',
  startAnywhere: 'N’importe où',
  startPick: 'Cliquer sur la carte, ou Entrée à la croix.',
  startSet: 'Départ posé ; un autre clic le déplace.',
  closed: 'Revenir au départ',
  more: 'Plus de choix',
  startAt: 'Date et heure',
  priority: 'D’abord les bureaux de vote avec le plus de',
  priorityNone: 'toutes les portes se valent',
  doorLimit: 'Portes par tournée, au plus',
  plan: 'Planifier',
  rollCall: 'Appel : qui est là ?',
  rollCallKeep: 'Les tournées des présents',
  rollCallWalks: 'ne changent pas (déjà imprimées)',
  rollCallLeast: 'changent le moins possible',
  rollCallReplan: 'Replanifier pour les présents',
  rollCallChange: (change: WalkChange['change'], n: number) => `${n} ${CHANGES[change]}${n > 1 ? 's' : ''}`,
  cancel: 'Annuler',
  map: 'Carte',
  mapLabel: 'Carte des rues et des bâtiments ; flèches pour déplacer, + et − pour agrandir',
  mapLoading: 'Chargement de la carte…',
  mapZoom: 'Agrandir pour voir les rues et les bâtiments.',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  planning: 'Calcul des tournées…',
  results: 'Tournées',
  columnWalk: 'Tournée',
  columnStops: 'Étapes',
  columnDoors: 'Portes',
  columnTime: 'Durée',
  columnWay: 'Marche',
  columnFromTo: 'De … à …',
  columnTake: 'Emporter',
  show: (n: number) => `Montrer la tournée ${n} sur la carte`,
  showAll: 'Toutes les tournées',
  print: 'Imprimer',
  printAll: 'Tout imprimer',
  geojsonAll: 'GeoJSON',
  of: (what: string, n: number) => `${what}, tournée ${n}`,
  nothing: 'Aucune étape',
  summary: (s: Totals) =>
    `${s.walks} tournées, ${s.targets} adresses, ${s.doors} portes ; ${s.time} et ${s.metres} de marche en tout, ${s.doorsPerHour} portes par heure et par équipe.`,
  keys: (by: 'request' | 'plan', { reached, of }: { reached: string; of: string }) =>
    `Immeubles-clés ★ ${by === 'request' ? 'demandés' : 'choisis par le calcul'} : ${reached} sur ${of} dans les tournées.`,
  handOut: 'Donner les tournées',
  handOutHelp:
    'Les adresses sont alors gardées pour ces équipes, et chaque tournée a un lien pour un téléphone.',
  handOutAll: 'Donner toutes les tournées',
  handedOut:
    'Données : ces adresses sont à ces équipes. Un lien ouvre la tournée sur un téléphone ; qui l’a peut la faire.',
  linkOf: (n: number) => `Lien de la tournée ${n}`,
  copy: 'Copier',
  paperBack: 'Une feuille est revenue',
  paperHelp:
    'Recopier les nombres de la feuille ; laisser vide ce qui est resté vide. La même feuille deux fois compte une fois.',
  paperColumns: {
    knocked: 'frappées',
    opened: 'ouvertes',
    refused: 'refus',
    revisit: 'repasser',
    optedOut: 'ne plus venir',
    noAccess: 'porte fermée',
  },
  paperSend: 'Enregistrer',
  paperNothing: 'Rien n’est rempli.',
  paperTaken: (taken: number, known: number) =>
    `${taken} enregistrée${taken > 1 ? 's' : ''}${known > 0 ? `, ${known} déjà connue${known > 1 ? 's' : ''}` : ''}`,
  leftOut: 'Laissé de côté',
  leftOutNone: 'Rien : toutes les adresses de la zone sont sur une tournée.',
  reason: {
    visited: 'déjà visitées',
    leased: 'sur la tournée de quelqu’un d’autre',
    hold_out: 'gardées à l’écart pour mesurer l’effet',
    excluded: 'exclues par la demande',
    unreachable: 'sans chemin à pied',
    no_doors: 'sans logement connu',
    exceeds_budget_alone: 'trop longues pour une tournée à elles seules',
    key_not_reached: 'immeubles-clés qui ne tiennent pas dans les tournées',
    outside_area: 'hors de la zone',
    outside_region: 'hors de la région',
    not_selected: 'pas choisies : il aurait fallu plus de temps ou plus d’équipes',
  } satisfies Record<LeftOutReason, string>,
  /** `n` as written; `one` where it is a single one. */
  addresses: (n: string, one: boolean) => `${n} adresse${one ? '' : 's'}`,
  assumed: 'Ce que le calcul suppose',
  assumptions: (a: TimeModel) =>
    `Marche à ${a.speed} m/s ; entrée d’un immeuble ${a.entry} s, ${a.floor} s par étage ; ${a.knock} s par porte, ${a.open} des portes s’ouvrent et l’échange dure ${a.talk} s ; ${a.slack} des minutes restent libres.`,
  reference: 'Référence de l’API',
  stop: (label: string) => `Étape ${label}`,
  reserve: (label: string) => `Réserve ${label}`,
  meetingPoint: 'Point de rendez-vous',
  problem: {
    network: 'Le serveur ne répond pas. Vérifier la connexion, puis réessayer.',
    drawFirst: 'Dessiner une zone d’au moins trois points sur la carte.',
    chooseFirst: 'Choisir au moins un bureau de vote.',
    startFirst: 'Poser le départ sur la carte, ou choisir un autre départ.',
    noRegion: 'Aucune région n’est préparée : lancer « doorwalk prepare ».',
    key: 'Cette clé n’est pas acceptée. En saisir une autre.',
    number: (from: string, to: string) => `Un nombre entre ${from} et ${to}.`,
    request: 'Le serveur refuse la demande :',
    bug: 'Une erreur est survenue sur le serveur.',
    id: (id: string) => `Numéro de la demande : ${id}`,
  },
}

/** Words that stand alone can be named by `data-word` and `data-label` in the page. */
export type PageWords = typeof fr
