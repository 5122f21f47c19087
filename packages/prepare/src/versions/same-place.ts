/** Whether a building of one version and one of another are the same structure, by what ground they cover. */
import type { Building } from '@doorwalk/core/building/building'
import type { LngLat, Metres } from '@doorwalk/core/units'
import { GridIndex } from '../geometry/grid-index.ts'
import { boxOf, distance, grownBox, isInside, type Box, type Plane, type XY } from '../geometry/plane.ts'

export interface Ground {
  building: Building
  /** Undefined where no map draws the building. */
  rings?: XY[][]
  at: XY
  box: Box
}

/** Points per side of the grid that areas are compared by: 144 points tell a half from a third. */
const SAMPLES = 12
/** Of the smaller one, the share that must lie in the other. */
const SMALLER_SHARE = 0.5
/** And of the larger one: a house is not the tower that replaced its whole row. */
const LARGER_SHARE = 0.2
/** Two buildings that nobody drew are one when they stand this near. */
const SAME_POINT: Metres = 10

export function groundOf(
  building: Building,
  { footprints, plane }: { footprints: Map<string, LngLat[][]>; plane: Plane },
): Ground {
  const at = plane.toXY(building.location)
  const rings = footprints.get(building.id)?.map((ring) => ring.map((point) => plane.toXY(point)))
  return rings ? { building, at, rings, box: boxOf(rings.flat()) } : { building, at, box: boxOf([at]) }
}

export function groundIndex(grounds: Ground[]): GridIndex<Ground> {
  const index = new GridIndex<Ground>()
  for (const ground of grounds) index.add(ground.box, ground)
  return index
}

/** Those of the index that stand where this one stood. */
export function sameGround(ground: Ground, index: GridIndex<Ground>): Ground[] {
  return [...index.near(grownBox(ground.box, SAME_POINT))].filter((other) => isSame(ground, other))
}

function isSame(a: Ground, b: Ground): boolean {
  if (!a.rings && !b.rings) return distance(a.at, b.at) <= SAME_POINT
  if (!a.rings || !b.rings) return isInside(a.rings ? b.at : a.at, a.rings ?? b.rings ?? [])
  const shares = [shareInside(a, b.rings), shareInside(b, a.rings)]
  return Math.max(...shares) >= SMALLER_SHARE && Math.min(...shares) >= LARGER_SHARE
}

/** Share of the ground that lies in the rings. */
function shareInside(ground: Ground, rings: XY[][]): number {
  const own = samplesOf(ground)
  return own.filter((point) => isInside(point, rings)).length / own.length
}

function samplesOf({ rings = [], box: [west, south, east, north], at }: Ground): XY[] {
  const points: XY[] = []
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      const x = west + ((i + 0.5) / SAMPLES) * (east - west)
      const y = south + ((j + 0.5) / SAMPLES) * (north - south)
      if (isInside([x, y], rings)) points.push([x, y])
    }
  }
  return points.length > 0 ? points : [at]
}
