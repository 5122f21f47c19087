/** What a run of `prepare` did, as data: counted here, worded in `report.ts`. */
import type { Building } from '@doorwalk/core/building/building'
import type { Manifest } from '@doorwalk/core/region'
import type { AddressPoint, OsmAddresses } from './address.ts'
import type { BanAddresses } from './ban.ts'
import type { DoorEstimates, DoorSources } from './doors.ts'
import type { Dwellings, MatchedDwellings } from './dwellings.ts'
import { checkAgainstGrid, checkAgainstRegister, type DoorCheck, type RegisterCheck } from './evaluate.ts'
import type { Extent } from './extent.ts'
import type { Home } from './homes.ts'
import type { Households } from './households.ts'
import type { Joined } from './join.ts'
import type { IdReport } from './match-ids.ts'
import type { OsmExtract } from './osm.ts'
import type { Precincts } from './precincts.ts'
import type { Unusable } from './previous.ts'
import type { ImportCounts } from './refused.ts'
import type { StreetDoor } from './street-doors.ts'
import type { StreetReport, StreetTiles } from './streets.ts'
import type { Structures } from './structures.ts'

export interface PrepareReport {
  manifest: Manifest
  osm: OsmExtract['counts']
  streets: StreetReport
  structures: { read: number; broken: number; outside: number; multipolygons: number }
  addresses: OsmAddresses['counts']
  joined: Pick<Joined, 'joined' | 'inside' | 'unjoined'>
  ban?: { counts: ImportCounts; inBox: number; joined: number; unjoined: Joined['unjoined']; alone: number }
  dwellings?: {
    counts: ImportCounts
    matched: number
    unmatched: MatchedDwellings['unmatched']
  }
  precincts?: { codeField: string; read: number; kept: number; buildingsWithout: number }
  buildings: Building[]
  /** Compared with the version before, when there was one. */
  ids?: IdReport | Unusable
  doors?: DoorCheck
  register?: RegisterCheck[]
}

interface Run {
  manifest: Manifest
  extract: OsmExtract
  extent: Extent
  streets: StreetTiles
  structures: Structures
  osm: OsmAddresses
  ban: BanAddresses | undefined
  joined: Joined
  buildings: Building[]
  ids: IdReport | Unusable | undefined
  /** Without the ones that only the register knows. */
  homes: Home[]
  doors: StreetDoor[]
  loose: AddressPoint[]
  households: Households | undefined
  register: Dwellings | undefined
  matched: MatchedDwellings | undefined
  precincts: Precincts | undefined
  sources: DoorSources
  estimates: DoorEstimates
}

export function reportOf(run: Run): PrepareReport {
  const { structures, buildings, joined, households, matched } = run
  return {
    manifest: run.manifest,
    osm: run.extract.counts,
    streets: run.streets.report,
    structures: {
      read: structures.list.length,
      broken: structures.broken,
      outside: structures.list.length - run.homes.filter(({ drawn }) => drawn).length,
      multipolygons: structures.list.filter(({ key }) => key.startsWith('r')).length,
    },
    addresses: run.osm.counts,
    joined,
    buildings,
    ...(run.ids ? { ids: run.ids } : {}),
    ...banPart(run),
    ...(run.register && matched
      ? {
          dwellings: {
            counts: run.register.counts,
            matched: run.register.list.length - matched.unmatched.length,
            unmatched: matched.unmatched,
          },
        }
      : {}),
    ...(run.precincts
      ? {
          precincts: {
            codeField: run.precincts.codeField,
            read: run.precincts.read,
            kept: run.precincts.list.length,
            buildingsWithout: buildings.filter(({ precinct }) => precinct === undefined).length,
          },
        }
      : {}),
    ...(households ? { doors: checkAgainstGrid(run.doors, { ...run, households }) } : {}),
    ...(matched
      ? { register: checkAgainstRegister(run.doors, { dwellings: matched.byDoor, households }) }
      : {}),
  }
}

/** Of the address table, only what lies in the box counts: a building outside is no building of this region. */
function banPart({ ban, joined, extent, loose }: Run): Pick<PrepareReport, 'ban'> {
  if (!ban) return {}
  const inBox = (address: AddressPoint) => address.location !== undefined && extent.isInside(address.location)
  const unjoined = joined.unjoined.filter(({ address }) => address.source === 'ban' && inBox(address))
  const total = ban.list.filter(inBox).length
  return {
    ban: {
      counts: ban.counts,
      inBox: total,
      joined: total - unjoined.length,
      unjoined,
      alone: loose.filter(inBox).length,
    },
  }
}
