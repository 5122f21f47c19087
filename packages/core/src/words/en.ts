/** English. */
import { type Phrases, SPACE } from './phrases.ts'
import { isStreet, saysStairs, writeStreet } from './street-names.ts'
import { type MissedWords, sayMissed } from './warning.ts'

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

const ORDINALS = ['first', 'second', 'third', 'fourth']

/** A street that has no name. */
const UNNAMED = 'the street without a name'

const seen: Phrases['seen'] = {
  building: ({ kind, storeys = 1 }) =>
    kind === 'house' ? 'house' : storeys > 1 ? `${storeys}-storey building` : 'building',
  numberless: (building) => `${building} without a number`,
  after: ({ number, place, side }) =>
    `the ${ORDINALS[place - 1] ?? `${place}th`} on the ${side} after no.${SPACE}${number}`,
  setBack: (length) => `about ${length} back from the street`,
  behind: {
    wall: 'behind the wall, fence or gate',
    private: 'on private ground, maybe behind a gate',
    gate: 'behind a gate that is locked or private: ring, or ask to be let in',
  },
}

const MISSED: MissedWords = {
  reasons: {
    visited: 'already visited',
    leased: 'on somebody else’s walk',
    hold_out: 'held out to measure the effect',
    excluded: 'excluded by the request',
    unreachable: 'no way there on foot',
    no_doors: 'no door left',
    exceeds_budget_alone: 'too long for a walk on its own',
    not_selected: 'not selected',
    key_not_reached: 'does not fit into the walks',
    outside_area: 'not in the area',
    outside_region: 'not in the region',
  },
  takes: 'it takes',
  or: 'or',
  minutes: (minutes) => `walks of ${minutes} minutes`,
  doors: (doors) => `walks of up to ${doors} doors`,
  walkers: (walkers) => (walkers === 1 ? 'one more team' : `${walkers} more teams`),
  startWithin: (minutes) => `a start at most ${minutes} min of walking away`,
  stairs: 'one more team that climbs stairs',
}

