/** A planner that cuts every plan into the same pieces, for tests of jobs. */
import { encodePiece, joinPieces } from '@doorwalk/functions/planner/pieces'
import type { Planner } from '@doorwalk/functions/ports/planner'
import type { JobScene } from '../scenes/job-scene.ts'
import { fixturePlan } from '../worlds/plan-fixture.ts'

export const PIECES = 5

/** Cuts every plan into five pieces, each with one walk by the walker of that name. */
export function cutter(
  { started }: Pick<JobScene, 'started'>,
  { draft }: { draft?: (number: number, signal: AbortSignal | undefined) => Promise<void> } = {},
): Partial<Planner> {
  return {
    join: async (task, hooks) => joinPieces(task, hooks),
    cut: async ({ request }) => ({
      startAt: request.startAt ?? '2026-03-14T14:00:00+01:00',
      warnings: [],
      pieces: Array.from({ length: PIECES }, (_, number) => ({
        number,
        cells: [`cell-${number}`],
        volunteers: [{ id: String(number) }],
        targets: [],
      })),
    }),
    draft: async ({ request, cells }, hooks) => {
      started.push(cells[0]!)
      const walker = typeof request.volunteers === 'number' ? undefined : request.volunteers[0]?.id
      await draft?.(Number(walker), hooks?.signal)
      const { region, startAt, walks } = fixturePlan({ walks: 1, stops: 1 })
      const made = {
        ...{ region, startAt, walks: walks.map((walk) => ({ ...walk, walkId: '', walker: walker ?? '' })) },
        ...{
          meetingPoint: null,
          leftOut: [{ target: `osm:left-${walker}`, reason: 'not_selected' as const }],
        },
        ...{ warnings: [], walkers: 1, reached: 1, iterations: 10, stoppedBy: 'iterations' as const },
      }
      const measures = { steps: { solver: 20, walk: 1 }, prize: 1, offered: 4 }
      return encodePiece({ draft: made, measures })
    },
  }
}
