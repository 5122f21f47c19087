/** Larger extracts from a real one: copies of it laid side by side. */
import { metresPerDegree } from '@doorwalk/core/units'
import { KINDS, type FileObjects, type Kind } from '@doorwalk/prepare/osm/file/element'
import { openOsm } from '@doorwalk/prepare/osm/file/osm-file'
import { World } from '../../test/support/worlds/osm-fixture.ts'

/** Larger than any id of OpenStreetMap, so that copies do not meet. */
const COPY = 1e11

type Box = [west: number, south: number, east: number, north: number]

export interface Tiling {
  columns: number
  rows: number
}

/** `columns` × `rows` copies of the extract, and the ground they cover. */
export async function tiled(file: string, { columns, rows }: Tiling): Promise<{ world: World; km2: number }> {
  const world = new World('tiled')
  const { heads, objects } = await openOsm(file)
  const box = heads[0]?.bbox
  if (!box) throw new Error(`${file} has no box in its header`)
  for (const kind of KINDS) {
    for await (const batch of objects(kind)) {
      for (let copy = 0; copy < columns * rows; copy++) {
        for (const item of batch) copyInto(world, { item, copy, columns, box })
      }
    }
  }
  const [west, south, east, north] = box
  world.bbox = [west, south, west + columns * (east - west), south + rows * (north - south)]
  // The file must stay sorted by type and id.
  for (const list of [world.nodes, world.ways, world.relations]) list.sort((a, b) => a.id - b.id)
  const scale = metresPerDegree((south + north) / 2)
  return {
    world,
    km2: (columns * rows * (east - west) * scale.lng * (north - south) * scale.lat) / 1e6,
  }
}

interface ItemCopy {
  item: FileObjects[Kind]
  /** Which copy, row by row. */
  copy: number
  columns: number
  box: Box
}

function copyInto(world: World, { item, copy, columns, box: [west, south, east, north] }: ItemCopy): void {
  const moved = (id: number) => id + copy * COPY
  const { id, tags } = item
  if ('lng' in item) {
    const lng = item.lng / 1e7 + (copy % columns) * (east - west)
    const lat = item.lat / 1e7 + Math.floor(copy / columns) * (north - south)
    world.nodes.push({ id: moved(id), location: [lng, lat], tags })
  } else if ('refs' in item) {
    world.ways.push({ id: moved(id), refs: item.refs.map(moved), tags })
  } else {
    const members = item.members.map((member) => ({ ...member, ref: moved(member.ref) }))
    world.relations.push({ id: moved(id), members, tags })
  }
}
