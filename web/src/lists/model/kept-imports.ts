/** Lists that were imported, and one of them taken back. */
import type { Schemas } from '@doorwalk/client'
import { doorwalk } from '../../api/api.ts'
import { POLL_MILLISECONDS } from './send-list.ts'

export type KeptImport = Schemas['ListedImport']

/** Newest first. @param cursor  of the page; null: the first */
export async function keptImports(cursor: string | null): Promise<Schemas['ImportList']> {
  const query = { limit: 20, ...(cursor !== null && { cursor }) }
  return doorwalk.GET('/v1/imports', { params: { query } })
}

/**
 * As it is once it was taken back, or could not be: `error` says why.
 *
 * @throws ProblemError, NoAnswerError
 */
export async function takeBack(importId: string): Promise<Schemas['Import']> {
  const params = { path: { importId } }
  let now = await doorwalk.POST('/v1/imports/{importId}/take-back', { params })
  while (now.status === 'taking_back') {
    await new Promise((done) => setTimeout(done, POLL_MILLISECONDS))
    now = await doorwalk.GET('/v1/imports/{importId}', { params })
  }
  return now
}
