/** What is said of a list in English; every other language says the same. */
import type { Doubt, NoList, Personal, Remedy } from './kinds.ts'

const NO_LIST: Record<NoList, string> = {
  pdf: 'a PDF',
  picture: 'a picture',
  rtf: 'a text document (RTF)',
  contacts: 'a file of contacts',
  gzip: 'packed with gzip',
  '7z': 'a 7z archive',
  rar: 'a RAR archive',
  xz: 'packed with xz',
  bzip2: 'packed with bzip2',
  zstd: 'packed with zstd',
  database: 'a database (SQLite or GeoPackage)',
  parquet: 'a Parquet file',
  shapefile: 'a shapefile',
  flatGeobuf: 'FlatGeobuf',
  emptyZip: 'an empty ZIP archive',
  zip: 'a ZIP archive',
  webPage: 'a web page, whatever its name ends in',
  xmlSheet: 'a spreadsheet in XML',
  xml: 'XML (such as KML or GPX)',
  unknown: 'not a text and not a spreadsheet that is known',
  numbers: 'a file of Apple Numbers',
  word: 'a text document (Word)',
  slides: 'a presentation (PowerPoint)',
  kmz: 'a map of Google Earth (KMZ)',
}

const REMEDIES: Record<Remedy, string> = {
  save: 'Open it and save it as .xlsx or CSV',
  saveInOffice: 'Open it in Excel or LibreOffice and save it as .xlsx or CSV',
  unpack: 'Unpack it and import the file inside',
  export: 'Write it as CSV or GeoJSON in the program that made it, such as QGIS',
  exportMap: 'Write it as CSV or GeoJSON, for example with QGIS',
  askTable: 'Ask for the table itself (.xlsx or CSV); numbers cannot be read off a picture of it',
  copyTable: 'Copy its table into a spreadsheet and save that as .xlsx or CSV',
  noContacts: 'Contacts of persons are not imported; expected a list of buildings',
  exportNumbers: 'Open it in Numbers and choose File, Export To, Excel (or CSV)',
}

const DOUBTS: Record<Doubt, (metres: number) => string> = {
  street: () => 'no street of the region is written like that',
  number: () => 'the street of the region has no such number',
  several: () => 'several places of the region have this address',
  town: () => 'the region has this address in another town',
  position: (metres) => `the position lies more than ${metres} m from the address`,
}

const s = (count: number): string => (count === 1 ? '' : 's')
const listed = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

