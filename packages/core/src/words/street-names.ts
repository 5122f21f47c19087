/** What the name of a street tells of it, wherever the street lies. */

/** A street of two names, "Cedar St; Cedar Ave", has signs with either. */
export function namesIn(name: string): string[] {
  return name
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** The name of a street as it is written: "Cedar St / Cedar Ave". */
export function writeStreet(name: string): string {
  return namesIn(name).join(' / ')
}

/** Names that already say stairs need no second word for them. */
const STAIRS =
  /^(escaliers?|marches|degrés|scalinata|scala|escalera|escadinhas) |[ -](steps|stairs|treppe|stiege|trappen)$/i

export function saysStairs(name: string): boolean {
  return STAIRS.test(name)
}

/** Languages by their kinds of street. */
export type StreetLanguage =
  'fr' | 'en' | 'de' | 'nl' | 'scandinavian' | 'it' | 'es' | 'pt' | 'slavic' | 'hu' | 'tr'

/** At the beginning of a name, at its end, or as the end of its last word. The first row that fits decides. */
const STREETS: [StreetLanguage, RegExp][] = [
  ['fr', /^(rue|avenue|boulevard|chemin|place|impasse|allée|quai|route|sentier|ruelle) /i],
  ['fr', /^(grande|petite|nouvelle|ancienne|vieille|haute|basse) (rue|avenue|place|allée|route)\b/i],
  ['fr', /^(grand|petit|nouveau|ancien|vieux|haut|bas) (boulevard|chemin|quai|sentier)\b/i],
  [
    'en',
    / (street|st|avenue|ave|road|rd|lane|ln|drive|dr|court|way|close|terrace|boulevard|blvd|crescent)$/i,
  ],
  ['de', /(straße|strasse|str\.|gasse|weg|platz|allee|ring|damm|ufer)$/i],
  ['nl', /(straat|laan|gracht|kade|plein|dijk|dreef)$/i],
  ['scandinavian', /(gade|gata|gatan|vej|veien|vägen|katu)$/i],
  ['it', /^(via|viale|piazza|corso|vicolo|largo) /i],
  ['es', /^(calle|avenida|plaza|paseo|carrer|plaça) /i],
  ['pt', /^(rua|praça|travessa) /i],
  ['slavic', /^(ulica|ulice|ul\.|aleja|улица|вулиця) | (ulica|ulice|улица|вулиця)$/i],
  ['hu', / (utca|út|tér|körút)$/i],
  ['tr', / (sokak|sokağı|caddesi)$/i],
]

/** Of the kind of street that a name tells; undefined where it tells none. */
export function languageOf(name: string): StreetLanguage | undefined {
  return STREETS.find(([, kinds]) => kinds.test(name))?.[0]
}

/** A street that runs below a house is no passage to those who look for one. */
export function isStreet(name: string): boolean {
  return languageOf(name) !== undefined
}