export const en: Phrases = {
  seen,
  turns: 'en',
  words: {
    walk: 'Walk',
    stops: (n) => `${n}${SPACE}stop${n === 1 ? '' : 's'}`,
    doors: (n) => `${n}${SPACE}door${n === 1 ? '' : 's'}`,
    floors: (n) => `${n}${SPACE}floor${n === 1 ? '' : 's'}`,
    walking: 'of walking',
    detour: (time, n) =>
      `${time} out of the way for ${n === 1 ? 'this stop' : `these ${n} stops`}: leave ${n === 1 ? 'it' : 'them'} out if time is short`,
    back: 'back',
    start: 'Start',
    corner: (one, other) => `corner of ${one} and ${other}`,
    near: (street) => `near ${street}`,
    stations: (codes, more) =>
      `Polling station${codes.length + more === 1 ? '' : 's'} ${codes.join(', ')}${more === 0 ? '' : ` and ${more} more`}`,
    firstDoor: 'Begins at the first stop',
    lastDoor: 'Ends at the last stop',
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
    doorsFrom: (first, last) => (first === last ? `door ${first}` : `doors ${first}–${last}`),
    groundFloor: 'G',
    access: {
      open: '',
      intercom: 'intercom',
      code: 'door code',
      guard: 'caretaker',
      unknown: '',
      gate: 'behind a gate',
    },
    noAddress: 'no address',
    table: {
      label: 'No.',
      within: 'Entrance, floors',
      doors: 'Doors',
      estimated: 'Number estimated',
      floors: 'Storeys',
      access: 'Access',
      minutes: 'Minutes',
      key: 'Do not miss',
      why: 'Why',
      yes: 'yes',
      shift: 'Shift',
      area: 'Area',
      day: 'Day',
      leave: 'Start',
      back: 'Back',
      stops: 'Stops',
      metres: 'Metres',
      firstAddress: 'First address',
      walkId: 'Number to type in',
      files: { print: 'print', walks: 'walks', map: 'map', walk: 'walk', shift: 'shift' },
    },
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
    score: (name, value) => `score ${value} (${name})`,
    and: '; ',
  },
  warnings: {
    area_partly_outside: ({ region, share }) =>
      `${share === undefined ? 'Part' : `About ${Math.round(100 * share)} %`} of the area lies outside region "${region}"; only the part inside is planned.`,
    targets_ignored: ({ count, first }) =>
      `${count} of the targets given ${count === 1 ? 'is not in this part of the region and was' : 'are not in this part of the region and were'} ignored (first: "${first}"); to add a target give its location and doors.`,
    target_split: ({ id, now }) =>
      `"${id}" is now ${now.length} targets (${now.join(', ')}); its doors and floors were ignored: give them for each.`,
    walkers_idle: ({ idle, of }) =>
      `${idle} of ${of} walkers ${idle === 1 ? 'has' : 'have'} nothing to do; fewer would be enough.`,
    walkers_without_walk: ({ idle, of, left }) =>
      `${idle} of ${of} walkers ${idle === 1 ? 'has' : 'have'} no walk, although ${left} target${left === 1 ? ' is' : 's are'} on none: what lies behind one street door is kept on one walk, and some may be too far for their starts.`,
    too_fast: ({ doorsPerHour }) =>
      `${doorsPerHour} doors an hour for each walker is more than teams manage in practice; check the assumptions.`,
    keys_not_reached: ({ missing, of, named }) => {
      const said = named.map((key) => sayMissed(key, MISSED, ':'))
      const more = missing > named.length ? [`and ${missing - named.length} more`] : []
      return `${missing} of ${of} key buildings ${missing === 1 ? 'is' : 'are'} on no walk. ${[...said, ...more].join('; ')}.`
    },
    keys_elsewhere: ({ count, first }) =>
      `${count} of the key buildings given ${count === 1 ? 'is' : 'are'} not in the area of this plan (first: "${first}").`,
    start_far: ({ walkers, metres, across }) =>
      `${walkers === 1 ? 'A start or end' : `Starts or ends of ${walkers} walkers`} ${walkers === 1 ? 'lies' : 'lie'} ${metres} m from the nearest street that one can walk on${across ? ', across water, a railway or a motorway' : ''}: check ${walkers === 1 ? 'it' : 'them'}; the way from there is not known.`,
    out_of_the_way: ({ stops, minutes }) =>
      `${stops} stop${stops === 1 ? ' lies' : 's lie'} out of the way: ${minutes} min of detour, more than their doors are worth on these walks; see detour.`,
    targets_twice: ({ count, first }) =>
      `targets: ${count} id${count === 1 ? ' is' : 's are'} there twice, the last counts (first: "${first}").`,
    targets_say_nothing: ({ count, first }) =>
      `targets: of ${count} nothing but the id is said, which changes nothing (first: "${first}").`,
    targets_not_moved: ({ count, first }) =>
      `targets: the location of ${count} was ignored, the region knows where ${count === 1 ? 'it stands' : 'they stand'} (first: "${first}").`,
    skip_targets_nowhere: ({ count, first }) =>
      `skip.targets: ${count} ${count === 1 ? 'is' : 'are'} not in this area, which changes nothing (first: "${first}").`,
    skip_cells_empty: ({ count, first }) =>
      `skip.cells: in ${count} nothing of this area stands, which changes nothing (first: "${first}").`,
    split_alone: ({ count, first }) =>
      `split changes nothing for ${count} walker${count === 1 ? '' : 's'} of one person (first: "${first}"); say people.`,
    ranking_nowhere: ({ count, first }) =>
      `${count} target${count === 1 ? ' lies' : 's lie'} in no area of the ranking and count${count === 1 ? 's' : ''} as the lowest of its areas (first: "${first}").`,
    ranking_partial: ({ count, first }) =>
      `${count} precinct${count === 1 ? ' of the ranking reaches' : 's of the ranking reach'} out of the region (first: "${first}"): ${count === 1 ? 'its score is' : 'their scores are'} of the whole precinct, the walks are of the part inside.`,
    key_share_unused: () => 'keyShare changes nothing: targets name the key buildings.',
    batch_areas_empty: ({ count, first, shift }) =>
      `${count === 1 ? '1 area of a shift gets' : `${count} areas of shifts get`} nobody and is not planned (first: "${first}" in shift ${shift}): there are fewer walkers than areas, or all have others.`,
    batch_volunteers_unused: ({ count, first }) =>
      `${count} volunteer${count === 1 ? ' is' : 's are'} sent nowhere: no shift of theirs has their area (first: "${first}").`,
    visited_since_late: ({ since }) =>
      `skip.visitedSince changes nothing: ${since} is after the walks begin.`,
    nothing_to_walk: () => 'There is nothing to walk to in this area: see leftOut for the reasons.',
  },
  instructions: () => ({
    cross({ name, detail, corner, onto }) {
      const way = onto === undefined || onto === '' ? undefined : onto === name ? 'the other side' : onto
      return [
        name === '' ? (detail === 'signals' || detail === 'marked' ? 'Cross' : 'Cross the street') : 'Cross',
        ...(name === '' ? [] : [writeStreet(name)]),
        ...(detail === 'signals' ? ['at the lights'] : detail === 'marked' ? ['at the crossing'] : []),
        ...(corner === undefined ? [] : [`at the corner of ${writeStreet(corner)}`]),
        ...(way === undefined ? [] : [`and continue on ${writeStreet(way)}`]),
      ].join(' ')
    },
    stairs({ name, detail }) {
      const verb = detail === 'up' ? 'Go up' : detail === 'down' ? 'Go down' : 'Take'
      if (name === '') return `${verb} the stairs`
      return saysStairs(name) ? `${verb} ${writeStreet(name)}` : `${verb} the stairs of ${writeStreet(name)}`
    },
    passage({ name }) {
      if (name === '') return 'Go through the passage'
      const street = writeStreet(name)
      return isStreet(name) ? `Go through the covered part of ${street}` : `Go through ${street}`
    },
    lift: 'Take the lift',
    goBack: ({ name }) => (name === '' ? 'Go back the way you came' : `Go back along ${writeStreet(name)}`),
    street: writeStreet,
    ways: {
      path: 'the path',
      footway: 'the footpath',
      sidewalk: 'the pavement',
      crossing: 'the crossing',
      steps: 'the stairs',
      pedestrian: 'the pedestrian street',
      cycleway: 'the cycle path',
      corridor: 'the corridor',
      driveway: 'the driveway',
      service: 'the access road',
      living: UNNAMED,
      residential: UNNAMED,
      tertiary: UNNAMED,
      secondary: UNNAMED,
      primary: UNNAMED,
      trunk: UNNAMED,
      open: 'the open ground',
      ferry: 'the ferry',
      elevator: 'the lift',
    },
    towards: (way, street) => `${way} to ${writeStreet(street)}`,
    leaving: { left: 'left out of the door', right: 'right out of the door' },
    arrival: {
      start: 'the starting point',
      end: 'the end of the walk',
      stop: (number) => `stop ${number}`,
      address: (name) => name.trim(),
      numberless: (building, street) =>
        `the ${seen.building(building)} without a number${street === '' ? '' : ` on ${writeStreet(street)}`}`,
    },
  }),
}
