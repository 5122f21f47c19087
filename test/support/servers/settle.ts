/** When a server has nothing left to do for those who called. */
import { IDEMPOTENCY, JOB_ITEMS } from '@doorwalk/functions/store/keys'
import type { Storage } from '@doorwalk/functions/world'
import { until } from '../until.ts'

export const CAMPAIGN = 'demo'

/** All jobs are done, and all requests of the demo campaign that named themselves. */
export async function settle({ store }: Pick<Storage, 'store'>): Promise<void> {
  await until(async () => {
    const jobs = await store.query({ ...JOB_ITEMS, limit: 1 })
    const errands = await store.query({ ...IDEMPOTENCY.range(CAMPAIGN), limit: 100 })
    return jobs.items.length === 0 && errands.items.every(({ data }) => data['state'] === 'done')
  })
}
