/**
 * Which walks a walker was given: pointers beside the walks, so that his own are found without a look at all of them.
 * One may point to a walk that somebody else has by now: who reads it looks at the walk.
 */
import { createHash } from 'node:crypto'
import { WALK, WALKER, walkerId } from '../store/keys.ts'
import type { HeldWalk } from './holds.ts'
import type { Key, KeyRange } from '../ports/store.ts'

interface Pointer extends Key {
  data: { walkId: string }
}

/** To be written before the walks are his: a process that dies in between leaves a pointer that leads nowhere. */
export function pointersTo(
  campaign: string,
  walks: readonly Pick<HeldWalk, 'walkId' | 'walker'>[],
): Pointer[] {
  return walks.map(({ walkId, walker }) => ({
    ...WALKER.key(campaign, walkerId(nameOf(walker), walkId)),
    data: { walkId },
  }))
}

/** Pointers to all walks of a walker, in the order in which they were planned. */
export function walksOfWalker(campaign: string, walker: string): KeyRange {
  const { pk, prefix } = WALKER.range(campaign)
  return { pk, prefix: prefix + walkerId(nameOf(walker), '') }
}

/** The walk that an item of the range is about. */
export function walkBehind(campaign: string, { data }: { data: Record<string, unknown> }): Key {
  return WALK.key(campaign, String(data['walkId']))
}

const NAME_LENGTH = 26

/** Ids of walkers may hold any sign. */
function nameOf(walker: string): string {
  return createHash('sha256').update(walker).digest('hex').slice(0, NAME_LENGTH)
}
