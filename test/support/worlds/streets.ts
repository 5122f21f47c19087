/** Street graphs of tiny named worlds, without the detour through a PBF file. */
import { buildGraph } from '@doorwalk/core/graph/network/build'
import type { Profile } from '@doorwalk/core/graph/osm/profile'
import type { Graph } from '@doorwalk/core/graph/network/graph'
import { metresPerDegree, type LngLat } from '@doorwalk/core/units'
import type { OsmExtract } from '@doorwalk/prepare/osm/extract'
import { isBarrier } from '@doorwalk/prepare/osm/filter'
import { buildStreetTiles, type StreetTiles } from '@doorwalk/prepare/streets/tiles'
import type { World } from './osm-fixture.ts'

/** What the reader would give for a world whose ways are all streets. */
export function extractOf(world: World): OsmExtract {
  const places = new Map(world.nodes.map(({ id, location }) => [id, location]))
  return {
    streets: world.ways.filter(({ tags }) => tags['building'] === undefined && !isBarrier(tags)),
    buildingWays: world.ways.filter(({ tags }) => tags['building'] !== undefined),
    barriers: world.ways.filter(({ tags }) => isBarrier(tags)),
    grounds: [],
    squareWays: world.ways,
    interpolations: [],
    countedParts: [],
    relations: world.relations,
    locate: (id) => places.get(id),
    nodes: new Map(
      world.nodes.filter(({ tags }) => Object.keys(tags).length > 0).map((node) => [node.id, node]),
    ),
    counts: {
      nodes: world.nodes.length,
      ways: world.ways.length,
      relations: 0,
      repeated: 0,
      missingNodes: 0,
      missingWays: 0,
    },
  }
}

export function tilesOf(world: World): StreetTiles {
  return buildStreetTiles(extractOf(world))
}

export function graphOf(world: World, profile: Profile = 'canvass'): Graph {
  return buildGraph([...tilesOf(world).tiles.values()], profile)
}

/** Place of a world from metres east and north of its corner. */
export function at(world: World, [x, y]: [number, number]): LngLat {
  const origin = world.nodes[0]!.location
  const scale = metresPerDegree(origin[1])
  return [origin[0] + x / scale.lng, origin[1] + y / scale.lat]
}
