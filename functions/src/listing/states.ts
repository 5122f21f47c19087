/** Where targets stand at this moment, as far as a list may tell it. */
import { stateOf } from '@doorwalk/core/ledger/state'
import type { TargetRow } from '@doorwalk/core/listing/list'
import type { ListedTarget } from '@doorwalk/core/listing/listed-target'
import { boxAround } from '@doorwalk/core/region/box'
import { readCampaign } from '../campaigns/settings.ts'
import { censusFor } from '../ledger/census.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { momentOf } from '../ledger/moment.ts'
import { standingsOf } from '../ledger/snapshot.ts'
import type { Storage } from '../world.ts'

interface Told {
  campaign: string
  region: string
  rows: TargetRow[]
}

/** Below 11 doors no state is told. Cost: the blocks of these rows are read. */
export async function withStates(
  world: Pick<Storage, 'store' | 'blobs' | 'clock' | 'regions' | 'id'>,
  { campaign, region, rows }: Told,
): Promise<ListedTarget[]> {
  const [settings, census, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, { campaign, region, near: [boxAround(rows.map(({ location }) => location))] }),
    heldOutIn(world, { campaign, region }),
  ])
  const moment = momentOf(world, settings)
  const targets = rows.map(({ target, block, doors, location, precinct }) => {
    return { id: target, block, doors, location, ...(precinct === null ? {} : { precinct }) }
  })
  const { standings } = await standingsOf(world, { campaign, census, heldOut, targets, isOwn: () => false })
  return rows.map((row) => {
    const known = standings.get(row.target) ?? { record: undefined, isHeldOut: false, isLeased: false }
    const { location, block, precinct, ...rest } = row
    return { ...rest, state: stateOf({ ...known, doors: row.doors }, moment), precinct, block, location }
  })
}
