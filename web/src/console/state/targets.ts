/** What stands in a region, with addresses: read once, page by page, when a view first asks for it. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../api/api.ts'

export type KnownTarget = Pick<
  Schemas['ListedTarget'],
  'target' | 'building' | 'address' | 'entrance' | 'storeys' | 'doors' | 'key' | 'location' | 'precinct'
>

const FIELDS = 'target,building,address,entrance,storeys,doors,key,location,precinct'
const PAGE = 5_000

const read = new Map<string, Promise<readonly KnownTarget[]>>()

/** Costs a call for each 5,000 targets, once in this tab. @throws ProblemError, NoAnswerError */
export function targetsOf(region: { name: string; version: string }): Promise<readonly KnownTarget[]> {
  const slot = `${region.name} ${region.version}`
  const known = read.get(slot)
  if (known) return known
  const all = readAll(region.name)
  read.set(slot, all)
  all.catch(() => read.delete(slot))
  return all
}

async function readAll(region: string): Promise<readonly KnownTarget[]> {
  const all: KnownTarget[] = []
  const query = { region, limit: PAGE, fields: FIELDS }
  for (let cursor: string | undefined; ;) {
    const page = await doorwalk.GET('/v1/targets', {
      params: { query: { ...query, ...(cursor === undefined ? {} : { cursor }) } },
    })
    all.push(...(page.targets as KnownTarget[]))
    if (page.next === null) return all
    cursor = page.next
  }
}
