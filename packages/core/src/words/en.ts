/** English. */
import { type Phrases, SPACE } from './phrases.ts'
import { isStreet, saysStairs } from './street-names.ts'

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
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
]

export const en: Phrases = {
  turns: 'en',
  words: {
    walk: 'Walk',
    stops: (n) => `${n}${SPACE}stop${n === 1 ? '' : 's'}`,
    doors: (n) => `${n}${SPACE}door${n === 1 ? '' : 's'}`,
    floors: (n) => `${n}${SPACE}floor${n === 1 ? '' : 's'}`,
    walking: 'of walking',
    departure: 'leave',
    back: 'back',
    until: 'done',
    start: 'Start',
    firstDoor: 'Begins at the first stop',
    reserves: 'Reserves: when nobody lets you in, or time is left',
    columnAddress: 'Address',
    columnArrive: 'About',
    columnFloors: 'Floors ↓',
    columnDoors: 'Doors',
    key: 'do not miss',
    legend: 'One box per door: O opened · A absent · R refused · ↻ come back · X never again',
    retype: (walkId) => `To type in: numbers of the list (houses of a row: 4a, 4b…), walk ${walkId}`,
    estimated: '≈ estimated number: tick what you find',
    entrance: 'entrance',
    storeys: (top, bottom) =>
      top === 0
        ? 'ground floor'
        : top === bottom
          ? `floor ${top}`
          : `floors ${top}–${bottom === 0 ? 'G' : bottom}`,
    groundFloor: 'G',
    access: { open: '', intercom: 'intercom', code: 'door code', guard: 'caretaker', unknown: '' },
    noAddress: 'no address',
    volunteer: 'Team',
    handedOut: 'Handed to',
    finishedAt: 'Finished at',
    north: 'N',
    scan: 'This walk online',
    empty: 'No stops on this walk.',
    colon: ':',
  },
  comma: '.',
  time: (hours, minutes) => `${hours}:${minutes}`,
  date: ({ weekday, day, month, year }) => `${DAYS[weekday]} ${day} ${MONTHS[month]} ${year}`,
  reason: {
    chosen: 'key building',
    doors: (count) => (count === 1 ? '1 door' : `${count} doors`),
    minutes: (count) => `${count} min of work`,
    precinct: (code, fact) => (fact === undefined ? `station ${code}` : `${fact} at station ${code}`),
    priority: (value) => `priority ${value}`,
    and: '; ',
  },
  warnings: {
    area_partly_outside: ({ region }) =>
      `Part of the area lies outside region "${region}"; only the part inside is planned.`,
    targets_ignored: ({ count, first }) =>
      `${count} of the targets given are not in this part of the region and were ignored (first: "${first}"); to add a target give its location and doors.`,
    target_split: ({ id, now }) =>
      `"${id}" is now ${now.length} targets (${now.join(', ')}); its doors and floors were ignored: give them for each.`,
    walkers_idle: ({ idle, of }) => `${idle} of ${of} walkers have nothing to do; fewer would be enough.`,
    too_fast: ({ doorsPerHour }) =>
      `${doorsPerHour} doors an hour for each walker is more than teams manage in practice; check the assumptions.`,
    nothing_to_walk: () => 'There is nothing to walk to in this area: see leftOut for the reasons.',
  },
  instructions: () => ({
    cross({ name, detail }) {
      const where = detail === 'signals' ? ' at the lights' : detail === 'marked' ? ' at the crossing' : ''
      if (name === '') return where === '' ? 'Cross the street' : `Cross${where}`
      return `Cross ${name}${where}`
    },
    stairs({ name, detail }) {
      const verb = detail === 'up' ? 'Go up' : detail === 'down' ? 'Go down' : 'Take'
      if (name === '') return `${verb} the stairs`
      return saysStairs(name) ? `${verb} ${name}` : `${verb} the stairs of ${name}`
    },
    passage({ name }) {
      if (name === '') return 'Go through the passage'
      return isStreet(name) ? `Go through the covered part of ${name}` : `Go through ${name}`
    },
    goBack: ({ name }) => (name === '' ? 'Go back the way you came' : `Go back along ${name}`),
    street: (name) => name,
    arrival: {
      start: 'the starting point',
      end: 'the end of the walk',
      stop: (number) => `stop ${number}`,
      address: (name) => name.trim(),
    },
  }),
}
