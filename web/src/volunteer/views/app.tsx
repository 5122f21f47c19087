/** The frame round all views of a walk: time, what is not sent, news, and the four places to go. */
import { useEffect, useState } from 'preact/hooks'
import { keepAwake } from '../device/phone.ts'
import { timeLeft } from '../model/way.ts'
import type { Session, View } from '../device/session.ts'
import { words } from '../words/words.ts'
import { DoorView } from './door.tsx'
import { EndView, Remove } from './end.tsx'
import { ListView } from './list.tsx'
import { MapView } from './map-view.tsx'
import { MoreView } from './more.tsx'
import { News } from '../parts/news.tsx'
import { SlipBar } from '../parts/slip-bar.tsx'
import { StartView } from './start.tsx'
import { Stopped, isHalted } from '../parts/stopped.tsx'
import { Outbox, sayUnsent } from '../parts/outbox.tsx'
import { minutesOf } from '../parts/say.ts'
import { useNow, useView } from '../parts/use-session.ts'

interface AppProps {
  session: Session
  /** False: all is gone when the page is closed. */
  isLasting: boolean
  /** The page opens without a network. */
  isOffline: boolean
  onGone: () => void
}

const TABS = ['door', 'list', 'map', 'more'] as const
type Tab = (typeof TABS)[number]

export function App(props: AppProps) {
  const { session, isLasting, isOffline } = props
  const view = useView(session)
  const [tab, setTab] = useState<Tab>('door')
  // A change of language draws all anew.
  const [, redraw] = useState(0)
  const { record } = view
  useAwake(record.startedAt !== null && record.finishedAt === null)
  const say = words()
  return (
    <>
      <Head view={view} onSend={() => void session.sendNow()} />
      <main class="page" id="main" aria-busy={view.isSaving}>
        {!isLasting && <p class="bad">{say.notKept}</p>}
        {!isSecureContext && <p class="note">{say.notSecure}</p>}
        {isSecureContext && isLasting && !isOffline && <p class="note">{say.notOffline}</p>}
        {view.isFull && (
          <p class="bad" role="alert">
            {say.full}
          </p>
        )}
        <Stopped session={session} view={view} />
        {record.news.length > 0 && <News session={session} news={record.news} />}
        <Current
          {...props}
          view={view}
          tab={tab}
          setTab={setTab}
          onLanguage={() => redraw((count) => count + 1)}
        />
      </main>
      {record.startedAt !== null && record.finishedAt === null && <SlipBar session={session} view={view} />}
      <nav class="tabs" aria-label={say.title}>
        {TABS.map((name) => (
          <button key={name} aria-current={tab === name ? 'page' : undefined} onClick={() => setTab(name)}>
            {say[name]}
          </button>
        ))}
      </nav>
    </>
  )
}

interface CurrentProps extends AppProps {
  view: View
  tab: Tab
  setTab: (tab: Tab) => void
  onLanguage: () => void
}

function Current({ session, view, tab, setTab, onLanguage, onGone }: CurrentProps) {
  const { record } = view
  const open = (target: string): void => {
    void session.change((now) => ({ ...now, current: target }))
    setTab('door')
  }
  if (tab === 'list') return <ListView session={session} view={view} onOpen={open} />
  if (tab === 'map') return <MapView view={view} onOpen={open} />
  if (tab === 'more')
    return <MoreView session={session} view={view} onLanguage={onLanguage} onGone={onGone} />
  if (record.finishedAt !== null || record.state === 'finished')
    return <EndView session={session} view={view} onGone={onGone} />
  if (isHalted(view))
    return (
      <>
        <Outbox session={session} view={view} />
        <Remove session={session} view={view} onGone={onGone} />
      </>
    )
  if (record.startedAt === null) return <StartView session={session} view={view} />
  return <DoorView session={session} view={view} onList={() => setTab('list')} />
}

function Head({ view, onSend }: { view: View; onSend: () => void }) {
  const { record, pack } = view
  const now = useNow(20)
  const say = words()
  const { needed, left } = timeLeft(pack, record, now)
  const isUnder = record.startedAt !== null && record.finishedAt === null
  return (
    <header class="head">
      <strong>{say.openKept(pack.walk.number)}</strong>
      {isUnder && (
        <span class={needed > left ? 'time short' : 'time'}>
          {left >= 0 ? say.timeLeft(minutesOf(left)) : say.late(minutesOf(left))}
          {' · '}
          {needed <= left ? say.enough : say.notEnough(minutesOf(needed - Math.max(0, left)))}
        </span>
      )}
      <button class="post" aria-live="polite" onClick={onSend} disabled={view.outbox.length === 0}>
        {sayUnsent(view)}
      </button>
    </header>
  )
}

/** The screen stays on while somebody walks; after the page was hidden it has to be asked for again. */
function useAwake(isWalking: boolean): void {
  useEffect(() => {
    if (!isWalking) return
    let lock: WakeLockSentinel | undefined
    const ask = (): void => {
      if (document.visibilityState === 'visible') void keepAwake().then((given) => (lock = given))
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [isWalking])
}
