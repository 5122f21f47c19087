/** What of a region lists are held against: its targets by id, address and place. */
import { type Aliases, resolveAlias } from '@doorwalk/core/building/alias'
import { buildingTiles, loadAliases } from '@doorwalk/core/building/load'
import { openShape } from '@doorwalk/core/area/shape'
import { type Polygonal, bboxOfGeometry } from '@doorwalk/core/area/polygon'
import { type AddressedTarget, type MatchAddress, openMatching } from '@doorwalk/core/matching/match'
import type { Regions } from '@doorwalk/core/ports'
import { type DegreeBox, boxHolds } from '@doorwalk/core/region/box'
import { type LngLat, type Metres, metresBetween } from '@doorwalk/core/units'

export interface PlacedTarget extends AddressedTarget {
  block: string
}

export interface RegionTargets {
  bbox: DegreeBox
  /** A target, all of a building, or what became of one of an earlier version; empty: the region knows no such id. */
  find(id: string): readonly PlacedTarget[]
  match: MatchAddress
  /** Those of the building next to a place; empty where none is near. */
  at(location: LngLat): readonly PlacedTarget[]
  inside(shape: Polygonal): PlacedTarget[]
}

/** A position in the list and a street door are one place up to here. */
const AT_DOOR: Metres = 30
/** Degrees of a square of the grid: wider than that in both directions, up to 70° of latitude. */
const SQUARE = 0.001

/** Cost: every tile of the region is read once. */
export async function openRegionTargets(regions: Regions, region: string): Promise<RegionTargets> {
  const manifest = await regions.manifest(region)
  const aliases: Aliases = await loadAliases(regions, manifest)
  const all: PlacedTarget[] = []
  const byId = new Map<string, PlacedTarget[]>()
  const bySquare = new Map<string, PlacedTarget[]>()
  for await (const buildings of buildingTiles(regions, manifest, manifest.bbox)) {
    for (const { id: building, targets } of buildings) {
      for (const { id, doors, location, address, block } of targets) {
        const target = { id, building, doors, location, address, block }
        all.push(target)
        add(byId, id, target)
        if (building !== id) add(byId, building, target)
        add(bySquare, squareOf(location), target)
      }
    }
  }
  const find = (id: string): readonly PlacedTarget[] =>
    byId.get(id) ?? resolveAlias(aliases, id).flatMap((now) => byId.get(now) ?? [])
  return {
    bbox: manifest.bbox,
    find,
    match: openMatching(all),
    at(location) {
      const near = aroundSquare(location).flatMap((square) => bySquare.get(square) ?? [])
      let best: { target: PlacedTarget; metres: Metres } | undefined
      for (const target of near) {
        const metres = metresBetween(target.location, location)
        if (metres <= AT_DOOR && (!best || metres < best.metres)) best = { target, metres }
      }
      return best ? find(best.target.building) : []
    },
    inside(shape) {
      const box = bboxOfGeometry(shape)
      const holds = openShape([shape], manifest.bbox)
      return all.filter(({ location }) => boxHolds(box, location) && holds(location))
    },
  }
}

function squareOf([lng, lat]: LngLat): string {
  return `${Math.floor(lng / SQUARE)},${Math.floor(lat / SQUARE)}`
}

function aroundSquare([lng, lat]: LngLat): string[] {
  const steps = [-SQUARE, 0, SQUARE]
  return steps.flatMap((east) => steps.map((north) => squareOf([lng + east, lat + north])))
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
