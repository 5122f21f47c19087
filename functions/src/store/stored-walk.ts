/** A walk as it lies in Blobs. */
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { decodeJson, encodeJson } from './json.ts'
import type { Bytes } from '../ports/planner.ts'

/** A walk with what its page needs of its plan. */
export interface StoredWalk {
  plan: Pick<Plan, 'id' | 'region'>
  walk: Walk
}

export function encodeWalk({ id, region }: StoredWalk['plan'], walk: Walk): Bytes {
  const stored: StoredWalk = { plan: { id, region }, walk }
  return encodeJson(stored)
}

/** Not parsed again: we wrote it. */
export function decodeWalk(bytes: Uint8Array): StoredWalk {
  return decodeJson(bytes) as StoredWalk
}
