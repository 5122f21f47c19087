/** Addresses of a table put together: rows of one address that differ by their unit are one address. */
import { plainNumber } from '@doorwalk/core/matching/street-name'
import { metresPerDegree, type Metres } from '@doorwalk/core/units'
import { addressKey, type AddressPoint } from './address.ts'

/** Two rows of one address this near are one place: a unit, or the same said twice. */
const SAME_PLACE: Metres = 30

/** Addresses by id and by what they say. */
export class AddressTable {
  readonly list: AddressPoint[] = []
  private readonly byKey = new Map<string, AddressPoint>()
  private readonly byText = new Map<string, AddressPoint[]>()

  /** Whether the row says something new. */
  add(address: AddressPoint, { hasId, units }: { hasId: boolean; units: string[] | undefined }): boolean {
    const text = `${addressKey(address)}|${address.postcode ?? ''}`
    const same = this.byText.get(text) ?? []
    this.byText.set(text, same)
    const known = this.byKey.get(address.key)
    const isKnown = known !== undefined && same.includes(known)
    const at =
      (!hasId || units ? same.find((other) => isSamePlace(address, other)) : undefined) ??
      (isKnown && hasId ? known : undefined)
    if (at) return addUnits(at, units)
    const placed = known ? { ...address, key: placedKey(address) } : address
    if (this.byKey.has(placed.key)) return false
    addUnits(placed, units)
    this.byKey.set(placed.key, placed)
    same.push(placed)
    this.list.push(placed)
    return true
  }
}

function isSamePlace({ location: a }: AddressPoint, { location: b }: AddressPoint): boolean {
  if (!a || !b) return false
  const scale = metresPerDegree(a[1])
  return Math.hypot((a[0] - b[0]) * scale.lng, (a[1] - b[1]) * scale.lat) <= SAME_PLACE
}

/** Whether one of them is new. */
function addUnits(address: AddressPoint, units: string[] = []): boolean {
  const list = address.lists?.[0]
  const fresh = units.filter((unit) => !list?.units?.includes(unit))
  if (fresh.length === 0) return false
  address.lists = [{ key: address.key, units: [...(list?.units ?? []), ...fresh] }]
  return true
}

/** Where another place has the key already: by where it lies, so that it stays when rows move. */
function placedKey({ key, number, location }: AddressPoint): string {
  const [lng, lat] = (location ?? [0, 0]).map((degrees) => Math.round(degrees * 1e5))
  return `${key}-${glued(number)}-at-${lng}-${lat}`
}

/** A number as part of an id, which may stand in an address of the web. */
export function glued(number: string): string {
  return plainNumber(number).replace(/[/;,.]/g, '-')
}
