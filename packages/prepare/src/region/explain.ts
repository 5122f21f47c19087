/** `doors.geojson`: every building with its doors and all that they rest on, to look at on a map. */
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Building } from '@doorwalk/core/building/building'
import { VisibleError } from '@doorwalk/core/error'
import type { Expected } from '../doors/expected.ts'
import { whyDoors } from '../doors/why.ts'
import { isInside, type Plane, type XY } from '../geometry/plane.ts'
import type { Home } from '../homes/homes.ts'

export interface Explained {
  plane: Plane
  homes: Home[]
  /** Of the region, by id. */
  buildings: Map<string, Building>
  /** Of homes that nobody counted, before rounding. */
  expected: Map<Home, Expected>
}

/**
 * Writes `doors.geojson` into the folder of the region, line by line; what stood there stays until the new one is
 * whole.
 *
 * @throws VisibleError `region.unwritable`
 */
export async function writeExplained(folder: string, explained: Explained): Promise<string> {
  const path = join(folder, 'doors.geojson')
  const temporary = join(folder, `.doors-${process.pid}.geojson`)
  const file = await open(temporary, 'w').catch((cause: NodeJS.ErrnoException) => {
    throw new VisibleError(
      'input',
      'region.unwritable',
      `--explain: ${path} cannot be written (${cause.code}).`,
    )
  })
  try {
    await file.writeFile('{"type":"FeatureCollection","features":[\n')
    let between = ''
    for (const home of explained.homes) {
      await file.writeFile(between + JSON.stringify(featureOf(home, explained)))
      between = ',\n'
    }
    await file.writeFile('\n]}\n')
  } finally {
    await file.close()
  }
  await rename(temporary, path)
  return path
}

function featureOf(home: Home, explained: Explained): GeoJSON.Feature {
  const building = explained.buildings.get(home.id)
  const targets = building?.targets ?? []
  const sum = (of: (target: Building['targets'][number]) => number) =>
    targets.reduce((total, target) => total + of(target), 0)
  return {
    type: 'Feature',
    properties: {
      id: home.id,
      doors: building?.doors ?? 0,
      low: sum(({ doorsLow }) => doorsLow),
      high: sum(({ doorsHigh }) => doorsHigh),
      sources: [...new Set(targets.map(({ doorsSource }) => doorsSource))],
      ...(building?.noDoors ? { noDoors: building.noDoors } : {}),
      ...whyDoors(home, explained.expected.get(home)),
    },
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygonsOf(home.structure.rings).map((rings) =>
        rings.map((ring) => ring.map((point) => explained.plane.toLngLat(point))),
      ),
    },
  }
}

/** Outer rings first, largest first: a ring inside an earlier one is its courtyard. */
function polygonsOf(rings: XY[][]): XY[][][] {
  const polygons: XY[][][] = []
  for (const ring of rings) {
    const around = polygons.find(([outer = []]) => isInside(ring[0]!, [outer]))
    if (around) around.push(ring)
    else polygons.push([ring])
  }
  return polygons
}
