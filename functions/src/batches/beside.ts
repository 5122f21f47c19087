/**
 * What the plans of one batch hold beside each other: no target is on two of them, reserves included, leased or not.
 * So all can be leased later, in any order.
 */
import { VisibleError } from '@doorwalk/core/error'
import type { LedgerSnapshot } from '@doorwalk/core/ledger/snapshot'
import { inParallel } from '@doorwalk/core/parallel'
import type { PlanOutline, WalkOutline } from '@doorwalk/core/walk/outline'
import { isCommitted, liveHolds } from '../ledger/holds.ts'
import { ledgerSnapshot, type LedgerWorld } from '../ledger/snapshot.ts'
import { isEnded } from '../plans/heads.ts'
import { type ReplanOrder, firstOf, readHead, readOutline } from '../plans/plans.ts'
import type { PlanRef } from '../ports/jobs.ts'
import { changeItem } from '../store/change-item.ts'
import type { Storage } from '../world.ts'
import { linkOf } from './removal.ts'
import { type BatchRef, StoredBatch, batchKey, standingIn } from './stored-batch.ts'

/** Outlines that are read at once. */
const READS_AT_ONCE = 8
/** Tries against others who change a plan of the same batch. */
const TRIES = 20

interface Beside {
  ref: PlanRef
  /** Undefined: it stands for itself. */
  order: ReplanOrder | undefined
  /** The plan whose targets are its own already; default: the one that it takes over from. */
  keeps?: string | undefined
}

interface Member extends Beside {
  batch: BatchRef
  /** The plan of the batch that it is, or came of. */
  first: string
}

/** Another plan of the batch was faster. */
export class TakenError extends VisibleError {
  constructor(count: number) {
    super(
      'conflict',
      'plan.conflict',
      `another plan of the same batch holds ${count} targets of this one by now; nothing was changed: read the batch, then edit or plan again`,
    )
  }
}

/** The ledger as {@link ledgerSnapshot} tells it; what other plans of its batch hold is leased. */
export async function ledgerBeside(
  world: LedgerWorld,
  { ref, order, keeps, ...about }: Beside & Omit<Parameters<typeof ledgerSnapshot>[1], 'campaign'>,
): Promise<LedgerSnapshot> {
  const { campaign } = ref
  const member = await memberOf(world, { ref, order, keeps })
  const item = member && (await world.store.get(batchKey(member.batch)))
  const taken = item && (await takenBeside(world, member, StoredBatch.parse(item.data)))
  const ledger = await ledgerSnapshot(world, { campaign, ...about })
  if (!taken) return ledger
  const verdicts = { ...ledger.verdicts }
  for (const id of taken) {
    const known = verdicts[id]
    // Some of its doors may be due.
    if (!known || 'doors' in known) verdicts[id] = { reason: 'leased' }
  }
  return { ...ledger, verdicts }
}

/**
 * Says what a plan holds before it counts. Of two that do so at one time the second sees the first, so its body must
 * be stored by then. Nothing happens where it is of no batch.
 *
 * @throws TakenError another one has some of its targets
 */
export async function claimBeside(
  storage: Storage,
  { plan, ...beside }: Beside & { plan: PlanOutline },
): Promise<void> {
  const member = await memberOf(storage, beside)
  if (!member) return
  const { planId } = beside.ref
  const { first } = member
  await changeItem(storage.store, {
    key: batchKey(member.batch),
    schema: StoredBatch,
    tries: TRIES,
    busy: () => new Error(`batch ${member.batch.batchId} changed ${TRIES} times while ${planId} was made`),
    async change(batch) {
      if (!batch || batch.isGoing) return batch
      const taken = await takenBeside(storage, member, batch)
      const both = plan.walks.flatMap(heldOn).filter((id) => taken.has(id))
      if (both.length > 0) throw new TakenError(both.length)
      const open = await openClaims(storage, member.batch, batch)
      return { ...batch, claims: [...open.filter((claim) => claim.planId !== planId), { planId, first }] }
    },
  })
}

async function memberOf(
  storage: Pick<Storage, 'store' | 'blobs'>,
  { ref, order, keeps = order?.of }: Beside,
): Promise<Member | undefined> {
  const { campaign } = ref
  const first = order ? (order.first ?? (await firstOf(storage, { campaign, planId: order.of }))) : ref.planId
  const link = await storage.store.get(linkOf({ campaign, planId: first }))
  if (!link) return undefined
  return { ref, order, keeps, first, batch: { campaign, batchId: String(link.data['batchId']) } }
}

/** Plans on their way to stand: their bodies are stored. */
async function openClaims(
  storage: Pick<Storage, 'store'>,
  { campaign }: BatchRef,
  { claims }: StoredBatch,
): Promise<StoredBatch['claims']> {
  const heads = await Promise.all(claims.map(({ planId }) => readHead(storage, { campaign, planId })))
  return claims.filter((_, index) => heads[index] && !isEnded(heads[index].head))
}

async function takenBeside(
  storage: Pick<Storage, 'store' | 'blobs' | 'clock'>,
  { ref, first, keeps, batch: of }: Member,
  batch: StoredBatch,
): Promise<Set<string>> {
  const { campaign, planId } = ref
  const own = batch.shifts.find(({ plans }) => plans.some((plan) => plan.planId === first))
  const isFirstRound = planId === first && !own?.plans.find((plan) => plan.planId === first)?.isAgain
  // What past shifts have left open is due again, unless the batch is only being planned.
  const isOver = ({ startAt, minutes }: StoredBatch['shifts'][number]): boolean =>
    Date.parse(startAt) + minutes * 60_000 < storage.clock.now()
  const [standing, claims] = await Promise.all([
    standingIn(storage, { ref: of, batch }),
    openClaims(storage, of, batch),
  ])
  const others = batch.shifts
    .filter((shift) => isFirstRound || shift === own || !isOver(shift))
    .flatMap(({ plans }) => plans.filter((plan) => plan.isStarted && plan.planId !== first))
    .map((plan) => standing.get(plan.planId)?.planId ?? plan.planId)
  const making = claims.filter((claim) => claim.first !== first).map((claim) => claim.planId)
  const held = await inParallel([...new Set([...others, ...making])], READS_AT_ONCE, (other) =>
    heldBy(storage, { ref: { campaign, planId: other }, isPlanned: isFirstRound }),
  )
  const taken = new Set(held.flat())
  const kept = keeps === undefined ? undefined : await readOutline(storage, { campaign, planId: keeps })
  for (const id of kept?.walks.flatMap(heldOn) ?? []) taken.delete(id)
  return taken
}

/** @param isPlanned  what was planned counts, also where a walk is over */
async function heldBy(
  storage: Pick<Storage, 'store' | 'blobs' | 'clock'>,
  { ref, isPlanned }: { ref: PlanRef; isPlanned: boolean },
): Promise<string[]> {
  const { campaign, planId } = ref
  const walks = (await readOutline(storage, ref))?.walks ?? []
  if (isPlanned || !(await isCommitted(storage, ref))) return walks.flatMap(heldOn)
  const holds = walks.map(({ walkId }) => ({ walk: walkId, plan: planId }))
  const isLive = await liveHolds(storage, { campaign, holds })
  return walks.filter((_, index) => isLive(holds[index]!)).flatMap(heldOn)
}

function heldOn({ stops, reserves }: WalkOutline): string[] {
  return [...stops.flatMap(({ targets }) => targets), ...reserves].map(({ id }) => id)
}
