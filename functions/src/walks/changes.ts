/**
 * What became of a walk's targets since it was planned, or since a phone last asked: what others visited or hold by
 * now. The cursor says what the phone knows, so nothing depends on clocks or on reports that come late.
 */
import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { nameSchemas } from '../document/schema-names.ts'
import { VisibleError } from '@doorwalk/core/error'
import { LeftOutReason, type Walk, type WalkTarget } from '@doorwalk/core/walk/answer'
import { numberedTargets, reserveLabel } from '@doorwalk/core/walk/numbering'
import { censusFor } from '../ledger/census.ts'
import { ledgerGate } from '../ledger/gate.ts'
import { heldOutIn } from '../ledger/holdouts.ts'
import { verdictsOn } from '../ledger/snapshot.ts'
import { readRequest } from '../plans/plans.ts'
import type { StoredWalk } from '../store/stored-walk.ts'
import { readCampaign } from '../campaigns/settings.ts'
import { momentOf } from '../ledger/moment.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import type { Storage } from '../world.ts'

const ChangedTarget = z.object({
  label: z.string().describe('as printed: "7", "7b", "R2"'),
  target: z.string().describe('its id'),
  doors: z.number().int().describe('to knock on now'),
})

const RemovedTarget = z.object({
  label: z.string().describe('as printed'),
  target: z.string().describe('its id'),
  reason: LeftOutReason.describe('why'),
})

export const WalkChanges = z.object({
  cursor: z.string().describe('for `?since=`: what you know after this answer'),
  changed: z.array(ChangedTarget).describe('targets with other numbers of doors'),
  removed: z.array(RemovedTarget).describe('targets that are not to be visited any more'),
})
nameSchemas({
  ChangedTarget: [ChangedTarget, 'a target with fewer or more doors to knock on'],
  RemovedTarget: [RemovedTarget, 'a target that is not to be visited any more'],
})
export type WalkChanges = z.infer<typeof WalkChanges>

interface AskedChanges {
  campaign: string
  stored: StoredWalk
  since: string | undefined
  /** Nobody waits for it any more. */
  signal?: AbortSignal
}

/** Doors to knock on, or why there are none. */
type Status = number | LeftOutReason

/**
 * @param since  the cursor of the answer before; without it what the walk itself says
 * @throws VisibleError `request.cursor` when the cursor is not one of this walk
 */
export async function changesOf(
  world: Storage,
  { campaign, stored, since, signal }: AskedChanges,
): Promise<WalkChanges> {
  const { walk, plan } = stored
  const listed = labelledTargets(walk)
  const ids = markOf(listed.map(({ target }) => target.id))
  const known = since === undefined ? listed.map(({ target }) => target.doors) : decode(since, listed, ids)
  const now = await ledgerGate(() => statuses(world, { campaign, stored, region: plan.region.name }), signal)
  const changes: WalkChanges = {
    cursor: encode(
      listed.map(({ target }) => now(target)),
      ids,
    ),
    changed: [],
    removed: [],
  }
  listed.forEach(({ label, target }, index) => {
    const status = now(target)
    if (status === known[index]) return
    if (typeof status === 'number') changes.changed.push({ label, target: target.id, doors: status })
    else changes.removed.push({ label, target: target.id, reason: status })
  })
  return changes
}

/** All targets of a walk with the labels that paper gives them, reserves last. */
export function labelledTargets(walk: Walk): { label: string; target: WalkTarget; block: string }[] {
  return [
    ...numberedTargets(walk).map(({ label, target, stop }) => ({ label, target, block: stop.block })),
    ...walk.reserves.map((target, index) => ({ label: reserveLabel(index), target, block: '' })),
  ]
}

async function statuses(
  world: Storage,
  { campaign, stored, region }: { campaign: string; stored: StoredWalk; region: string },
): Promise<(target: WalkTarget) => Status> {
  const { walk, plan } = stored
  const asked = await readRequest(world, { campaign, planId: plan.id })
  const { targets = [], skip } = await withStoredTargets(world, { campaign, request: asked })
  const [settings, census, heldOut] = await Promise.all([
    readCampaign(world, campaign),
    censusFor(world, { campaign, region, targets }),
    heldOutIn(world, { campaign, region }),
  ])
  const visitedSince = skip?.visitedSince
  const { verdicts } = await verdictsOn(world, {
    campaign,
    census,
    heldOut,
    moment: {
      ...momentOf(world, settings),
      ...(visitedSince === undefined ? {} : { visitedSince }),
    },
    isOwn: (hold) => hold.walk === walk.walkId,
    targets: labelledTargets(walk).map(({ target: { id, doors, location }, block }) => {
      const [first, ...more] = census.today(id)
      const all = more.reduce((sum, heir) => sum + heir.doors, first?.doors ?? doors)
      return { ...(first ?? { block, location }), id, doors: all }
    }),
  })
  return ({ id, doors }) => {
    const verdict = verdicts.get(id)
    if (!verdict) return doors
    return 'doors' in verdict ? verdict.doors : verdict.reason
  }
}

/** Of which targets a cursor tells: one of the same number of others would be read as news of these. */
function markOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join('\n')).digest('base64url').slice(0, MARK_LENGTH)
}

const MARK_LENGTH = 6

function encode(statuses: Status[], mark: string): string {
  const text = statuses.map((status) =>
    typeof status === 'number' ? status : `-${LeftOutReason.options.indexOf(status)}`,
  )
  return `${text.join('.')}~${mark}`
}

/** Those of versions before have no mark. */
function decode(cursor: string, { length }: readonly unknown[], mark: string): Status[] {
  const [told = '', of = mark] = cursor.split('~')
  const parts = told.split('.')
  const isOurs = /^(-?\d{1,4})(\.-?\d{1,4})*$/.test(told) && parts.length === length && of === mark
  if (!isOurs) {
    throw new VisibleError(
      'input',
      'request.cursor',
      '?since: this is no cursor of this walk; take the pack again and go on with its `cursor`',
      [{ pointer: '?since', detail: 'no cursor of this walk' }],
    )
  }
  return parts.map((part) =>
    part.startsWith('-') ? (LeftOutReason.options[Number(part.slice(1))] ?? 'not_selected') : Number(part),
  )
}
