/** What the name of a street tells of it, wherever the street lies. */

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
