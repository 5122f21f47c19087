/** What the map says: handed in, since this room speaks no language. */
import type { ZoomNames } from '../../map/leaflet.ts'
import type { LooseTarget, MapTarget } from './model/plan.ts'

export interface MapWords extends ZoomNames {
  /** What the map is, for who cannot see it. */
  name: string
  /** Which keys do what. */
  keys: string
  /** A line each: address, doors, walk and place on it, or why it is on none. */
  target(of: MapTarget | LooseTarget): string[]
  walk(number: number): string
  /** Of several targets that share a sign. */
  spot: string
  /** A target was taken by keys: how to go on. */
  taken: string
  dropOn(walk: number): string
  /** Where one would drop on no walk. */
  dropNowhere: string
  /** The move was given up. */
  kept: string
}
