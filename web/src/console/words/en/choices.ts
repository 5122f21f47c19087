/** The parts of forms that choose where to go and who goes, in English. */
import { someEn } from '../../../words/count.ts'

export const en = {
  where: 'Where',
  region: 'The whole region',
  precincts: 'Polling stations',
  sortBy: 'Sorted by',
  byNumber: 'number',
  precinctHelp: 'Tick them here, or click on the map.',
  draw: 'An area drawn on the map',
  drawHelp:
    'Click on the map, point by point. By keyboard: move to the map, pan it with the arrow keys; Enter sets a point at the cross.',
  drawUndo: 'Remove the last point',
  drawClear: 'Clear',
  drawCleared: 'The drawing is cleared.',
  points: (n: number) => (n < 3 ? `${n} of at least 3 points` : `${n} points`),
  counting: 'Counting the doors…',
  holds: (doors: string, buildings: string, n: number) =>
    n === 0
      ? 'Nothing is left to knock on there.'
      : `${someEn(doors, 'door')} to knock on, in ${someEn(buildings, 'building')}.`,
  stationDoors: (doors: string) => someEn(doors, 'door'),
  stationPart: (doors: string, share: string) => `${doors} · ${share} in the region`,
  others: 'Other ways',
  walk: 'What one walks to from a point',
  walkMinutes: 'Minutes on foot, one way',
  walkPoint: 'Click on the map where the walk begins; by keyboard: Enter at the cross.',
  walkPointSet: 'The point is set; another click moves it.',
  file: 'A file of my own (GeoJSON, KML)',
  fileChoose: 'File with the area',
  fileHelp:
    'GeoJSON, or KML as Google My Maps exports it. Its polygons are used; what else stands in it stays on this device.',
  fileRead: (name: string, polygons: number) =>
    `${name}: ${polygons === 1 ? 'one polygon' : `${polygons} polygons`}.`,
  fileFaults: {
    not_json: 'This file cannot be read. Export the area as GeoJSON or KML and choose that file.',
    not_kml: 'This file cannot be read as KML. Export the area as KML or GeoJSON and choose that file.',
    linked:
      'This KML has no shapes in it, only the address of the map. In Google My Maps export it again, without keeping it up to date by a network link.',
    not_geojson: 'This is no GeoJSON of shapes. Export the area as GeoJSON and choose that file.',
    no_polygon: 'The file has points or lines only. An area needs a polygon: draw its outline and export it.',
    not_degrees:
      'The coordinates are no degrees of longitude and latitude. Export the file in WGS 84 (EPSG:4326).',
    swapped: 'Latitude stands before longitude. GeoJSON has longitude first: export the file again.',
    open_ring: 'An outline is not closed: its last corner must be its first. Close it and export again.',
    outside: 'The area lies outside of this region. Choose another file, or another region at the top.',
    too_many: 'The area has more than 10,000 corners. Simplify its outline and export again.',
  },
  stored: 'A saved area',
  storedChoose: 'Saved area',
  storedNone: 'choose one',
  storedEmpty: 'There is none yet: the view "Areas" keeps areas under a name.',
  lacks: {
    precincts: 'Choose at least one polling station, in the list or on the map.',
    corners: 'Set at least three points on the map.',
    point: 'Set the point on the map where the walk begins.',
    minutes: 'A number of minutes between 1 and 60.',
    file: 'Choose a file with the area.',
    stored: 'Choose a saved area.',
    region: 'The whole region cannot be put together with another area: choose something else here.',
  },
  search: 'Search',
  who: 'Who',
  byNumberOfTeams: 'A number of teams',
  byList: 'A list of names',
  list: 'Names, one per line',
  listHelp:
    'Paste from a spreadsheet or a message. After a name may stand: time (2h, 90 min), when they come (Saturday morning, until 11:30), where they start (12 rue Condorcet), "no stairs"; "Anna + Paul" walk together.',
  listPrivacy:
    'Names and addresses stay in this browser. The server and links see made-up ids only; sheets printed from this browser have the names.',
  listRead: (walks: string, people: string) => `Walks: ${walks}; people: ${people}.`,
  listShow: 'How the list was read',
  asOthers: 'as the others',
  together: (people: string) => `${people} together`,
  startFound: (address: string, found: string) =>
    address.toLowerCase() === found.toLowerCase()
      ? `starts near ${found}`
      : `starts near ${found} (written: ${address})`,
  startUnknown: (address: string) => `${address}: not found in this region, starts with the others`,
  startPoint: 'starts at the point',
  noStairs: 'no stairs',
  leftOut: 'not there',
  inShift: (shift: string, duration: string | null) =>
    duration === null ? `shift ${shift}` : `shift ${shift} (${duration})`,
  noShift: (name: string, text: string) => `${name}: no shift is "${text}", so there is no walk for them.`,
  notThen: (name: string, text: string) => `${name}: "${text}" is not when this is walked; left out.`,
  comesLater: (name: string, at: string, shifts: string | null) =>
    `${name} comes at ${at}${shifts === null ? '' : ` to shift ${shifts}`}: the walk is that much shorter, but its sheet begins with the others.`,
  isLong: (name: string, duration: string, shifts: string) =>
    `${name}: ${duration} is longer than shift ${shifts}; the walk takes that long all the same.`,
  line: (line: string) => `Line ${line}:`,
  remarks: {
    contact: (text: string) => `"${text}" is a way to reach somebody; it is not kept.`,
    nobody: (text: string) => `"${text}" names nobody; write a name first.`,
    minutes: (text: string) => `${text}: a walk takes 10 to 600 minutes; counted as the others.`,
    clock: (text: string) =>
      `"${text}" is a time of day, not a length, and is not used: write "from ${text}" or "until ${text}".`,
    unused: (text: string) =>
      `"${text}" was not understood and is not used. Known: time, days, start, "no stairs".`,
    twice: (text: string) => `${text} stands there twice; both walk.`,
    many: (text: string) => `${text}: at most six walk together; counted as six.`,
  },
  nobody: 'Enter at least one team, or paste at least one name.',
  teams: 'Teams',
  minutes: 'Minutes each',
}

export type ChoicesWords = typeof en
