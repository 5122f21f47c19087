/** What a plan asks of the streets, whoever answers: our own graph or an OSRM server. */
import type { Path } from '../graph/route/path.ts'
import type { Snap, SnapQuery } from '../graph/route/snap.ts'
import type { Deciseconds } from '../units.ts'
import type { Matrix } from './matrix.ts'

/** A pedestrian router: the embedded street graph, or an external OSRM. */
export interface Router {
  /** Nearest fitting place on the network for each query; null where none is near enough. */
  snap(queries: SnapQuery[]): Promise<(Snap | null)[]>
  /** Walking times between all snapped points; 0 between two at one place, see isSamePlace. */
  table(points: Snap[]): Promise<Matrix>
  /**
   * From one point to others, as the table has it up to the limit; what takes longer is above it, if not exact.
   */
  reach(from: Snap, to: Snap[], limit: Deciseconds): Promise<ArrayLike<Deciseconds>>
  /**
   * Shortest walks for the given pairs, with geometry and steps; null where there is none. As long as the table says:
   * at one place no way and no words.
   */
  routes(pairs: [from: Snap, to: Snap][]): Promise<(Path | null)[]>
}
