/** Plans a large area in pieces, as many at once as there are processors; the plan does not depend on how many. */
import { availableParallelism } from 'node:os'
import { loadAliases, buildingTiles } from '@doorwalk/core/building/load'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import { ledgerView } from '@doorwalk/core/ledger/due'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import type { Visit } from '@doorwalk/core/ledger/visit'
import { inPiece, mayOutgrow, pieceRequest } from '@doorwalk/core/partition/partition'
import type { Regions } from '@doorwalk/core/ports'
import type { PlanRequest } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { joinDrafts } from '@doorwalk/core/assembly/joining'
import { threadPlanner } from '@doorwalk/functions/planner/threads'
import { decodeJson } from '@doorwalk/functions/store/json'
import type { MadePiece } from '@doorwalk/functions/ports/planner'

interface PlanInPieces {
  request: PlanRequest
  /** Folder of the region. */
  region: string
  regions: Regions
  planId: string
  visits: Visit[]
  onProgress: (progress: { done: number; of: number }) => void
}

/** @returns null where one plan is better, see `partition` */
export async function planPieces(input: PlanInPieces): Promise<Plan | null> {
  const { request, planId } = input
  if (!mayOutgrow(request)) return null
  const planner = threadPlanner({ regionRoots: [input.region], threads: availableParallelism() })
  try {
    const ledger = await snapshotOf(input)
    const cut = await planner.cut({ planId, request, ledger })
    if (!cut) return null
    const { pieces, startAt, warnings } = cut
    let done = 0
    const drafts = await Promise.all(
      pieces.map(async (piece) => {
        const task = { planId, request: pieceRequest(request, piece, startAt), ledger, ...inPiece(piece) }
        const { draft } = decodeJson(await planner.draft(task)) as MadePiece
        input.onProgress({ done: ++done, of: pieces.length })
        return draft
      }),
    )
    return joinDrafts(drafts, { request, id: planId, assumptions: DEFAULT_ASSUMPTIONS, warnings })
  } finally {
    await planner.close()
  }
}

/** What the visits say of every target they concern, for threads to read. */
async function snapshotOf({
  request,
  regions,
  visits,
}: Pick<PlanInPieces, 'request' | 'regions' | 'visits'>): Promise<LedgerSnapshot> {
  const snapshot: LedgerSnapshot = { verdicts: {}, heldOut: [] }
  if (visits.length === 0) return snapshot
  const manifest = await regions.manifest(request.region, request.version)
  const visitedSince = request.skip?.visitedSince
  const view = ledgerView(visits, {
    at: request.startAt ?? new Date().toISOString(),
    aliases: await loadAliases(regions, manifest),
    ...(visitedSince === undefined ? {} : { visitedSince }),
  })
  const counted = new Map(request.targets?.map(({ id, doors }) => [id, doors]))
  for await (const buildings of buildingTiles(regions, manifest, manifest.bbox)) {
    for (const target of buildings.flatMap(({ targets }) => targets)) {
      const doors = counted.get(target.id) ?? target.doors
      const verdict = view({ ...target, doors })
      if ('reason' in verdict || verdict.doors !== doors) snapshot.verdicts[target.id] = verdict
    }
  }
  return snapshot
}
