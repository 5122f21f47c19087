/** An area as a map shows it that is no polygon itself: a walk, or areas put together. */
import { type Cell, mergedCells } from '../h3.ts'

/**
 * The blocks in which its targets stand, those side by side as one. Wider than the area by parts of blocks: which
 * targets are in is told by the area, never by its outline.
 */
export function outlineOf(blocks: Iterable<Cell>): GeoJSON.MultiPolygon {
  return { type: 'MultiPolygon', coordinates: mergedCells([...new Set(blocks)].sort()) }
}
