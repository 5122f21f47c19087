/** The country of a region, for the way its addresses are written: kept once, and with the addresses of another one. */
import type { Address, Building, Target } from '@doorwalk/core/building/building'
import { countriesOf } from '@doorwalk/core/region/country'
import type { Manifest } from '@doorwalk/core/region/region'

/**
 * What the addresses say, else where the region lies. No country where several fit: plans then ask the names of
 * streets. Addresses of the same country lose it, in place.
 */
export function takeCountry(buildings: Building[], bbox: Manifest['bbox']): Pick<Manifest, 'country'> {
  const targets = buildings.flatMap((building) => building.targets)
  const only = countryOf(
    targets.flatMap(({ address }) => address ?? []),
    bbox,
  )
  if (only === undefined) return {}
  for (const target of targets) if (target.address?.country === only) target.address = withoutCountry(target)
  return { country: only }
}

/** ISO 3166-1; undefined where several fit. */
export function countryOf(
  addresses: Pick<Address, 'country' | 'postcode'>[],
  bbox: Manifest['bbox'],
): string | undefined {
  const [only, ...others] = countriesOf(bbox, {
    countries: addresses.flatMap(({ country }) => country ?? []),
    postcodes: addresses.flatMap(({ postcode }) => postcode ?? []),
  })
  return others.length > 0 ? undefined : only
}

function withoutCountry({ address }: Target): Address {
  const { country: _, ...rest } = address!
  return rest
}
