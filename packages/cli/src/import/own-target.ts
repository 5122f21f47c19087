/** A line of a campaign's list as targets of a plan: those of the region that it means, or one of its own. */
import type { TargetOverride } from '@doorwalk/core/request/request'
import { plainWords } from '@doorwalk/core/letters'
import { type Candidate, placeRow } from '@doorwalk/functions/imports/place-row'
import type { RegionTargets } from '@doorwalk/functions/imports/region-targets'
import type { Saying } from '@doorwalk/prepare/list-words/say'
import type { ListLine, ListRow } from '@doorwalk/prepare/target-lists/target-list'

export type RowTargets =
  | { targets: TargetOverride[]; respelt?: { came: string; became: string }; unlikely?: Saying }
  | { refusal: Omit<NonNullable<ListLine['refusal']>, 'line'>; candidates?: Candidate[] }

/**
 * By its address where the region has it, as `POST /v1/imports` finds it. A line with a position that the region has
 * nothing for stays a target of its own.
 *
 * @param open  reads the region; asked for by the first line that needs it
 */
export async function targetsOf(row: ListRow, open: () => Promise<RegionTargets>): Promise<RowTargets> {
  const { location, address, entrance } = row
  // An entrance is one of its own, where the list says where it is.
  if (location !== undefined && (address?.number === undefined || entrance !== undefined))
    return { targets: [ownTarget(row)] }
  const placed = placeRow(row, { kind: 'targets', region: await open(), mayBeSilent: true })
  if ('refused' in placed) {
    if (location !== undefined) return { targets: [ownTarget(row)] }
    const { candidates, ...refusal } = placed.refused
    return { refusal, ...(candidates && { candidates }) }
  }
  const { entry, respelt, unlikely } = placed
  const { targets = [] } = entry
  // Nothing of the region: the list has said where it is.
  if (targets.some((target) => target.location !== undefined)) return { targets: [ownTarget(row)] }
  return { targets, ...(respelt && { respelt }), ...(unlikely && { unlikely }) }
}

function ownTarget(row: ListRow): TargetOverride {
  const { location, address, doors, floors, priority, key, exclude } = row
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
