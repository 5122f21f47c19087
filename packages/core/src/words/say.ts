/** The words of everything a volunteer carries, in French and English; and how numbers and times are written. */
import type { Language } from '../request.ts'
import type { Metres, Seconds } from '../units.ts'

const NARROW_SPACE = '\u202f'
const SPACE = '\u00a0'

const FRENCH = {
  walk: 'Tournée',
  stop: 'Étape',
  stops: (n: number) => `${n}${SPACE}étape${n < 2 ? '' : 's'}`,
  doors: (n: number) => `${n}${SPACE}porte${n < 2 ? '' : 's'}`,
  floors: (n: number) => `${n}${SPACE}niveau${n < 2 ? '' : 'x'}`,
  walking: 'de marche',
  departure: 'départ',
  back: 'retour',
  until: 'fin',
  start: 'Départ',
  end: 'Arrivée',
  firstDoor: 'Commence à la première étape',
  meetingPoint: 'Point de rendez-vous',
  reserve: 'Réserve',
  reserves: 'Réserves : si personne n’ouvre ou s’il reste du temps',
  columnAddress: 'Adresse',
  columnArrive: 'Vers',
  columnFloors: 'Étages ↓',
  columnDoors: 'Portes',
  key: 'à ne pas manquer',
  legend: 'Une case par porte : O ouvert · A absent · R refus · ↻ à revoir · X ne plus passer',
  retype: (id: string) => `Saisie : numéros de la liste (maisons d’une rangée : 4a, 4b…), tournée ${id}`,
  about: 'environ',
  estimated: '≈ nombre estimé : cocher ce que l’on trouve',
  entrance: 'entrée',
  part: (from: string, to: string) => (from === to ? `étage ${from}` : `étages ${from} → ${to}`),
  groundFloor: 'RdC',
  access: {
    open: '',
    intercom: 'interphone',
    code: 'digicode',
    guard: 'gardien',
    unknown: '',
  },
  noAddress: 'sans adresse',
  addresses: (n: number) => `${n}${SPACE}adresses`,
  volunteer: 'Équipe',
  handedOut: 'Remise à',
  finishedAt: 'Terminée à',
  north: 'N',
  scan: 'Cette tournée en ligne',
  empty: 'Aucune étape sur cette tournée.',
  comma: ',',
  colon: `${SPACE}:`,
}
type Words = typeof FRENCH

const ENGLISH: Words = {
  walk: 'Walk',
  stop: 'Stop',
  stops: (n) => `${n}${SPACE}stop${n === 1 ? '' : 's'}`,
  doors: (n) => `${n}${SPACE}door${n === 1 ? '' : 's'}`,
  floors: (n) => `${n}${SPACE}floor${n === 1 ? '' : 's'}`,
  walking: 'of walking',
  departure: 'leave',
  back: 'back',
  until: 'done',
  start: 'Start',
  end: 'End',
  firstDoor: 'Begins at the first stop',
  meetingPoint: 'Meeting point',
  reserve: 'Reserve',
  reserves: 'Reserves: when nobody lets you in, or time is left',
  columnAddress: 'Address',
  columnArrive: 'About',
  columnFloors: 'Floors ↓',
  columnDoors: 'Doors',
  key: 'do not miss',
  legend: 'One box per door: O opened · A absent · R refused · ↻ come back · X never again',
  retype: (id) => `To type in: numbers of the list (houses of a row: 4a, 4b…), walk ${id}`,
  about: 'about',
  estimated: '≈ estimated number: tick what you find',
  entrance: 'entrance',
  part: (from, to) => (from === to ? `floor ${from}` : `floors ${from} → ${to}`),
  groundFloor: 'G',
  access: { open: '', intercom: 'intercom', code: 'door code', guard: 'caretaker', unknown: '' },
  noAddress: 'no address',
  addresses: (n) => `${n}${SPACE}addresses`,
  volunteer: 'Team',
  handedOut: 'Handed to',
  finishedAt: 'Finished at',
  north: 'N',
  scan: 'This walk online',
  empty: 'No stops on this walk.',
  comma: '.',
  colon: ':',
}

export function wordsOf(language: Language): Words {
  return language === 'fr' ? FRENCH : ENGLISH
}

/** "240 m" in tens from 100 m up, "1,2 km" from a kilometre up. */
export function sayMetres(metres: Metres, language: Language): string {
  if (metres < 100) return `${Math.round(metres)}${SPACE}m`
  if (metres < 995) return `${Math.round(metres / 10) * 10}${SPACE}m`
  const tenths = Math.round(metres / 100)
  const rest = tenths % 10
  return `${(tenths - rest) / 10}${wordsOf(language).comma}${rest}${SPACE}km`
}

/** "45 min", "1 h 32". */
export function sayDuration(seconds: Seconds): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes}${SPACE}min`
  return `${Math.floor(minutes / 60)}${SPACE}h${SPACE}${String(minutes % 60).padStart(2, '0')}`
}

/** Clock time as the instant itself writes it: "14:05" of `2026-03-14T14:05:00+01:00`; "14 h 05" in French. */
export function sayTime(instant: string, language: Language): string {
  const match = /T(\d\d):(\d\d)/.exec(instant)
  if (!match) return ''
  return language === 'fr'
    ? `${match[1]}${NARROW_SPACE}h${NARROW_SPACE}${match[2]}`
    : `${match[1]}:${match[2]}`
}

const DAYS = {
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const MONTHS = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
}

/** "samedi 14 mars 2026" of the instant's own calendar day; own tables, so that every Node says the same. */
export function sayDate(instant: string, language: Language): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(instant)
  if (!match) return ''
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const weekday = DAYS[language][new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  const first = language === 'fr' && day === 1 ? '1er' : String(day)
  return `${weekday} ${first} ${MONTHS[language][month - 1]} ${year}`
}

/** Storey as written on paper: 0 is the ground floor. */
export function sayFloor(floor: number, language: Language): string {
  return floor === 0 ? wordsOf(language).groundFloor : String(floor)
}

/** Where behind its address a target is. */
export interface Within {
  entrance?: { label?: string | undefined } | undefined
  part?: { number: number; of: number; fromFloor: number; toFloor: number } | undefined
}

/** Where behind its address a target is: entrance, and part of a long one, top down: "étages 6 → 4 · 1/2". */
export function sayWithin({ entrance, part }: Within, language: Language): string[] {
  const words = wordsOf(language)
  const said = entrance?.label === undefined ? [] : [`${words.entrance} ${entrance.label}`]
  if (part === undefined) return said
  // Two parts may share a floor.
  const top = sayFloor(Math.max(part.fromFloor, part.toFloor), language)
  const bottom = sayFloor(Math.min(part.fromFloor, part.toFloor), language)
  return [...said, `${words.part(top, bottom)} · ${part.number}/${part.of}`]
}
