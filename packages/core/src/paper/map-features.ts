/** Streets and building outlines of a part of a region: for the map of the page, and for maps on paper. */
import type { Bbox } from '../area/polygon.ts'
import { decodeFootprintTile } from '../building/tile.ts'
import { tileCells } from '../graph/network/load.ts'
import { FLAG } from '../graph/osm/flags.ts'
import { CLASSES } from '../graph/osm/street-class.ts'
import { NAME_SEPARATOR, decodeStreetTile, type StreetTile } from '../graph/tile/tile.ts'
import type { Regions } from '../ports.ts'
import type { Manifest } from '../region/region.ts'
import type { LngLat } from '../units.ts'
import type { MapFeatures } from './map-svg.ts'

/** Inside buildings, over water, or made for routing only: no line on a map. */
const NOT_DRAWN = new Set<string>(['corridor', 'open', 'ferry', 'elevator'])

/** What touches the box; everything without one. Cost: decodes the tiles of the box, about 20 ms each. */
export async function mapFeatures(
  regions: Regions,
  { manifest, bbox }: { manifest: Manifest; bbox: Bbox | undefined },
): Promise<MapFeatures> {
  const wanted = bbox && new Set(tileCells({ bbox }, manifest))
  const features: MapFeatures = { streets: [], footprints: [] }
  for (const { cell, streets, footprints } of manifest.tiles) {
    if (wanted && !wanted.has(cell)) continue
    if (streets) {
      const tile = decodeStreetTile(await regions.read(manifest, streets))
      for (const street of drawnStreets(tile))
        if (touches(street.coordinates, bbox)) features.streets.push(street)
    }
    if (footprints) {
      const tile = decodeFootprintTile(await regions.read(manifest, footprints))
      for (const footprint of tile.footprints)
        if (touches(footprint.rings[0] ?? [], bbox)) features.footprints.push(footprint)
    }
  }
  return features
}

function drawnStreets(tile: StreetTile): MapFeatures['streets'] {
  const { names, nodes, rules, edges } = tile
  const streets: MapFeatures['streets'] = []
  const point = (lng: number, lat: number): LngLat => [lng / 1e7, lat / 1e7]
  for (let edge = 0; edge < edges.from.length; edge++) {
    const rule = edges.rule[edge]!
    const kind = CLASSES[rules.class[rule]!] ?? 'path'
    if (NOT_DRAWN.has(kind) || (rules.flags[rule]! & FLAG.chord) !== 0) continue
    const from = edges.from[edge]!
    const to = edges.to[edge]!
    const coordinates = [point(nodes.lng[from]!, nodes.lat[from]!)]
    for (let bend = edges.bends[edge]!; bend < edges.bends[edge + 1]!; bend++) {
      coordinates.push(point(edges.bendLng[bend]!, edges.bendLat[bend]!))
    }
    coordinates.push(point(nodes.lng[to]!, nodes.lat[to]!))
    const name = (names[edges.name[edge]!] ?? '').split(NAME_SEPARATOR)[0] ?? ''
    streets.push({ name, class: kind, coordinates })
  }
  return streets
}

function touches(line: LngLat[], bbox: Bbox | undefined): boolean {
  if (!bbox) return true
  const [west, south, east, north] = bbox
  const lngs = line.map(([lng]) => lng)
  const lats = line.map(([, lat]) => lat)
  return (
    Math.max(...lngs) >= west &&
    Math.min(...lngs) <= east &&
    Math.max(...lats) >= south &&
    Math.min(...lats) <= north
  )
}
