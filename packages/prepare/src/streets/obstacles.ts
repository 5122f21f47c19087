/** Cuts rivers, railways, motorways and walls into the street tiles, so that no door is put on a street across them. */
import type { ObstacleLines } from '@doorwalk/core/graph/tile/tile'
import { cellAt, TILE_RESOLUTION, type Cell } from '@doorwalk/core/h3'
import type { LngLat } from '@doorwalk/core/units'
import type { OsmExtract, Tags } from '../osm/extract.ts'
import { E7 } from './edge.ts'

/** A long river lies in many cells: it is cut after so many points. */
const MAX_POINTS = 12

export const NO_OBSTACLES: ObstacleLines = {
  kind: new Uint8Array(0),
  points: new Uint32Array(1),
  lng: new Int32Array(0),
  lat: new Int32Array(0),
}

/** Obstacles of each cell that has streets. */
export function obstaclesByCell(extract: OsmExtract, cells: Set<Cell>): Map<Cell, ObstacleLines> {
  const locate = (node: number) => extract.locate(node)
  const lines = new Map<Cell, { kind: number; refs: number[] }[]>()
  const motorways = extract.streets.filter(({ tags }) => isMotorway(tags))
  for (const { refs, tags } of [...extract.barriers, ...motorways]) {
    const kind = kindOf(tags)
    if (kind === 0) continue
    const known = refs.filter((ref) => locate(ref) !== undefined)
    for (let i = 0; i < known.length - 1; i += MAX_POINTS - 1) {
      const part = known.slice(i, i + MAX_POINTS)
      const cell = [part[part.length >> 1]!, part[0]!, part.at(-1)!]
        .map((ref) => cellAt(locate(ref)!, TILE_RESOLUTION))
        .find((each) => cells.has(each))
      if (cell === undefined) continue
      const list = lines.get(cell)
      if (list) list.push({ kind, refs: part })
      else lines.set(cell, [{ kind, refs: part }])
    }
  }
  return new Map([...lines].map(([cell, list]) => [cell, columns(list, locate)]))
}

/** 1: nobody gets across; 2: front gardens have it too; 0: on a bridge or below ground. */
function kindOf(tags: Tags): number {
  if (tags['bridge'] !== undefined || Number(tags['layer'] ?? 0) < 0 || tags['location'] === 'underground')
    return 0
  if (isMotorway(tags)) return isInTunnel(tags) ? 0 : 1
  if (tags['railway'] !== undefined || tags['natural'] !== undefined) return 1
  if (tags['waterway'] !== undefined) return ['river', 'canal', 'dock'].includes(tags['waterway']) ? 1 : 2
  return tags['barrier'] === 'city_wall' ? 1 : 2
}

/** Nobody walks across, not even at its junctions. */
function isMotorway({ highway, motorroad }: Tags): boolean {
  return (
    highway === 'motorway' || highway === 'motorway_link' || (highway !== undefined && motorroad === 'yes')
  )
}

function isInTunnel({ tunnel, covered }: Tags): boolean {
  return (tunnel !== undefined && tunnel !== 'no') || covered === 'yes'
}

function columns(
  lines: { kind: number; refs: number[] }[],
  locate: (node: number) => LngLat | undefined,
): ObstacleLines {
  const points = new Uint32Array(lines.length + 1)
  lines.forEach(({ refs }, i) => (points[i + 1] = points[i]! + refs.length))
  const places = lines.flatMap(({ refs }) => refs.map((ref) => locate(ref)!))
  return {
    kind: Uint8Array.from(lines, ({ kind }) => kind),
    points,
    lng: Int32Array.from(places, ([lng]) => Math.round(lng * E7)),
    lat: Int32Array.from(places, ([, lat]) => Math.round(lat * E7)),
  }
}
