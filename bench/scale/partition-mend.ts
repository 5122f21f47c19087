/**
 * A second pass over the borders of a plan's pieces: all walks near a border planned once more, together with what both
 * sides left there, and kept when they bring more. Measures what decision 0054 does without.
 */
import { disk, type Cell } from '@doorwalk/core/h3'
import { type Partition, type Piece, inPiece, pieceRequest } from '@doorwalk/core/partition/partition'
import type { PlanningPorts } from '@doorwalk/core/assembly/planning-ports'
import { draftWalks } from '@doorwalk/core/plan'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { Walk } from '@doorwalk/core/walk/answer'

/** Blocks from a border, about 130 m each, that belong to it. */
const RINGS = 2

export interface Mended {
  /** Of all walks. */
  prize: number
  borders: number
  /** Borders whose walks were replaced. */
  better: number
  /** Walks that were planned again. */
  again: number
}

export async function mendBorders(
  drawn: Walk[],
  { request, world, cut }: { request: PlanRequest; world: PlanningPorts; cut: Partition },
): Promise<Mended> {
  let walks = drawn
  let [borders, better, again] = [0, 0, 0]
  for (const [index, a] of cut.pieces.entries())
    for (const b of cut.pieces.slice(index + 1)) {
      const border = new Set([...nearTo(a, b), ...nearTo(b, a)])
      if (border.size === 0) continue
      borders++
      const touches = ({ stops }: Walk) => stops.some(({ block }) => border.has(block))
      const [inner, outer] = [walks.filter(touches), walks.filter((walk) => !touches(walk))]
      if (inner.length === 0) continue
      const walkers = new Set(inner.map(({ walker }) => walker))
      const both: Piece = {
        number: 0,
        cells: [
          ...new Set([...border, ...inner.flatMap(({ stops }) => stops.map(({ block }) => block))]),
        ].sort(),
        volunteers: cut.pieces
          .flatMap(({ volunteers }) => volunteers)
          .filter(({ id = '' }) => walkers.has(id)),
        targets: [...a.targets, ...b.targets],
      }
      const skip = { ...request.skip, targets: [...(request.skip?.targets ?? []), ...targetsOf(outer)] }
      const asked = pieceRequest({ ...request, skip }, both, cut.startAt)
      const draft = await draftWalks(asked, world, inPiece({ ...both, ...(a.keys && { keys: a.keys }) }))
      again += inner.length
      if (prizeOf(draft.walks) <= prizeOf(inner)) continue
      better++
      walks = [...outer, ...draft.walks]
    }
  return { prize: prizeOf(walks), borders, better, again }
}

/** Blocks of a piece close to another. */
function nearTo(piece: Piece, other: Piece): Cell[] {
  const across = new Set(other.cells)
  return piece.cells.filter((cell) => disk(cell, RINGS).some((near) => across.has(near)))
}

function targetsOf(walks: Walk[]): string[] {
  return walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets.map(({ id }) => id)))
}

function prizeOf(walks: Walk[]): number {
  return walks.reduce((sum, { prize }) => sum + prize, 0)
}
