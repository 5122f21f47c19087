/** Every target of an area that a plan could use, precinct by precinct and street by street. */
import type { Area } from '../area/place.ts'
import { precinctFinder } from '../area/precinct-finder.ts'
import { addressOrder } from '../building/address-order.ts'
import type { Aliases } from '../building/alias.ts'
import { DEFAULT_ASSUMPTIONS } from '../building/door-time.ts'
import { loadBuildings } from '../building/load.ts'
import { type Candidate, refuseNothing, selectTargets } from '../building/select.ts'
import type { Regions } from '../ports.ts'
import type { Manifest, Precinct } from '../region/region.ts'
import type { PriorityKept } from '../request/priority.ts'
import { PlanRequest, type TargetOverride } from '../request/request.ts'
import { type AddressOrder, writeAddress } from '../words/address.ts'
import type { Warning } from '../words/warning.ts'
import type { ListedTarget } from './listed-target.ts'

/** Of whom a list is, and what the campaign says of them. */
export interface ListInput {
  regions: Regions
  manifest: Manifest
  precincts: Precinct[]
  area: Area
  aliases: Aliases
  /** The campaign's own: doors, key, exclude, new ones. */
  targets?: readonly TargetOverride[] | undefined
  /** What scores come from, the weights of a ranking filled in; default: every door counts the same. */
  priority?: PriorityKept | undefined
}

/** Without their state, which the ledger knows. */
export type TargetRow = Omit<ListedTarget, 'state'>

export interface TargetList {
  rows: TargetRow[]
  warnings: Warning[]
}

/**
 * By precinct, street, number and id; what a plan leaves out (excluded, no doors) is not there.
 *
 * @throws VisibleError `priority.*`, `area.holds_nothing`
 */
export async function listTargets(input: ListInput): Promise<TargetList> {
  const { regions, manifest, precincts, area, aliases, targets, priority } = input
  const request = {
    ...PlanRequest.parse({ region: manifest.name, volunteers: 1 }),
    ...(priority === undefined ? {} : { priority }),
  }
  const selection = selectTargets({
    buildings: await loadBuildings(regions, manifest, area.bbox),
    ...{ area, precincts, aliases, assumptions: DEFAULT_ASSUMPTIONS },
    request: targets ? { ...request, targets: [...targets] } : request,
    named: new Set(),
  })
  refuseNothing(selection, area)
  const { candidates, warnings } = selection
  const order = addressOrder(manifest, () => candidates.flatMap(({ target }) => target.address ?? []))
  const find = precincts.length > 0 ? precinctFinder(precincts) : () => undefined
  const rows = candidates
    .map((candidate) => {
      const precinct = candidate.precinct ?? find(candidate.target.location)?.code
      return { candidate, precinct, key: sortKey({ candidate, precinct }) }
    })
    .toSorted((a, b) => compared(a.key, b.key))
    .map(({ candidate, precinct }) => rowOf(candidate, precinct, order))
  return { rows, warnings }
}

function rowOf(
  { target, priority, key }: Candidate,
  precinct: string | undefined,
  order: AddressOrder,
): TargetRow {
  const { address, entrance, part } = target
  return {
    ...{ target: target.id, building: target.building },
    address: address ? writeAddress(address, order) : '',
    ...{ postcode: address?.postcode ?? null, city: address?.city ?? null },
    entrance: entrance?.label ?? null,
    storeys: part ? { from: part.fromFloor, to: part.toFloor } : null,
    ...{ doors: target.doors, doorsLow: target.doorsLow, doorsHigh: target.doorsHigh },
    ...{ doorsSource: target.doorsSource, floors: target.floors },
    ...{ score: Math.round(priority * 100) / 100, key, precinct: precinct ?? null },
    ...{ block: target.block, location: target.location },
  }
}

type SortKey = [precinct: string, street: string, number: number, rest: string, id: string]

/** What is in no precinct, and has no street, comes last. */
function sortKey({ candidate, precinct }: { candidate: Candidate; precinct: string | undefined }): SortKey {
  const { id, address } = candidate.target
  const number = Number.parseInt(address?.number ?? '', 10)
  const last = '\uffff'
  return [
    precinct ?? last,
    address?.street ?? last,
    Number.isNaN(number) ? 0 : number,
    address?.number ?? '',
    id,
  ]
}

function compared(a: SortKey, b: SortKey): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1
}
