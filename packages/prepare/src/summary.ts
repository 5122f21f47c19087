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
import { compareStrings } from './lists/compare-strings.ts'
import type { Households } from './doors/households.ts'
import { checkPlaces, type PlaceCheck } from './doors/places-check.ts'
import type { Peopled } from './doors/population.ts'
import { whyDoors, type Why } from './doors/why.ts'
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
  /** Totals against people and grid, smallest place first. */
  places: PlaceCheck[]
  /** The largest estimates that nobody counted. */
  largest: LargeEstimate[]
}

export interface LargeEstimate {
  building: Building
  why: Why
}

/** So many are listed. */
const LARGEST = 20

interface Run {
  read: ReadHomes
  buildings: Building[]
  gates: BehindGates
  ids: IdReport | Unusable | undefined
  households: Households | undefined
  precincts: Precincts | undefined
  sources: DoorSources
  estimates: DoorEstimates
  people: Peopled[]
}

/** Everything but the manifest, which is written last. */
export function reportOf(run: Run): Omit<PrepareReport, 'manifest'> {
  const { buildings, households, read, estimates } = run
  const doors = [...read.doors, ...read.registered.doors]
  return {
    ...read.counts,
    streets: read.streets.report,
    extent: { by: read.extent.by },
    buildings,
    gates: run.gates,
    places: checkPlaces(doors, { ...estimates, places: run.people, used: estimates.places, households }),
    largest: largestOf(run),
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

/** By doors, then by id. */
function largestOf({ read, buildings, estimates }: Run): LargeEstimate[] {
  const homes = new Map(read.homes.map((home) => [home.id, home]))
  const uncounted = (building: Building) =>
    building.targets.some(({ doorsSource }) => doorsSource === 'floor_area' || doorsSource === 'grid')
  return buildings
    .filter(uncounted)
    .sort((a, b) => b.doors - a.doors || compareStrings(a.id, b.id))
    .slice(0, LARGEST)
    .flatMap((building) => {
      const home = homes.get(building.id)
      return home ? [{ building, why: whyDoors(home, estimates.expected.get(home)) }] : []
    })
}
