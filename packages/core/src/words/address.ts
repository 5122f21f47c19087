/** Writes addresses in the order of their country: "12 bis rue Condorcet", "Maderbräustraße 3". */
import { languageOf, writeStreet, type StreetLanguage } from './street-names.ts'

export type AddressOrder = 'number_first' | 'street_first'

/**
 * Countries that write the number before the street; all others write it behind. From the address formats of the
 * Universal Postal Union and of OpenCage's address-formatting.
 */
const NUMBER_FIRST = new Set(
  // English
  (
    'AU BB BS BZ CA FJ GB GG GI GY IE IM IN JE JM KE LK MT NG NZ PH PK SG TT UG US ZA ZM ZW BM KY PR GU VI ' +
    // French
    'FR MC LU BF BJ BL CD CF CG CI CM DZ GA GF GN GP HT MA MF MG ML MQ MR MU NC NE PF PM RE SN TD TG TN WF YT ' +
    // others
    'AE BD EG GH HK IL LB MM MY NP SA TH TZ VN'
  ).split(' '),
)

/** Of those that tell where no country is known. */
const NUMBER_FIRST_LANGUAGES: ReadonlySet<StreetLanguage> = new Set<StreetLanguage>(['fr', 'en'])

/** @param country ISO 3166-1, two letters */
export function orderIn(country: string): AddressOrder {
  return NUMBER_FIRST.has(country) ? 'number_first' : 'street_first'
}

/** What most of the street names that tell say; undefined where none tells. */
export function orderOfStreets(names: readonly string[]): AddressOrder | undefined {
  let votes = 0
  for (const name of names) {
    const language = languageOf(name)
    if (language !== undefined) votes += NUMBER_FIRST_LANGUAGES.has(language) ? 1 : -1
  }
  return votes === 0 ? undefined : votes > 0 ? 'number_first' : 'street_first'
}

interface WrittenAddress {
  /** Or the name of a house; empty where there is none. */
  number: string
  street: string
  /** Of the address itself, where it says so. */
  country?: string
}

/** @param order  of its region, for an address that does not say its own country */
export function writeAddress({ number, street, country }: WrittenAddress, order: AddressOrder): string {
  const [numbers, name] = [
    number
      .split(';')
      .map((each) => each.trim())
      .join(', '),
    writeStreet(street),
  ]
  if (numbers === '' || name === '') return numbers + name
  // The name of a house stands before the street everywhere.
  if (!/\d/.test(numbers) && numbers.length > 2) return `${numbers}, ${name}`
  const own = country === undefined ? order : orderIn(country)
  return own === 'number_first' ? `${numbers} ${name}` : `${name} ${numbers}`
}
