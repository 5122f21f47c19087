/** A plan that is to be handed out, called or typed in: waited for where it is still being made. */
import type { Plan } from '@doorwalk/client'
import { doorwalk } from '../../../api/api.ts'
import { type Loaded, useLoad } from '../../state/load.ts'

export function usePlan(id: string): Loaded<Plan> {
  return useLoad(`plan ${id}`, (signal) => doorwalk.waitFor(id, { signal }))
}
