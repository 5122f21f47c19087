/** What the page says, in French and English; numbers and times as each language writes them. */

/** @typedef {'fr' | 'en'} Language */

const FRENCH = {
  skip: 'Aller au formulaire',
  tagline: 'Des tournées de porte-à-porte, équilibrées, à pied.',
  keyTitle: 'Clé d’accès',
  key: 'Clé de la campagne (dw_…)',
  useKey: 'Utiliser',
  keyHelp: 'Elle reste dans cet onglet.',
  region: 'Région',
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
  points: (/** @type {number} */ n) => (n < 3 ? `${n} sur 3 points au moins` : `${n} points`),
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
  rollCallChange: (/** @type {string} */ change, /** @type {number} */ n) =>
    `${n} ${{ unchanged: 'inchangée', changed: 'modifiée', handed_over: 'transmise', new: 'nouvelle', cancelled: 'annulée' }[change] ?? change}${n > 1 ? 's' : ''}`,
  cancel: 'Annuler',
  map: 'Carte',
  mapLabel: 'Carte des rues et des bâtiments ; flèches pour déplacer, + et − pour agrandir',
  mapLoading: 'Chargement de la carte…',
  mapZoom: 'Agrandir pour voir les rues et les bâtiments.',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  planning: 'Calcul des tournées…',
  done: (/** @type {number} */ n) => `${n} tournée${n < 2 ? '' : 's'}`,
  results: 'Tournées',
  columnWalk: 'Tournée',
  columnStops: 'Étapes',
  columnDoors: 'Portes',
  columnTime: 'Durée',
  columnWay: 'Marche',
  columnFromTo: 'De … à …',
  columnTake: 'Emporter',
  show: (/** @type {number} */ n) => `Montrer la tournée ${n} sur la carte`,
  showAll: 'Toutes les tournées',
  print: 'Imprimer',
  printAll: 'Tout imprimer',
  geojsonAll: 'GeoJSON',
  of: (/** @type {string} */ what, /** @type {number} */ n) => `${what}, tournée ${n}`,
  nothing: 'Aucune étape',
  summary: (/** @type {Record<string, string>} */ s) =>
    `${s.walks} tournées, ${s.targets} adresses, ${s.doors} portes ; ${s.time} et ${s.metres} de marche en tout, ${s.doorsPerHour} portes par heure et par équipe.`,
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
    not_selected: 'pas choisies : il aurait fallu plus de temps ou plus d’équipes',
  },
  addresses: (/** @type {string} */ n, /** @type {boolean} */ one) => `${n} adresse${one ? '' : 's'}`,
  assumed: 'Ce que le calcul suppose',
  assumptions: (/** @type {Record<string, string>} */ a) =>
    `Marche à ${a.speed} m/s ; entrée d’un immeuble ${a.entry} s, ${a.floor} s par étage ; ${a.knock} s par porte, ${a.open} des portes s’ouvrent et l’échange dure ${a.talk} s ; ${a.slack} des minutes restent libres.`,
  reference: 'Référence de l’API',
  stop: (/** @type {string} */ label) => `Étape ${label}`,
  reserve: (/** @type {string} */ label) => `Réserve ${label}`,
  meetingPoint: 'Point de rendez-vous',
  doorsOf: (/** @type {number} */ n) => `${n} porte${n < 2 ? '' : 's'}`,
  problem: {
    network: 'Le serveur ne répond pas. Vérifier la connexion, puis réessayer.',
    drawFirst: 'Dessiner une zone d’au moins trois points sur la carte.',
    chooseFirst: 'Choisir au moins un bureau de vote.',
    startFirst: 'Poser le départ sur la carte, ou choisir un autre départ.',
    noRegion: 'Aucune région n’est préparée : lancer « doorwalk prepare ».',
    key: 'Cette clé n’est pas acceptée. En saisir une autre.',
    number: (/** @type {string} */ from, /** @type {string} */ to) => `Un nombre entre ${from} et ${to}.`,
    request: 'Le serveur refuse la demande :',
    bug: 'Une erreur est survenue sur le serveur.',
    id: (/** @type {string} */ id) => `Numéro de la demande : ${id}`,
  },
}

