/**
 * The time by which things may be deleted for good. A clock that has jumped far ahead is believed when it has stood by
 * it for a day; until then things are deleted as of the time before. So what a wrong clock would end is there again
 * when it is set right.
 */
import { z } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { SEEN_KEY } from '../store/keys.ts'
import type { Log } from '../ports/log.ts'
import type { Storage } from '../world.ts'

const HOUR = 3_600_000
/** A machine is off for a night or a weekend; what is longer may be a clock that has jumped. */
const JUMP_MILLISECONDS = 72 * HOUR
const DOUBT_MILLISECONDS = 24 * HOUR

const Seen = z.object({
  at: z.number().describe('milliseconds, of the clock when it was last looked at'),
  doubt: z
    .object({ from: z.number(), before: z.number() })
    .nullable()
    .describe('it jumped, from what to what'),
})
type Seen = z.infer<typeof Seen>

/** To be asked at every start and every hour or so. Cost: one read and one write. @returns milliseconds */
export async function believedTime({
  store,
  clock,
  log,
}: Pick<Storage, 'store' | 'clock'> & { log: Log }): Promise<number> {
  const now = clock.now()
  const item = await store.get(SEEN_KEY)
  const seen = look(item && Seen.parse(item.data), now)
  if (seen.doubt?.from === now) {
    const time = (milliseconds: number): string => new Date(milliseconds).toISOString()
    log({ level: 'warn', event: 'clock.jumped', from: time(seen.doubt.before), to: time(now) })
  }
  try {
    await store.putMany([{ ...SEEN_KEY, data: seen }])
  } catch (error) {
    // What is deleted makes room.
    if (!(error instanceof VisibleError) || error.kind !== 'full') throw error
  }
  return seen.doubt?.before ?? now
}

function look(known: Seen | undefined, now: number): Seen {
  if (!known) return { at: now, doubt: null }
  const isSetRight = known.doubt !== null && now < known.doubt.from
  const doubt = isSetRight ? null : known.doubt
  const last = isSetRight && known.doubt ? known.doubt.before : known.at
  if (now - last > JUMP_MILLISECONDS) return { at: now, doubt: { from: now, before: last } }
  return { at: now, doubt: doubt && now - doubt.from < DOUBT_MILLISECONDS ? doubt : null }
}
