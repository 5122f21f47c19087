/** A walk with its pack, from the server onto this phone. */
import { clockAhead } from './phone.ts'
import { clientFor } from './post.ts'
import type { SpillingShelf } from './spill.ts'
import { mergePack, withClock } from '../model/merge.ts'
import { type WalkPack, newRecord } from '../model/record.ts'
import { holderHere } from '../model/standing.ts'

/** Nothing of a walk stays in the cache of the browser, from which nobody could remove it. */
export const FRESH: RequestInit = { cache: 'no-store' }

/** The walk that a link opens, fetched and kept. @throws ProblemError, NoAnswerError */
export async function fetchWalk(shelf: SpillingShelf, token: string, now = Date.now): Promise<string> {
  const doorwalk = clientFor(token)
  const { walkId, walker: madeFor } = await doorwalk.GET('/v1/link')
  const { pack, ahead } = await fetchPack(token, walkId, now)
  await shelf.put(pack, (known) => {
    const at = now()
    const record = known ?? newRecord(pack, token, at)
    const mine = holderHere(pack.walker, { known, madeFor })
    return { ...mergePack(withClock(record, ahead, at), pack, at), token, mine }
  })
  return walkId
}

/** The pack as it is, and how far the server's clock is ahead, ms. @throws ProblemError, NoAnswerError */
export async function fetchPack(
  token: string,
  walkId: string,
  now: () => number,
): Promise<{ pack: WalkPack; ahead: number }> {
  const answer = await clientFor(token).fetch(`/v1/walks/${encodeURIComponent(walkId)}/pack`, FRESH)
  return { ahead: clockAhead(answer, now()), pack: (await answer.json()) as WalkPack }
}
