/** What is asked for a target on the street. */
import type { AreaPlace } from '../area/place.ts'
import type { SnapQuery } from '../graph/route/snap.ts'

export function queryOf({ location, address }: Pick<AreaPlace, 'location' | 'address'>): SnapQuery {
  return { location, ...(address ? { street: address.street, houseNumber: address.number } : {}) }
}
