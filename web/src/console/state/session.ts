/** What all views share: the regions that there are, the one that is open, the way to another view. */
import type { Schemas } from '@doorwalk/client'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Address } from '../model/address.ts'

export type Region = Schemas['Region']

export interface Session {
  /** At least one. */
  regions: readonly Region[]
  /** The open one; kept in this browser. */
  region: Region
  openRegion: (name: string) => void
  address: Address
}

export const SessionContext = createContext<Session | null>(null)

/** How many keys this tab has had: what was read with one is read anew with the next. */
export const KeyRound = createContext(0)

/** @throws Error outside of the console's shell */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('no session around this view')
  return session
}

/** Another view, as a new entry of the history; `replace` puts it in the place of this one. */
export function go(hash: string, { replace = false } = {}): void {
  if (replace) location.replace(hash)
  else location.hash = hash
}
