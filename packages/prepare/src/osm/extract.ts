/**
 * Words of an OpenStreetMap extract as `prepare` reads it: what the parser keeps for streets, buildings and
 * addresses.
 */
import type { LngLat } from '@doorwalk/core/units'

export type Tags = Record<string, string>

export interface OsmNode {
  id: number
  location: LngLat
  tags: Tags
}

export interface OsmWay {
  id: number
  refs: number[]
  tags: Tags
}

export interface OsmRelation {
  id: number
  members: { type: 'node' | 'way' | 'relation'; ref: number; role: string }[]
  tags: Tags
}

/** Everything kept from one extract. */
export interface OsmExtract {
  /** Highway-like ways and other walkable things (platforms, piers, squares); unfiltered beyond having such a tag. */
  streets: OsmWay[]
  /** Closed ways with `building`, and members of building multipolygons. */
  buildingWays: OsmWay[]
  /** Members of squares, whatever they are themselves. */
  squareWays: OsmWay[]
  /**
   * Multipolygons with `building`, squares, grounds, boundaries of places, and associatedStreet / street relations.
   */
  relations: OsmRelation[]
  /** Water, railways and walls: what an access path must not cross. */
  barriers: OsmWay[]
  /**
   * Plots that tell of the unmarked buildings on them, such as school grounds, and ways of the boundaries of places.
   */
  grounds: OsmWay[]
  /** Lines along which house numbers count up (`addr:interpolation`). */
  interpolations: OsmWay[]
  /** Closed ways with `building:part` that say how many flats they hold. */
  countedParts: OsmWay[]
  /** Location of every node that a kept way refers to, at OSM's 1e-7 degrees. */
  locate: (id: number) => LngLat | undefined
  /** Tagged nodes: addresses, entrances, crossings, barriers, traffic signals, shops. */
  nodes: Map<number, OsmNode>
  counts: {
    nodes: number
    ways: number
    relations: number
    /** Objects that the file holds more than once. */
    repeated: number
    missingNodes: number
    missingWays: number
  }
  /**
   * West, south, east, north, as the headers of the file have it: one box around all of them, none when one of them
   * has none. Only a hint, see extent.ts.
   */
  bbox?: [number, number, number, number]
  /** Extract date from the header when it has one. */
  date?: string
}
