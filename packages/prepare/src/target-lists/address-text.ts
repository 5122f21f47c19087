/** "Bât. B, 12 bis rue X, 75009 Paris" in parts. What names somebody in it is left out. */
import { plainLetters } from '@doorwalk/core/letters'

export interface AddressParts {
  number?: string
  street: string
  postcode?: string
  city?: string
  entrance?: string
  /** Something that names somebody stood there. */
  hadName: boolean
}

/** Postcode and town at the end, perhaps with the country. */
const TOWN =
  /(?:^|[\s,;–-]+)(?:F-|CH-|B-)?(\d{4,5})\s+(\p{L}[\p{L}\s'’.\d-]*?)(?:\s+cedex(?:\s+\d+)?)?(?:[,\s]+(?:france|suisse|belgique))?\s*$/iu
/** A town, then its postcode. */
const TOWN_FIRST = /[,;]\s*(\p{L}[\p{L}\s'’.-]*?)[\s,(]+(\d{5})\)?\s*$/u
const BARE_POSTCODE = /[\s,;]+(\d{5})\s*$/
const NUMBER = String.raw`\d{1,5}(?:\s?(?:bis|ter|quater|quinquies)(?!\p{L})|\s?[a-z](?![\p{L}'’]))?`
const LEADING = new RegExp(
  String.raw`(?:^|[\s,;:])(?:n\s?[°º]\s?)?(${NUMBER}(?:\s?(?:[-/&+,]|et|à)\s?${NUMBER})*)[\s,]+(\p{L}.*)$`,
  'iu',
)
const TRAILING = new RegExp(String.raw`^(.*\p{L}.*?)[\s,]+(${NUMBER})$`, 'iu')
const ENTRANCE =
  /(?:^|[\s,;(-])(?:b[aâ]t(?:iment|\.)?|hall|entr[ée]e|esc(?:alier|\.)?|bloc|cage|tour)\s*(?:n°\s*)?([A-Z]?\d{1,2}|[A-Z]\d?)(?![\p{L}\d])\)?/iu
/** A title and what follows it up to a comma; only where no street is named with it. */
const PERSON =
  /(?:^|[,;–-])\s*(?:m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|monsieur|madame|m\s?(?:et|&)\s?mme)\s+[^,;\d]+(?=[,;\d]|$)/giu
/** "chez Dupont", behind a house number. */
const CARE_OF = /(?<=\d.*)[\s,;(]+(?:chez|c\/o|à l['’]attention de|attn?\.?)\s+[^,;]+/giu

/** Words that part a street from what is said of it. */
const BEHIND = /\s*[,;(].*$|\s+[–-]\s+.*$/u

/** Undefined where no street can be read. */
export function addressParts(text: string): AddressParts | undefined {
  const bare = text.replaceAll(PERSON, ' ').replaceAll(CARE_OF, ' ')
  const hadName = bare !== text
  const { rest, postcode, city } = townIn(bare.replaceAll(/\s+/g, ' ').trim())
  const entrance = ENTRANCE.exec(rest)?.[1]
  const clean = rest
    .replace(ENTRANCE, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,;-]+|[\s,;-]+$/g, '')
  const more = {
    ...(postcode === undefined ? {} : { postcode }),
    ...(city === undefined ? {} : { city }),
    ...(entrance === undefined ? {} : { entrance }),
    hadName,
  }
  const [, leading, behind] = LEADING.exec(clean) ?? []
  if (leading !== undefined && behind !== undefined) {
    const street = behind.replace(BEHIND, '').trim()
    return street === '' ? undefined : { number: tidyNumber(leading), street, ...more }
  }
  const [, before, trailing] = TRAILING.exec(clean.replace(/\s*;.*$/, '')) ?? []
  if (before !== undefined && trailing !== undefined)
    return { number: tidyNumber(trailing), street: before.replace(/[\s,]+$/, ''), ...more }
  const street = clean.replace(BEHIND, '').trim()
  return /\p{L}/u.test(street) ? { street, ...more } : undefined
}

function townIn(text: string): { rest: string; postcode?: string; city?: string } {
  const town = TOWN.exec(text)
  // "12 1201 rue" is no town: something has to stand before it that is more than a number.
  if (town && /\p{L}/u.test(text.slice(0, town.index)))
    return { rest: text.slice(0, town.index), postcode: town[1]!, city: town[2]!.trim() }
  const first = TOWN_FIRST.exec(text)
  if (first) return { rest: text.slice(0, first.index), postcode: first[2]!, city: first[1]!.trim() }
  const bare = BARE_POSTCODE.exec(text)
  if (bare) return { rest: text.slice(0, bare.index), postcode: bare[1]! }
  return { rest: text }
}

function tidyNumber(number: string): string {
  return number.replace(
    /^(\d+)\s*(bis|ter|quater|quinquies)$/i,
    (_, digits: string, word: string) => `${digits} ${word.toLowerCase()}`,
  )
}

const KINDS = new Set(
  'rue avenue av ave boulevard bd blvd place pl impasse imp allee allees chemin ch route rte square sq cours cite quai passage pass villa sentier ruelle venelle hameau lotissement faubourg fbg rond pont esplanade promenade montee clos parc street st road rd lane ln drive dr court ct way terrace close via piazza viale corso calle plaza strasse str weg gasse platz straat laan plein kade gracht'.split(
    ' ',
  ),
)
/** Of languages that glue it to the name. */
const GLUED = /(?:strasse|straße|str\.|weg|gasse|platz|straat|laan|plein|kade|gracht)$/i

/** Holds a word for a street. */
export function isStreetLike(text: string): boolean {
  return plainLetters(text)
    .split(/[^\p{L}.]+/u)
    .some((word) => KINDS.has(word.replace(/\.$/, '')) || GLUED.test(word))
}
