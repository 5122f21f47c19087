/**
 * Who listens to what is announced, one after the other: whoever announces waits for all of them, and is told what
 * failed. Plans, leases, visits and batches announce and know no listener.
 */
import { advanceAfter } from './batches/batches.ts'
import { announceFinished } from './coverage/finished-blocks.ts'
import { lookAtDrafts } from './drafts/overtaken.ts'
import { settleDraft } from './drafts/settle.ts'
import {
  hearsOfBlocks,
  tellBatch,
  tellBlock,
  tellImport,
  tellPlan,
  tellStale,
  tellWalk,
} from './webhooks/listener.ts'
import type { Announce } from './ports/announcements.ts'
import type { RingDelivery } from './ports/deliveries.ts'
import type { JobQueue } from './ports/jobs.ts'
import type { Storage } from './world.ts'

/** What the listeners work with. */
export interface Machine extends Storage {
  jobs: Pick<JobQueue, 'submit' | 'cancel'>
  ringDelivery: RingDelivery
}

export function wire(machine: Machine): Announce {
  const announce: Announce = async (event) => {
    switch (event.kind) {
      case 'plan ended':
        await tellPlan(world, event)
        await settleDraft(world, event.ref)
        return advanceAfter(world, event.ref)
      case 'plan committed':
        return settleDraft(world, event.ref)
      case 'plan stale':
        return tellStale(world, event)
      case 'batch planned':
        return tellBatch(world, event)
      case 'walk changed':
        return tellWalk(world, event)
      case 'blocks visited':
        if (await hearsOfBlocks(world, event.campaign)) await announceFinished(world, event)
        return lookAtDrafts(world, event)
      case 'import ended':
        return tellImport(world, event)
      case 'block finished':
        return tellBlock(world, event)
    }
  }
  const world = { ...machine, announce }
  return announce
}
