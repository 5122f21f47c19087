/** Which homes stand in which places, without asking each place of each home. */
import { PointIndex } from '../geometry/point-index.ts'
import type { Home } from '../homes/homes.ts'
import type { Place } from '../structures/places.ts'

/** For each place its homes, in the order of the list. Cost: linear in homes for each level of places. */
export function homesInPlaces(
  places: readonly Pick<Place, 'box' | 'has'>[],
  homes: readonly Home[],
): Home[][] {
  const index = new PointIndex(homes.map(({ structure }) => structure.centre))
  return places.map(({ box, has }) => {
    if (!box) return homes.filter(({ structure }) => has(structure.centre))
    const found: number[] = []
    index.inBox(box, (place) => {
      if (has(homes[place]!.structure.centre)) found.push(place)
    })
    return found.sort((a, b) => a - b).map((place) => homes[place]!)
  })
}
