/** French. */
import { frenchNames } from './french.ts'
import { NARROW_SPACE, type Phrases, SPACE } from './phrases.ts'
import { isStreet, saysStairs } from './street-names.ts'

const DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const MONTHS = [
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
]

export const fr: Phrases = {
  turns: 'fr',
  words: {
    walk: 'Tournée',
    stops: (n) => `${n}${SPACE}étape${n < 2 ? '' : 's'}`,
    doors: (n) => `${n}${SPACE}porte${n < 2 ? '' : 's'}`,
    floors: (n) => `${n}${SPACE}niveau${n < 2 ? '' : 'x'}`,
    walking: 'de marche',
    departure: 'départ',
    back: 'retour',
    until: 'fin',
    start: 'Départ',
    firstDoor: 'Commence à la première étape',
    reserves: 'Réserves : si personne n’ouvre ou s’il reste du temps',
    columnAddress: 'Adresse',
    columnArrive: 'Vers',
    columnFloors: 'Étages ↓',
    columnDoors: 'Portes',
    key: 'à ne pas manquer',
    legend: 'Une case par porte : O ouvert · A absent · R refus · ↻ à revoir · X ne plus passer',
    retype: (walkId) => `Saisie : numéros de la liste (maisons d’une rangée : 4a, 4b…), tournée ${walkId}`,
    estimated: '≈ nombre estimé : cocher ce que l’on trouve',
    entrance: 'entrée',
    storeys: (top, bottom) =>
      top === 0
        ? 'rez-de-chaussée'
        : top === bottom
          ? `étage ${top}`
          : `étages ${top} à ${bottom === 0 ? 'RdC' : bottom}`,
    groundFloor: 'RdC',
    access: {
      open: '',
      intercom: 'interphone',
      code: 'digicode',
      guard: 'gardien',
      unknown: '',
    },
    noAddress: 'sans adresse',
    volunteer: 'Équipe',
    handedOut: 'Remise à',
    finishedAt: 'Terminée à',
    north: 'N',
    scan: 'Cette tournée en ligne',
    empty: 'Aucune étape sur cette tournée.',
    colon: `${SPACE}:`,
  },
  comma: ',',
  time: (hours, minutes) => `${hours}${NARROW_SPACE}h${NARROW_SPACE}${minutes}`,
  date: ({ weekday, day, month, year }) =>
    `${DAYS[weekday]} ${day === 1 ? '1er' : day} ${MONTHS[month]} ${year}`,
  reason: {
    chosen: 'immeuble-clé',
    doors: (count) => (count === 1 ? '1 porte' : `${count} portes`),
    minutes: (count) => `${count} min de travail`,
    precinct: (code, fact) => (fact === undefined ? `bureau ${code}` : `${fact} au bureau ${code}`),
    priority: (value) => `priorité ${value}`,
    and: ' ; ',
  },
  warnings: {
    area_partly_outside: ({ region }) =>
      `Une partie de la zone est hors de la région « ${region} » : seule la partie intérieure est planifiée.`,
    targets_ignored: ({ count, first }) =>
      `${count} cibles données sont inconnues dans cette partie de la région et ont été ignorées (la première : « ${first} ») ; pour en ajouter une, donnez sa position et ses portes.`,
    target_split: ({ id, now }) =>
      `« ${id} » est devenu ${now.length} cibles (${now.join(', ')}) : ses portes et étages ont été ignorés, donnez-les pour chacune.`,
    walkers_idle: ({ idle, of }) => `${idle} équipes sur ${of} n’ont rien à faire : moins suffiraient.`,
    too_fast: ({ doorsPerHour }) =>
      `${doorsPerHour} portes par heure et par équipe : c’est plus que ce qui se fait en pratique ; vérifiez les hypothèses.`,
    nothing_to_walk: () => 'Il n’y a nulle part où aller dans cette zone : voir les raisons dans leftOut.',
  },
  instructions(grammarize) {
    const { withArticle, withDe, arrivalPlace } = frenchNames(grammarize)
    return {
      cross({ name, detail }) {
        const where = detail === 'signals' ? ' au feu' : detail === 'marked' ? ' au passage piéton' : ''
        if (name === '') return where === '' ? 'Traverser la rue' : `Traverser${where}`
        return `Traverser ${withArticle(name)}${where}`
      },
      stairs({ name, detail }) {
        const verb = detail === 'up' ? 'Monter' : detail === 'down' ? 'Descendre' : 'Prendre'
        if (name === '') return `${verb} l’escalier`
        return saysStairs(name) ? `${verb} ${withArticle(name)}` : `${verb} l’escalier ${withDe(name)}`
      },
      passage({ name }) {
        if (name === '') return 'Prendre le passage'
        return isStreet(name) ? `Prendre le passage couvert ${withDe(name)}` : `Prendre ${withArticle(name)}`
      },
      goBack: ({ name }) =>
        name === '' ? 'Revenir sur ses pas' : `Revenir sur ses pas, le long ${withDe(name)}`,
      street: withArticle,
      arrival: {
        start: 'au point de départ',
        end: 'au point d’arrivée',
        stop: (number) => `à l’étape ${number}`,
        address: arrivalPlace,
      },
    }
  },
}