export const en = {
  // What came.
  nothing: 'nothing',
  sums: 'a line of sums',
  anotherTable: 'another table',
  streetAlone: 'a street without a number',
  someText: 'a text',
  controlText: 'a text with control characters',
  textWith: ({ kind }: { kind: Personal }) => `a text with ${kind}`,
  digits: ({ digits }: { digits: number }) => `a number of ${digits} digit${s(digits)}`,
  letters: ({ letters }: { letters: number }) => `a text of ${letters} letter${s(letters)}`,
  characters: ({ characters }: { characters: number }) => `${characters} character${s(characters)}`,
  addressWithName: 'an address with a name',
  name: 'a name',
  // What was taken instead.
  addressWithoutName: 'the address without it',
  textWithout: 'the text without them',
  replacesId: ({ line }: { line: number }) => `replaces line ${line}, which has the same id`,
  replacesSame: ({ line }: { line: number }) => `replaces line ${line}, which is about the same`,
  // What was expected.
  building: 'a building',
  yesOrNo: 'yes or no',
  wholeDoors: 'a whole number of doors',
  doorsWithin: 'a whole number of doors from 0 to 2000',
  storeys: 'a number of floors',
  upperStoreys: 'a number of floors above the ground floor',
  storeysWithin: 'a whole number of floors from 1 to 60',
  priority: 'a number from 0 to 100',
  houseNumber: 'a house number such as 12 bis',
  noDate:
    'a house number; the spreadsheet has made a date of it (of 3-5, the 3rd of May). Type it again with an apostrophe before it',
  postcode: 'a postcode',
  houseNumberPlace: 'the place of a house number; this is somewhere in its street or town',
  someAddress: 'a number and a street, coordinates or an id',
  writtenAddress: 'a number and a street such as 12 rue Condorcet',
  plainText: 'a text of plain characters',
  wholeId: 'a whole id; the spreadsheet shows it cut short. Make the column a text',
  shortId: ({ most }: { most: number }) => `an id of at most ${most} characters`,
  atMost: ({ most }: { most: number }) => `at most ${most} characters`,
  outline: 'a point or an outline',
  uncrossed: 'an outline that does not cross itself; this one does at this place. Draw it again',
  longitude: 'a longitude in degrees',
  latitude: 'a latitude in degrees',
  place: 'a geometry, or latitude, longitude',
  inRegion: ({ box }: { box: readonly number[] }) =>
    `a place in the region (west, south, east, north ${box.join(', ')})`,
  oneTable: ({ line }: { line: number }) =>
    `the same columns to the end; line ${line} begins another table. Put it into a sheet of its own`,
  something: 'something about the building: doors, floors, priority, key, exclude',
  ofRegion: 'a number and a street of the region, or a position in it',
  whichBuilding: 'an id of the region, or an address, or a position: nobody can tell which building it is',
  oneNumber: 'one house number: the address has another one',
  likelyDoors: ({ known }: { known: number }) =>
    `a likely number of doors: the map expects ${known} there. Correct it or, if it is right, choose the building or name it by its id of the region`,
  farDoors: ({ known }: { known: number }) =>
    `a number nearer to what the map expects there (${known} door${s(known)}); it is taken as it stands, look whether it is right`,
  manyDoors: ({ most }: { most: number }) =>
    `fewer than ${most} doors at one address, as nearly everywhere; it is taken as it stands, look whether it is right`,
  doorsOfAdded: 'a number of doors: the region has no building there, and one that is added needs it',
  nearBuilding: 'a place within 30 m of a building of the region, or an outline',
  doubtful: ({
    doubt,
    metres,
    candidates,
  }: {
    doubt: Doubt
    metres: number
    candidates: readonly string[]
  }) =>
    `${DOUBTS[doubt](metres)}; ${
      candidates.length === 0
        ? 'give the number as the map has it, or a position'
        : `is it ${candidates.join(', or ')}? Write it like that, or give a position`
    }`,
  oneLineEach: ({ line }: { line: number }) =>
    `one line for each building: line ${line} says something else of it`,
  mostEntries: ({ most }: { most: number }) => `at most ${most} entries in a list`,
  // Why a column is taken for what it is taken for.
  byName: 'its name says so',
  byCells: 'its cells look so',
  byRegion: 'its cells lie in the region',
  asAsked: 'as asked',
  empty: 'it is empty',
  unknown: 'nothing tells what it is',
  numberElsewhere: 'it numbers the lines: addresses have numbers of their own',
  otherMissing: 'the other coordinate is missing',
  notItsName: ({ field }: { field: string }) => {
    const what = ['place', 'lng', 'lat'].includes(field)
      ? 'coordinates'
      : field === 'priority'
        ? 'numbers from 0 to 100'
        : ['key', 'exclude'].includes(field)
          ? 'yes or no'
          : field
    return `it is called so, but its cells are no ${what}`
  },
  takenBy: ({ column, field }: { column: string; field: string }) => `"${column}" is read as ${field}`,
  // What a reader should know of the list as a whole.
  alone: ({ column }: { column: string }) =>
    `"${column}" alone places nothing; the other coordinate is missing.`,
  swapped: 'Longitude and latitude stand in each other’s column; they are read the other way round.',
  otherSheets: ({
    sheet,
    others,
  }: {
    sheet: string
    others: readonly { name: string; isHidden: boolean }[]
  }) =>
    `Only the sheet "${sheet}" is read, not ${others
      .map(({ name, isHidden }) => `"${name}"${isHidden ? ' (hidden)' : ''}`)
      .join(', ')}; name a sheet to read another.`,
  titles: ({ line, lines, first }: { line: number; lines: number; first: number }) =>
    `What stands above line ${line} is not read (${lines} line${s(lines)}, from line ${first}).`,
  // Why a list cannot be read.
  noList: ({ what, remedy }: { what: NoList; remedy: Remedy }) =>
    `it is ${NO_LIST[what]}, no list. ${REMEDIES[remedy]}.`,
  oldOffice: 'it is an old Office file, but no workbook. Open it and save its table as .xlsx or CSV.',
  password:
    'it is protected by a password. Open it, take the password away (in Excel: File, Info, Protect Workbook, Encrypt with Password, leave it empty), save it and import that.',
  emptyFile: 'it is empty. Send the file again; perhaps it was still being written.',
  noSheet: 'it has no sheet. Expected one with the list.',
  cutOff:
    'it is cut off or damaged. Open it in Excel or LibreOffice, save it again as .xlsx and import that.',
  damagedPart:
    'a part of it cannot be unpacked. Open it in Excel or LibreOffice, save it again as .xlsx and import that.',
  noWorkbook:
    'it is damaged, or no workbook that is known. Open it in Excel or LibreOffice, save it again as .xlsx and import that.',
  tooLarge: ({ megabytes }: { megabytes: number }) =>
    `it has more than ${megabytes} MB. Save the list as CSV, which may have any length, and import that.`,
  tooLargeUnpacked: ({ megabytes }: { megabytes: number }) =>
    `unpacked it has more than ${megabytes} MB. Save the sheet with the list as CSV and import that.`,
  tooLargeOld: ({ megabytes }: { megabytes: number }) =>
    `it has more than ${megabytes} MB in an old format. Open it in Excel or LibreOffice and save it as .xlsx or CSV.`,
  openQuote: ({ line }: { line: number | null }) =>
    `a quotation mark (") is opened${line === null ? '' : ` before line ${line}`} and never closed, so that the rest of the list is one cell. Look for a single " there and remove it.`,
  noEncoding:
    'it is no text in an encoding that is read (UTF-8, UTF-16, Windows-1252). Open it in the program that made it and save it as .xlsx or as CSV in UTF-8.',
  /** A reader that tables share has said it. */
  badJson: ({ why }: { why: string }) => why,
  hiddenSheets: ({ sheets }: { sheets: readonly string[] }) =>
    `every sheet is hidden: ${listed(sheets)}. Name the sheet that is to be read.`,
  noSuchSheet: ({ sheet, sheets }: { sheet: string; sheets: readonly string[] }) =>
    `there is no sheet "${sheet}"; ${sheets.length === 0 ? 'it has no sheets' : `the sheets are ${listed(sheets)}`}.`,
  noLine: 'it holds no line below the names of its columns. Expected one for each building.',
  noPlace: ({
    sheets,
    columns,
  }: {
    sheets: readonly string[]
    columns: readonly { name: string; kind: Personal | null }[]
  }) =>
    `no column${sheets.length > 1 ? ` in any of the sheets ${listed(sheets)}` : ''} tells where a building is: an address, coordinates, or an id of the region. The columns are ${columns
      .map(({ name, kind }) => (kind === null ? `"${name}"` : `"${name}" (${kind}, not stored)`))
      .join(', ')}. Say of a column that it is the address, or give the columns names in the first line.`,
  noSuchColumn: ({
    column,
    columns,
    isMore,
  }: {
    column: string
    columns: readonly string[]
    isMore: boolean
  }) => `there is no column "${column}". The columns are ${listed(columns)}${isMore ? ' …' : ''}.`,
  personalColumn: ({
    column,
    field,
    kind,
    isByName,
  }: {
    column: string
    field: string
    kind: Personal
    isByName: boolean
  }) =>
    `the column "${column}" is not read as ${field}: it holds ${kind} (${isByName ? 'its name says so' : 'its cells look so'}), which are not stored. Name another column, or leave it out.`,
  // Kinds of what is not stored.
  personal: ({ kind }: { kind: Personal }) => kind,
}

type Values<Sentence> = Sentence extends (values: infer Named) => string ? Named : undefined
/** What a language has to say: the compiler tells which sentence it lacks. */
export type Sentences = {
  [Code in keyof typeof en]: Values<(typeof en)[Code]> extends infer Named
    ? Named extends undefined
      ? string
      : (values: Named) => string
    : never
}
