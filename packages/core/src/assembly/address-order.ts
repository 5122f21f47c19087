/** How the addresses of a plan are written. */
import { addressOrder } from '../building/address-order.ts'
import type { AddressOrder } from '../words/address.ts'
import type { Groundwork } from './groundwork.ts'

/** The same for all that is said of one plan. Cost: linear where the region does not know its country. */
export function orderOf({ site, selection }: Pick<Groundwork, 'site' | 'selection'>): AddressOrder {
  return addressOrder(site.manifest, () => selection.candidates.flatMap(({ target }) => target.address ?? []))
}
