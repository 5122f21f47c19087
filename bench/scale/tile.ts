/** Larger extracts from a real one: copies of it laid side by side. */
import { metresPerDegree } from '@doorwalk/core/units'
import { osmBatches, type PbfItem } from '@doorwalk/prepare/osm/stream'
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
  let box: Box | undefined
  for await (const batch of osmBatches(file)) {
    for (const item of batch) {
      if (item.type === undefined && item.bbox) {
        const { left, bottom, right, top } = item.bbox
        box ??= [left / 1e9, bottom / 1e9, right / 1e9, top / 1e9]
      }
      if (!box) throw new Error(`${file} has no box in its header`)
      for (let copy = 0; copy < columns * rows; copy++) copyInto(world, { item, copy, columns, box })
    }
  }
  if (!box) throw new Error(`${file} is empty`)
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
  item: PbfItem
  /** Which copy, row by row. */
  copy: number
  columns: number
  box: Box
}

function copyInto(world: World, { item, copy, columns, box: [west, south, east, north] }: ItemCopy): void {
  const moved = (id: number) => id + copy * COPY
  if (item.type === 'node') {
    const lng = item.lon + (copy % columns) * (east - west)
    const lat = item.lat + Math.floor(copy / columns) * (north - south)
    world.nodes.push({ id: moved(item.id), location: [lng, lat], tags: item.tags ?? {} })
  } else if (item.type === 'way') {
    world.ways.push({ id: moved(item.id), refs: item.refs.map(moved), tags: item.tags ?? {} })
  } else if (item.type === 'relation') {
    const members = item.members.map((member) => ({ ...member, ref: moved(member.ref) }))
    world.relations.push({ id: moved(item.id), members, tags: item.tags ?? {} })
  }
}
