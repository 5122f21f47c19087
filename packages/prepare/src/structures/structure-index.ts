/** Structures by where they stand. */
import { GridIndex } from '../geometry/grid-index.ts'
import type { Structure } from './structures.ts'

export function structureIndex(structures: Structure[]): GridIndex<Structure> {
  const index = new GridIndex<Structure>()
  for (const structure of structures) index.add(structure.box, structure)
  return index
}
