/** What a run of `prepare` did, as data: counted here, worded in `report.ts`. */
import type { Building } from '@doorwalk/core/building/building'
import type { Manifest } from '@doorwalk/core/region/region'
import type { DoorEstimates, DoorSources } from './doors/doors.ts'
import {
  checkAgainstGrid,
  checkAgainstRegister,
  type DoorCheck,
  type RegisterCheck,
} from './doors/evaluate.ts'
import type { Households } from './doors/households.ts'
import type { IdReport } from './versions/match-ids.ts'
import type { Extent } from './osm/extent.ts'
import type { Precincts } from './region/precincts.ts'
import type { Unusable } from './versions/previous.ts'
import type { ReadCounts, ReadHomes } from './read-homes.ts'
import type { BehindGates } from './streets/behind-gates.ts'
import type { StreetReport } from './streets/tiles.ts'

export interface PrepareReport extends ReadCounts {
  manifest: Manifest
  streets: StreetReport
  extent: Pick<Extent, 'by'>
  precincts?: { codeField: string; read: number; kept: number; buildingsWithout: number; notes: string[] }
  buildings: Building[]
  /** What stands behind gates that are locked or private. */
  gates: BehindGates
  /** Compared with the version before, when there was one. */
  ids?: IdReport | Unusable
  doors?: DoorCheck
  register?: RegisterCheck[]
}

interface Run {
  read: ReadHomes
  buildings: Building[]
  gates: BehindGates
  ids: IdReport | Unusable | undefined
  households: Households | undefined
  precincts: Precincts | undefined
  sources: DoorSources
  estimates: DoorEstimates
}

/** Everything but the manifest, which is written last. */
export function reportOf(run: Run): Omit<PrepareReport, 'manifest'> {
  const { buildings, households, read } = run
  return {
    ...read.counts,
    streets: read.streets.report,
    extent: { by: read.extent.by },
    buildings,
    gates: run.gates,
    ...(run.ids ? { ids: run.ids } : {}),
    ...(run.precincts
      ? {
          precincts: {
            codeField: run.precincts.codeField,
            read: run.precincts.read,
            kept: run.precincts.list.length,
            notes: run.precincts.notes,
            buildingsWithout: buildings.filter(({ precinct }) => precinct === undefined).length,
          },
        }
      : {}),
    ...(households ? { doors: checkAgainstGrid(read.doors, { ...run, households }) } : {}),
    ...(read.matched
      ? { register: checkAgainstRegister(read.doors, { dwellings: read.matched.byDoor, households }) }
      : {}),
  }
}
