/** Makes the street tiles of a region from an OpenStreetMap extract: one object per H3 cell, both profiles in it. */
import { CLASSES } from '@doorwalk/core/graph/osm/street-class'
import type { TileSchedules } from '@doorwalk/core/graph/tile/schedules'
import { encodeStreetTile, type ObstacleLines, type StreetTile } from '@doorwalk/core/graph/tile/tile'
import { cellAt, TILE_RESOLUTION, type Cell } from '@doorwalk/core/h3'
import { metresBetween, type LngLat } from '@doorwalk/core/units'
import type { OsmExtract } from '../osm/extract.ts'
import { componentSizes } from './components.ts'
import { E7, isOpenFor, type StreetEdge } from './edge.ts'
import { NO_OBSTACLES, obstaclesByCell } from './obstacles.ts'
import { rankTiles } from './order.ts'
import { streetNetwork } from './ways.ts'

export interface StreetReport {
  /** Walkable ways read. */
  ways: number
  vertices: number
  edges: number
  /** Of streets and paths open to canvassers. */
  kilometres: number
  edgesByClass: Record<string, number>
  unnamedEdges: number
  /** Vertices of each connected piece (canvass profile), largest first. */
  components: number[]
  missingRefs: number
  tiles: number
  /** Before compression. */
  bytes: number
  /** Ways and gates that are open at certain hours only; how many conditions nobody here understands, and the first. */
  hours: { ways: number; nodes: number; unread: string[] }
  warnings: string[]
}

export interface StreetTiles {
  tiles: Map<Cell, Uint8Array>
  /** Hours of ways and gates by cell, each once; cells without any are absent. */
  schedules: Map<Cell, string[]>
  /** Cells with streets behind gates that are locked or private, whatever the hour. */
  gatedCells: Set<Cell>
  report: StreetReport
}

/**
 * Street tiles by H3 cell of resolution 7.
 *
 * An edge belongs to the cell of its end with the lower OSM id; nodes on both sides of a border carry their
 * OSM id, so that tiles join without seams. Same extract, same bytes.
 *
 * Cost: memory of the walkable ways of the extract, about 300 bytes per edge; time linear but for one sort.
 */
export function buildStreetTiles(extract: OsmExtract): StreetTiles {
  const network = streetNetwork(extract)
  const byCell = new Map<Cell, StreetEdge[]>()
  const cellsOfNode = new Map<number, Cell | null>()
  const cellOfOwner = new Map<number, Cell>()
  for (const edge of network.edges) {
    const [from, to] = endsOf(edge)
    const owner = Math.min(from, to)
    let cell = cellOfOwner.get(owner)
    if (cell === undefined) cellOfOwner.set(owner, (cell = cellAt(extract.locate(owner)!, TILE_RESOLUTION)))
    const list = byCell.get(cell)
    if (list) list.push(edge)
    else byCell.set(cell, [edge])
    for (const node of [from, to]) {
      const known = cellsOfNode.get(node)
      if (known === undefined) cellsOfNode.set(node, cell)
      else if (known !== cell) cellsOfNode.set(node, null)
    }
  }
  const obstacles = obstaclesByCell(extract, new Set(byCell.keys()))
  const unranked = [...byCell.keys()].sort().map((cell) =>
    makeTile(cell, {
      edges: byCell.get(cell)!,
      locate: (node) => extract.locate(node)!,
      flags: network.flags,
      schedules: network.schedules,
      isShared: (node) => cellsOfNode.get(node) === null,
      obstacles: obstacles.get(cell) ?? NO_OBSTACLES,
    }),
  )
  const { tiles: ranked, gatedCells } = rankTiles(unranked)
  const tiles = new Map(ranked.map((tile) => [tile.cell, encodeStreetTile(tile)]))
  const timed = ranked.filter(({ schedules }) => schedules.texts.length > 0)
  const report = reportOf(network.edges, extract)
  const bytes = [...tiles.values()].reduce((sum, tile) => sum + tile.length, 0)
  return {
    tiles,
    schedules: new Map(timed.map(({ cell, schedules }) => [cell, schedules.texts])),
    gatedCells,
    report: {
      ...report,
      hours: {
        ways: network.edges.filter(({ rule }) => rule.schedule !== undefined).length,
        nodes: network.schedules.size,
        unread: [...network.unread].flatMap(([key, conditions]) =>
          conditions.map((each) => `${key} ${each}`),
        ),
      },
      ways: network.walkableWays,
      missingRefs: network.missingRefs,
      vertices: cellsOfNode.size,
      tiles: tiles.size,
      bytes,
    },
  }
}

function metresOf({ refs }: StreetEdge, extract: OsmExtract): number {
  let metres = 0
  for (let i = 1; i < refs.length; i++) {
    metres += metresBetween(extract.locate(refs[i - 1]!)!, extract.locate(refs[i]!)!)
  }
  return metres
}

interface TileParts {
  edges: StreetEdge[]
  locate: (node: number) => LngLat
  flags: Map<number, number>
  schedules: Map<number, string>
  isShared: (node: number) => boolean
  obstacles: ObstacleLines
}

