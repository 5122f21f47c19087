/** A line of a campaign's list as a target of a plan. */
import type { TargetOverride } from '@doorwalk/core/request/request'
import { plainWords } from '@doorwalk/core/letters'
import type { ListRow } from '@doorwalk/prepare/target-lists/target-list'

/** Undefined where it has an address only: it has to be found in the region first. */
export function ownTarget(row: ListRow): TargetOverride | undefined {
  const { location, address, doors, floors, priority, key, exclude } = row
  if (location === undefined && (row.id === undefined || address?.number !== undefined)) return undefined
  return {
    id: row.id ?? ownId(row),
    ...(location === undefined ? {} : { location }),
    ...(address === undefined ? {} : { address: { number: address.number ?? '', street: address.street } }),
    ...(doors === undefined ? {} : { doors }),
    ...(floors === undefined ? {} : { floors }),
    ...(priority === undefined ? {} : { priority }),
    ...(key === undefined ? {} : { key }),
    ...(exclude === undefined ? {} : { exclude }),
  }
}

/** Characters of an id. */
const LONGEST_ID = 120

/** The same for the same building each time, in whatever line it stands: "own:12-rue-condorcet-75009". */
function ownId({ address, entrance, location }: ListRow): string {
  const { number, street, postcode } = address ?? {}
  const place = number === undefined ? location!.map((degrees) => degrees.toFixed(5)).join(',') : undefined
  const words = [number, street, postcode, entrance].filter((part) => part !== undefined).join(' ')
  const name = place ?? plainWords(words).replaceAll(' ', '-')
  return `own:${name}`.slice(0, LONGEST_ID)
}
