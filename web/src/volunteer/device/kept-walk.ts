/** A walk between what is shown and what is kept: a change is seen at once, written, and told to the other tabs. */
import type { View } from './session.ts'
import type { Changed, Parcel } from './shelf.ts'
import type { SpillingShelf } from './spill.ts'
import type { WalkRecord } from '../model/record.ts'

const CHANNEL = 'doorwalk-walk'
/** What tabs tell each other. */
interface Word {
  walkId: string
  /** The pack is another, too. */
  hasPack: boolean
}

export interface KeptWalk {
  view(): View
  /** Told whenever the view is another; returns how to stop. */
  subscribe(listener: () => void): () => void
  show(next: Partial<View>): void
  /** Keeps a change; false: the walk is gone, or the change is void. */
  keep(change: (record: WalkRecord) => Changed | null): Promise<boolean>
  /** The walk as it is kept: after another tab, or a change here, has written it. */
  readAgain(): Promise<void>
  /** What is not sent of it. */
  parcels(): Promise<Parcel[]>
  /** Other tabs read it again. */
  tell(word: Omit<Word, 'walkId'>): void
  close(): void
}

/** Undefined: nothing of it is on this phone. */
export async function openKept(shelf: SpillingShelf, walkId: string): Promise<KeptWalk | undefined> {
  const [found, pack] = await Promise.all([shelf.walk(walkId), shelf.pack(walkId)])
  if (!found || !pack) return undefined
  let view: View = {
    record: found,
    pack,
    outbox: await parcels(),
    sent: null,
    isFull: shelf.isFull(),
    isSaving: false,
  }
  const listeners = new Set<() => void>()
  const channel = openChannel()
  /** Changes that are being written. */
  let keeping = 0

  async function parcels(): Promise<Parcel[]> {
    return (await shelf.outbox()).filter((parcel) => parcel.walkId === walkId)
  }

  function show(next: Partial<View>): void {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }

  function tell(word: Omit<Word, 'walkId'>): void {
    channel?.postMessage({ walkId, ...word } satisfies Word)
  }

  async function readAgain(): Promise<void> {
    if (keeping > 0) return
    const [record, outbox] = await Promise.all([shelf.walk(walkId), parcels()])
    if (record && keeping === 0) show({ record, outbox })
  }

  /** Another tab has changed something. The pack is large, and seldom another. */
  async function hear({ hasPack }: Word): Promise<void> {
    const pack = hasPack ? await shelf.pack(walkId) : undefined
    if (pack) show({ pack })
    await readAgain()
  }

  /** Shown at once; what is kept comes from the shelf, which knows what other tabs did. */
  async function keep(change: (record: WalkRecord) => Changed | null): Promise<boolean> {
    const guess = change(view.record)
    if (!guess) return false
    const withdrawn = new Set(guess.withdraw)
    const others = view.outbox.filter(({ id }) => !withdrawn.has(id))
    show({ record: guess.record, outbox: [...others, ...(guess.send ?? [])], isSaving: true })
    keeping++
    try {
      const record = await shelf.change(walkId, change)
      if (record) tell({ hasPack: false })
      return record !== undefined
    } finally {
      if (--keeping === 0) show({ isSaving: false, isFull: shelf.isFull() })
      await readAgain()
    }
  }

  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Word>) => void (data.walkId === walkId && hear(data))
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    show,
    keep,
    readAgain,
    parcels,
    tell,
    close: () => channel?.close(),
  }
}

/** Undefined: the browser denies tabs to talk. */
function openChannel(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL)
  } catch {
    return undefined
  }
}
