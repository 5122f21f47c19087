/** In which precinct a place lies, asked for many places. */
import Flatbush from 'flatbush'
import type { Precinct } from '../region/region.ts'
import type { LngLat } from '../units.ts'
import { bboxOfGeometry, isInside } from './polygon.ts'

/**
 * The first precinct that holds a place, if any does.
 *
 * Time: of the finder O(n log n) in the precincts; of a question, the outlines of those whose box holds the place.
 */
export function precinctFinder(precincts: readonly Precinct[]): (place: LngLat) => Precinct | undefined {
  if (precincts.length === 0) return () => undefined
  const boxes = new Flatbush(precincts.length)
  for (const { geometry } of precincts) boxes.add(...bboxOfGeometry(geometry))
  boxes.finish()
  return (place) =>
    boxes
      .search(...place, ...place)
      .sort((a, b) => a - b)
      .map((index) => precincts[index]!)
      .find(({ geometry }) => isInside(place, geometry))
}
