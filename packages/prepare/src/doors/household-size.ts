/**
 * People per household, by country, for where OpenStreetMap knows how many people live but nobody counts doors.
 */

/**
 * ISO 3166-1 → people per private household. Eurostat 2023, table ilc_lvph01; censuses and surveys of 2020 to 2023
 * elsewhere (ONS, US Census ACS, Statistics Canada, ABS, IBGE, INEGI, TurkStat, Statistics Bureau of Japan, NFHS-5,
 * National Bureau of Statistics of China). Rounded to what they agree on from year to year.
 */
const PEOPLE: Readonly<Record<string, number>> = {
  AT: 2.2,
  AU: 2.5,
  BE: 2.3,
  BG: 2.3,
  BR: 2.8,
  CA: 2.4,
  CH: 2.2,
  CN: 2.6,
  CY: 2.5,
  CZ: 2.3,
  DE: 2.0,
  DK: 2.0,
  EE: 2.1,
  ES: 2.5,
  FI: 1.9,
  FR: 2.2,
  GB: 2.4,
  GR: 2.5,
  HR: 2.7,
  HU: 2.3,
  IE: 2.6,
  IN: 4.4,
  IT: 2.2,
  JP: 2.2,
  LI: 2.2,
  LT: 2.1,
  LU: 2.4,
  LV: 2.1,
  MC: 2.1,
  MX: 3.6,
  NL: 2.1,
  NO: 2.1,
  NZ: 2.7,
  PL: 2.8,
  PT: 2.5,
  RO: 2.6,
  SE: 2.0,
  SI: 2.5,
  SK: 2.8,
  TR: 3.1,
  US: 2.5,
}
/** Of a country that is not in the table, or of an unknown one: about the mean of those that are. */
const HOUSEHOLD_SIZE = 2.5
/** What `--household-size` may say: there is no country below 1.8 or above 8.5 (UN DESA 2022). */
export const HOUSEHOLD_SIZES = { least: 1, most: 12 }

export function householdSize(country: string | undefined): number {
  return (country && PEOPLE[country]) || HOUSEHOLD_SIZE
}
