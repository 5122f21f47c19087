/** The deletions of this tab: sent to the API, noted over a reload, followed by views. */
import { ProblemError } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { deleteOnLeaving, doorwalk } from '../../api/api.ts'
import { forgetCrew } from './names.ts'
import { type Left, type RemovalState, createRemovals } from '../model/removals.ts'

const LEFT_SLOT = 'doorwalk-console-removals'
const NOT_FOUND = 404

export const removals = createRemovals({
  async send(path) {
    try {
      await doorwalk.fetch(path, { method: 'DELETE' })
    } catch (error) {
      // Gone is what was asked for.
      if (!(error instanceof ProblemError) || error.status !== NOT_FOUND) throw error
    }
    const [, plan] = /^\/v1\/plans\/([^/?]+)(?:\?|$)/.exec(path) ?? []
    if (plan !== undefined) forgetCrew(decodeURIComponent(plan))
  },
  sendLast: deleteOnLeaving,
  left: {
    read() {
      try {
        const kept: unknown = JSON.parse(sessionStorage.getItem(LEFT_SLOT) ?? '[]')
        return Array.isArray(kept) ? kept.filter(isLeft) : []
      } catch {
        return []
      }
    },
    write(all) {
      try {
        if (all.length === 0) sessionStorage.removeItem(LEFT_SLOT)
        else sessionStorage.setItem(LEFT_SLOT, JSON.stringify(all))
      } catch {
        // It was sent all the same.
      }
    },
  },
})

/** The state as it is now; the view is drawn again when it changes. */
export function useRemovals(): RemovalState {
  const [state, setState] = useState(removals.state)
  useEffect(() => {
    setState(removals.state())
    return removals.follow(() => setState(removals.state()))
  }, [])
  return state
}

/** Of a plan at the API. */
export function planPath(id: string): string {
  return `/v1/plans/${encodeURIComponent(id)}`
}

/** Of a saved area. */
export function areaPath(id: string): string {
  return `/v1/areas/${encodeURIComponent(id)}`
}

function isLeft(value: unknown): value is Left {
  const { path, query = '', what } = (value ?? {}) as Partial<Left>
  return [path, query, what].every((each) => typeof each === 'string') && path!.startsWith('/v1/')
}
