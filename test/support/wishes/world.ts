/**
 * A quarter in which every wish of a request makes a difference: houses, flats on the ground floor, high blocks in
 * parts, two precincts; and what a test must know of it without asking the code that plans.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Building, Target } from '@doorwalk/core/building/building'
import { loadBuildings } from '@doorwalk/core/building/load'
import type { LngLat } from '@doorwalk/core/units'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { once } from '../once.ts'
import { World, place } from '../worlds/osm-fixture.ts'
import { collection, fileWith, prepareWorld, rectangle } from '../worlds/prepared.ts'

export const REGION = 'wishes'
const LENGTH = 400
const HALF = LENGTH / 2
const STREETS = [0, 70, 140, 210]
/** Ends of the quarter, and its middle. */
export const WEST: LngLat = place(0, 0)
export const EAST: LngLat = place(LENGTH, 210)
export const MIDDLE: LngLat = place(HALF, 105)
/** The eastern precinct counts four times as much as the western one. */
const PRECINCTS = [
  { code: 'west', turnout: 20, geometry: rectangle([-60, -60, HALF + 60, 400]) },
  { code: 'east', turnout: 80, geometry: rectangle([HALF, -60, HALF + 60, 400]) },
]

const HOUSE = { building: 'house', 'building:levels': '2' }
const flats = (levels: number, doors: number) => ({
  building: 'apartments',
  'building:levels': String(levels),
  'building:flats': String(doors),
})
/** One after the other along each side: blocks of 40 and 39 doors are cut into parts, the latter by single floors. */
const ROW = [HOUSE, flats(4, 12), flats(5, 40), flats(4, 12), flats(1, 6), flats(3, 39), flats(4, 12), HOUSE]

function quarter(): World {
  const world = new World(REGION)
  world.box([-60, -60, LENGTH + 120, 330])
  const columns = [0, HALF, LENGTH]
  const corners = STREETS.map((y) => columns.map((x) => world.node(x, y)))
  const named = (name: string) => ({ highway: 'residential', name })
  corners.forEach((row, index) => world.way(row, named(`Rue ${index + 1}`)))
  columns.forEach((_, column) =>
    world.way(
      corners.map((row) => row[column]!),
      named(`Cours ${column + 1}`),
    ),
  )
  STREETS.forEach((y, street) => {
    for (const side of [0, 1])
      for (let n = 0; n < 16; n++)
        world.building([8 + 24 * n, side === 0 ? y - 20 : y + 8, 16, 12], {
          ...ROW[(n + 3 * street + 5 * side) % ROW.length],
          'addr:housenumber': String(2 * n + 1 + side),
          'addr:street': `Rue ${street + 1}`,
        })
  })
  return world
}

/** What is true of the quarter. */
export interface Quarter {
  /** Folder that holds the region, in two versions. */
  root: string
  /** The older of its versions. */
  version: string
  buildings: Building[]
  targets: Target[]
  /** Read from the region, not from a plan: it takes stairs. */
  climbs: (id: string) => boolean
  isEast: (id: string) => boolean
}

export async function openQuarter(): Promise<Quarter> {
  const root = await once(REGION, async (folder) => {
    const precincts = await fileWith(
      'precincts.geojson',
      collection(PRECINCTS.map(({ geometry, ...properties }) => [properties, geometry])),
    )
    await prepareWorld(quarter(), { precincts }, folder)
    await prepareWorld(quarter(), { precincts, attribution: ['Somebody'] }, folder)
  })
  const regions = diskRegions([root])
  const manifest = await regions.manifest(REGION)
  const buildings = await loadBuildings(regions, manifest, manifest.bbox)
  const known = new Map(
    buildings.flatMap((building) => building.targets.map((target) => [target.id, { building, target }])),
  )
  const about = (id: string) => {
    const found = known.get(id)
    if (!found) throw new Error(`no target "${id}" in the quarter`)
    return found
  }
  const versions = await readdir(join(root, REGION), { withFileTypes: true })
  return {
    root,
    version: versions.find((one) => one.isDirectory() && one.name !== manifest.version)!.name,
    buildings,
    targets: buildings.flatMap(({ targets }) => targets),
    climbs(id) {
      const { building, target } = about(id)
      const top = target.part ? target.part.toFloor : building.levels - 1
      return target.kind === 'flats' && top > 0
    },
    isEast: (id) => about(id).building.precinct === 'east',
  }
}
