/** Cells that a request skips, of any resolution: coarse ones with their blocks, fine ones with what stands there. */
import { fieldError } from '../error.ts'
import { BLOCK_RESOLUTION, type Cell, cellAt, cellResolution, isCell, parentCell } from '../h3.ts'
import type { Target } from './building.ts'

type Placed = Pick<Target, 'location' | 'block'>

export interface SkippedCells {
  has: (target: Placed) => boolean
  /** Notes which cells hold one of these. */
  see: (targets: readonly Placed[]) => void
  /** Cells in which nothing was seen, in the order in which they were given. */
  unseen: () => Cell[]
}

/** @throws VisibleError area.bad_cell */
export function openSkippedCells(cells: readonly Cell[] = []): SkippedCells {
  const byResolution = new Map<number, Set<Cell>>()
  cells.forEach((cell, index) => {
    if (!isCell(cell))
      throw fieldError('area.bad_cell', `/skip/cells/${index}`, `got "${cell}", expected an H3 cell`)
    const resolution = cellResolution(cell)
    byResolution.set(resolution, (byResolution.get(resolution) ?? new Set()).add(cell))
  })
  const seen = new Set<Cell>()
  const cellsOf = ({ location, block }: Placed): Cell[] =>
    [...byResolution].flatMap(([resolution, wanted]) => {
      const cell =
        resolution > BLOCK_RESOLUTION ? cellAt(location, resolution) : parentCell(block, resolution)
      return wanted.has(cell) ? [cell] : []
    })
  return {
    has: (target) => byResolution.size > 0 && cellsOf(target).length > 0,
    see(targets) {
      if (byResolution.size === 0) return
      for (const target of targets) for (const cell of cellsOf(target)) seen.add(cell)
    },
    unseen: () => [...new Set(cells)].filter((cell) => !seen.has(cell)),
  }
}
