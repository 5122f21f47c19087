/** What walks hold. */
import type { Walk } from '@doorwalk/core/walk/answer'

/** Ids of all targets on walks, reserves included. */
export function handedOut(walks: Walk[]): string[] {
  return walks.flatMap((walk) => [
    ...walk.stops.flatMap(({ targets }) => targets.map(({ id }) => id)),
    ...walk.reserves.map(({ id }) => id),
  ])
}