/** @type {typeof FRENCH} */
const ENGLISH = {
  skip: 'Go to the form',
  tagline: 'Balanced door-to-door walks, on foot.',
  keyTitle: 'Access key',
  key: 'Key of the campaign (dw_…)',
  useKey: 'Use',
  keyHelp: 'It stays in this tab.',
  region: 'Region',
  area: 'Where',
  areaRegion: 'The whole region',
  areaPrecincts: 'Precincts',
  sortBy: 'Sort by',
  code: 'number',
  precinctHelp: 'Or click on the map.',
  areaDraw: 'Draw an area',
  drawHelp:
    'Click on the map, point by point. By keyboard: move to the map, pan it with the arrow keys; Enter sets a point at the cross.',
  drawUndo: 'Remove the last point',
  drawClear: 'Clear',
  points: (n) => (n < 3 ? `${n} of at least 3 points` : `${n} points`),
  volunteers: 'Teams',
  minutes: 'Minutes',
  start: 'Start',
  startProposed: 'Proposed by the plan',
  startPoint: 'A point on the map',
  startAnywhere: 'Anywhere',
  startPick: 'Click on the map, or press Enter at the cross.',
  startSet: 'Start set; another click moves it.',
  closed: 'Return to the start',
  more: 'More choices',
  startAt: 'Date and time',
  priority: 'First the precincts with the most',
  priorityNone: 'every door counts the same',
  doorLimit: 'Doors per walk, at most',
  plan: 'Plan',
  rollCall: 'Roll-call: who is there?',
  rollCallKeep: 'The walks of those present',
  rollCallWalks: 'stay as they are (printed)',
  rollCallLeast: 'change as little as possible',
  rollCallReplan: 'Plan again for those present',
  rollCallChange: (change, n) => `${n} ${change.replace('_', ' ')}`,
  cancel: 'Cancel',
  map: 'Map',
  mapLabel: 'Map of streets and buildings; arrow keys to pan, + and − to zoom',
  mapLoading: 'Loading the map…',
  mapZoom: 'Zoom in to see streets and buildings.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  planning: 'Planning the walks…',
  done: (n) => `${n} walk${n === 1 ? '' : 's'}`,
  results: 'Walks',
  columnWalk: 'Walk',
  columnStops: 'Stops',
  columnDoors: 'Doors',
  columnTime: 'Time',
  columnWay: 'Walking',
  columnFromTo: 'From … to …',
  columnTake: 'Take along',
  show: (n) => `Show walk ${n} on the map`,
  showAll: 'All walks',
  print: 'Print',
  printAll: 'Print all',
  geojsonAll: 'GeoJSON',
  of: (what, n) => `${what}, walk ${n}`,
  nothing: 'No stops',
  summary: (s) =>
    `${s.walks} walks, ${s.targets} addresses, ${s.doors} doors; ${s.time} and ${s.metres} of walking in all, ${s.doorsPerHour} doors per hour and team.`,
  leftOut: 'Left out',
  leftOutNone: 'Nothing: every address of the area is on a walk.',
  reason: {
    visited: 'already visited',
    leased: 'on somebody else’s walk',
    hold_out: 'held out to measure the effect',
    excluded: 'excluded by the request',
    unreachable: 'without a way on foot',
    no_doors: 'without a known dwelling',
    exceeds_budget_alone: 'too long for a walk on their own',
    not_selected: 'not selected: more time or more teams would be needed',
  },
  addresses: (n, one) => `${n} address${one ? '' : 'es'}`,
  assumed: 'What the plan assumes',
  assumptions: (a) =>
    `Walking at ${a.speed} m/s; entering a block of flats ${a.entry} s, ${a.floor} s a floor; ${a.knock} s a door, ${a.open} of doors open and the talk takes ${a.talk} s; ${a.slack} of the minutes stay free.`,
  reference: 'API reference',
  stop: (label) => `Stop ${label}`,
  reserve: (label) => `Reserve ${label}`,
  meetingPoint: 'Meeting point',
  doorsOf: (n) => `${n} door${n === 1 ? '' : 's'}`,
  problem: {
    network: 'The server does not answer. Check the connection, then try again.',
    drawFirst: 'Draw an area of at least three points on the map.',
    chooseFirst: 'Choose at least one precinct.',
    startFirst: 'Set the start on the map, or choose another start.',
    noRegion: 'No region is prepared: run "doorwalk prepare".',
    key: 'This key is not accepted. Enter another one.',
    number: (from, to) => `A number between ${from} and ${to}.`,
    request: 'The server refuses the request:',
    bug: 'Something failed on the server.',
    id: (id) => `Request id: ${id}`,
  },
}

const SLOT = 'doorwalk-language'
/** @type {Language} */
let language = 'fr'

/** The language of an earlier visit, else the browser's, else French. */
export function chooseLanguage() {
  const kept = localStorage.getItem(SLOT)
  const wanted = kept ?? navigator.language
  setLanguage(wanted.startsWith('en') || !wanted.startsWith('fr') ? 'en' : 'fr')
}

/** Rewrites every element with `data-word` or `data-label`. @param {Language} to */
export function setLanguage(to) {
  language = to
  document.documentElement.lang = to
  /** @type {Record<string, any>} */
  const all = words()
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = all[/** @type {HTMLElement} */ (element).dataset.word ?? '']
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', all[/** @type {HTMLElement} */ (element).dataset.label ?? ''])
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(/** @type {HTMLElement} */ (button).dataset.language === to))
  }
}

/** @param {Language} to */
export function keepLanguage(to) {
  localStorage.setItem(SLOT, to)
}

export function words() {
  return language === 'fr' ? FRENCH : ENGLISH
}

export function currentLanguage() {
  return language
}

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function sayNumber(value, options) {
  return new Intl.NumberFormat(language, options).format(value)
}

/** @param {number} metres */
export function sayMetres(metres) {
  if (metres < 1000) return `${sayNumber(Math.round(metres / 10) * 10)} m`
  return `${sayNumber(metres / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} km`
}

/** @param {number} seconds */
export function sayDuration(seconds) {
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return `${sayNumber(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')}`
}
