/** How the addresses of a region are written: number or street first. */
import { countriesOf } from '../region/country.ts'
import type { Manifest } from '../region/region.ts'
import { orderIn, orderOfStreets, type AddressOrder } from '../words/address.ts'
import type { Address } from './building.ts'

/**
 * The order of the region's country, as `prepare` found it; of a region prepared before that was kept, by where it lies
 * and by the addresses at hand. Where several countries fit that differ, or none, the names of the streets decide, and
 * where they do not tell either, the street comes first, as in most countries.
 */
export function addressOrder(
  { country, bbox }: Pick<Manifest, 'country' | 'bbox'>,
  addressesAtHand: () => readonly Address[],
): AddressOrder {
  if (country !== undefined) return orderIn(country)
  const addresses = addressesAtHand()
  const said = countriesOf(bbox, cluesOf(addresses))
  const orders = new Set(said.map(orderIn))
  const [only] = orders
  if (orders.size === 1 && only !== undefined) return only
  return orderOfStreets(addresses.map(({ street }) => street)) ?? only ?? 'street_first'
}

function cluesOf(addresses: readonly Address[]): Parameters<typeof countriesOf>[1] {
  return {
    countries: addresses.flatMap(({ country }) => country ?? []),
    postcodes: addresses.flatMap(({ postcode }) => postcode ?? []),
  }
}
