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
const STAIRS = /^(escaliers?|marches|degrés)\b/i

export function saysStairs(name: string): boolean {
  return STAIRS.test(name)
}

const STREET =
  /^(rue|avenue|boulevard|chemin|route|place|quai|allée|street|road|avenue|lane)\b|(straße|strasse|gasse|weg|street|road|lane)$/i

/** A street that runs below a house is no passage to those who look for one. */
export function isStreet(name: string): boolean {
  return STREET.test(name)
}
