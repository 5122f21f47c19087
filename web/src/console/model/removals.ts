/**
 * Deletions of the console: what is deleted leaves the page at once, and the server is told a little later, so that it
 * can be taken back until then. One waits at a time; the next one, a call that changes something, or leaving the page
 * carries it out: what is done after a deletion finds it done.
 */

interface Removal {
  /** Its address at the API, to which the deletion goes. */
  path: string
  /** What the deletion is asked with, such as `?walking=refuse`. */
  query?: string
  /** What is deleted, as it is told. */
  what: string
  /** After it was taken back. */
  onUndo?: () => void
  /** After the server has carried it out. */
  onDone?: () => void
}

export interface RemovalState {
  /** Can be taken back. */
  waiting: Removal | null
  /** Addresses of all that was deleted in this tab: lists leave it out, whatever the server still says. */
  gone: ReadonlySet<string>
  /** What the server did not delete: it is there again. */
  failure: { what: string; error: unknown } | null
}

/** What is on its way when the page goes: told to the next page, so that nothing stays half done. */
export type Left = Pick<Removal, 'path' | 'query' | 'what'>

interface Ports {
  /** @throws whatever hinders it */
  send: (path: string) => Promise<void>
  /** When there is no time left to hear the answer. */
  sendLast: (path: string) => void
  /** Outlives a reload, and goes with the tab. */
  left: { read: () => readonly Left[]; write: (all: readonly Left[]) => void }
}

/** Long enough to reach the button without a pointer. */
export const UNDO_MILLISECONDS = 20_000

export function createRemovals({ send, sendLast, left }: Ports) {
  let state: RemovalState = { waiting: null, gone: new Set(), failure: null }
  let timer: ReturnType<typeof setTimeout> | undefined
  const sending = new Map<Left, Promise<void>>()
  const followers = new Set<() => void>()

  function put(part: Partial<RemovalState>): void {
    state = { ...state, ...part }
    for (const follow of followers) follow()
  }
  function without(path: string): ReadonlySet<string> {
    return new Set([...state.gone].filter((each) => each !== path))
  }
  function carryOut(removal: Left & Pick<Removal, 'onDone'>): Promise<void> {
    const { path, query = '', what } = removal
    const done = send(path + query)
      .then(
        () => removal.onDone?.(),
        (error: unknown) => put({ gone: without(path), failure: { what, error } }),
      )
      .finally(() => sending.delete(removal))
    sending.set(removal, done)
    return done
  }
  /** What waits is carried out now. */
  function finish(): void {
    const { waiting } = state
    if (waiting === null) return
    clearTimeout(timer)
    put({ waiting: null })
    void carryOut(waiting)
  }

  function remove(removal: Removal): void {
    finish()
    put({ waiting: removal, gone: new Set([...state.gone, removal.path]), failure: null })
    timer = setTimeout(finish, UNDO_MILLISECONDS)
  }
  function undo(): void {
    const { waiting } = state
    if (waiting === null) return
    clearTimeout(timer)
    put({ waiting: null, gone: without(waiting.path) })
    waiting.onUndo?.()
  }
  /** Once nothing waits any more, and the server has answered. */
  async function settle(): Promise<void> {
    finish()
    await Promise.all(sending.values())
  }
  /** The page goes: what waits or is on its way is sent once more, and noted for a page that follows in this tab. */
  function leave(): void {
    const { waiting } = state
    clearTimeout(timer)
    const all = [...sending.keys(), ...(waiting === null ? [] : [waiting])]
    left.write(all.map(({ path, query = '', what }) => ({ path, query, what })))
    put({ waiting: null })
    for (const { path, query = '' } of all) sendLast(path + query)
  }
  /** Carries out what the page before left; sent twice it comes to the same. */
  async function resume(): Promise<void> {
    const all = left.read()
    if (all.length === 0) return
    put({ gone: new Set([...state.gone, ...all.map(({ path }) => path)]) })
    await Promise.all(all.map(carryOut))
    left.write([])
  }
  function follow(follower: () => void): () => void {
    followers.add(follower)
    return () => followers.delete(follower)
  }
  const forget = (): void => put({ failure: null })
  return { state: (): RemovalState => state, follow, remove, undo, finish, settle, forget, leave, resume }
}