function makeTile(
  cell: Cell,
  { edges, locate, flags, schedules, isShared, obstacles }: TileParts,
): StreetTile {
  const ids = [...new Set(edges.flatMap(endsOf))]
  const place = new Map(ids.map((id) => [id, e7(locate(id))]))
  const key = mortonKeys([...place.values()])
  ids.sort((a, b) => key(place.get(a)!) - key(place.get(b)!) || a - b)
  const indexOf = new Map(ids.map((id, i) => [id, i]))
  const sorted = edges
    .map((edge) => ({ edge, from: indexOf.get(edge.refs[0]!)!, to: indexOf.get(edge.refs.at(-1)!)! }))
    .sort((a, b) => a.from - b.from || a.to - b.to || compareRefs(a.edge.refs, b.edge.refs))
  const names = [
    '',
    ...[...new Set(sorted.map(({ edge }) => edge.name))].filter((name) => name !== '').sort(),
  ]
  const shared = ids.flatMap((id, node) => (isShared(id) ? [{ id, node }] : []))
  const nameIndex = new Map(names.map((name, i) => [name, i]))
  const rules = ruleTable(sorted.map(({ edge }) => edge))
  const bends = new Uint32Array(sorted.length + 1)
  const bendLng: number[] = []
  const bendLat: number[] = []
  sorted.forEach(({ edge }, i) => {
    for (const ref of edge.refs.slice(1, -1)) {
      const [lng, lat] = e7(locate(ref))
      bendLng.push(lng)
      bendLat.push(lat)
    }
    bends[i + 1] = bendLng.length
  })
  return {
    cell,
    names,
    obstacles,
    schedules: schedulesOf(
      sorted.map(({ edge }) => edge.rule.schedule),
      ids.map((id) => schedules.get(id)),
    ),
    nodes: {
      lng: Int32Array.from(ids, (id) => place.get(id)![0]),
      lat: Int32Array.from(ids, (id) => place.get(id)![1]),
      shared: Uint32Array.from(shared, ({ node }) => node),
      sharedId: Float64Array.from(shared, ({ id }) => id),
      flags: Uint8Array.from(ids, (id) => flags.get(id) ?? 0),
      rank: new Uint32Array(ids.length),
      corners: new Uint32Array(ids.length + 1),
      cornerRank: new Uint32Array(0),
    },
    rules: rules.columns,
    edges: {
      from: Uint32Array.from(sorted, ({ from }) => from),
      to: Uint32Array.from(sorted, ({ to }) => to),
      rule: Uint32Array.from(sorted, ({ edge }) => rules.indexOf(edge)),
      name: Uint32Array.from(sorted, ({ edge }) => nameIndex.get(edge.name)!),
      bends,
      bendLng: Int32Array.from(bendLng),
      bendLat: Int32Array.from(bendLat),
    },
  }
}

/** @param edges, nodes  the schedule of each, undefined where time changes nothing */
function schedulesOf(edges: (string | undefined)[], nodes: (string | undefined)[]): TileSchedules {
  const timed = (list: (string | undefined)[]) =>
    list.flatMap((text, index) => (text === undefined ? [] : [{ text, index }]))
  const [edge, node] = [timed(edges), timed(nodes)]
  const texts = [...new Set([...edge, ...node].map(({ text }) => text))].sort()
  const place = new Map(texts.map((text, i) => [text, i]))
  return {
    texts,
    edge: Uint32Array.from(edge, ({ index }) => index),
    edgeText: Uint32Array.from(edge, ({ text }) => place.get(text)!),
    node: Uint32Array.from(node, ({ index }) => index),
    nodeText: Uint32Array.from(node, ({ text }) => place.get(text)!),
  }
}

function ruleTable(edges: StreetEdge[]): {
  columns: StreetTile['rules']
  indexOf: (edge: StreetEdge) => number
} {
  const keyOf = ({ rule }: StreetEdge) =>
    [CLASSES.indexOf(rule.class), rule.flags, rule.compatSpeed, rule.canvassSpeed, rule.layer].join(' ')
  const keys = [...new Set(edges.map(keyOf))].sort()
  const place = new Map(keys.map((key, i) => [key, i]))
  const rows = keys.map((key) => key.split(' ').map(Number))
  return {
    columns: {
      class: Uint8Array.from(rows, (row) => row[0]!),
      flags: Uint32Array.from(rows, (row) => row[1]!),
      compatSpeed: Uint16Array.from(rows, (row) => row[2]!),
      canvassSpeed: Uint16Array.from(rows, (row) => row[3]!),
      layer: Int8Array.from(rows, (row) => row[4]!),
    },
    indexOf: (edge) => place.get(keyOf(edge))!,
  }
}

function reportOf(edges: StreetEdge[], extract: OsmExtract) {
  const edgesByClass: Record<string, number> = {}
  let metres = 0
  let unnamedEdges = 0
  for (const edge of edges) {
    const { rule, name } = edge
    edgesByClass[rule.class] = (edgesByClass[rule.class] ?? 0) + 1
    if (!isOpenFor(rule, 'canvass')) continue
    if (name === '') unnamedEdges++
    metres += metresOf(edge, extract)
  }
  const components = componentSizes(edges.filter(({ rule }) => isOpenFor(rule, 'canvass')).map(endsOf))
  const warnings = edges.length === 0 ? ['The extract holds no walkable street.'] : []
  return { edges: edges.length, kilometres: metres / 1000, edgesByClass, unnamedEdges, components, warnings }
}

function endsOf(edge: StreetEdge): [number, number] {
  return [edge.refs[0]!, edge.refs[edge.refs.length - 1]!]
}

function e7([lng, lat]: LngLat): LngLat {
  return [Math.round(lng * E7), Math.round(lat * E7)]
}

function compareRefs(a: number[], b: number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** Z-order over the box of the points, 16 bits an axis: neighbours in space become neighbours in the file. */
function mortonKeys(points: LngLat[]): (point: LngLat) => number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of points) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  const span = Math.max(east - west, north - south, 1)
  return ([lng, lat]) => {
    const x = Math.floor(((lng - west) / span) * 65535)
    const y = Math.floor(((lat - south) / span) * 65535)
    return spread(x) + 2 * spread(y)
  }
}

/** Puts a zero bit between all bits of a 16-bit number. */
function spread(value: number): number {
  let bits = value
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  bits = (bits | (bits << 1)) & 0x55555555
  return bits
}
