/** The volunteer's page: opens the walk of the link in the address, or one that is kept on this phone. */
import { NoAnswerError, ProblemError } from '@doorwalk/client'
import { render } from 'preact'
import { askToKeep, registerWorker } from './device/phone.ts'
import { openShelf } from './device/idb-shelf.ts'
import { clearSlot, readSlot, writeSlot } from './device/slots.ts'
import type { SpillingShelf } from './device/spill.ts'
import { fetchWalk } from './device/fetch-walk.ts'
import { openSession } from './device/open-session.ts'
import { newId } from './device/parcels.ts'
import type { Session } from './device/session.ts'
import { App } from './views/app.tsx'
import { Invited, invitationOf } from './views/invited.tsx'
import { NoWalk } from './views/no-walk.tsx'
import { keptLight, showLight } from './parts/light.ts'
import { keptLanguage } from './parts/language.ts'
import { sayProblem } from './words/problems.ts'
import { currentLanguage, speak, spokenOf, words } from './words/words.ts'

/** Of this tab: two tabs may have two walks open. */
const CURRENT = 'doorwalk-walk'

const root = document.querySelector('#app')!

async function begin(): Promise<void> {
  speak(spokenOf([keptLanguage(), navigator.language]))
  showLight(keptLight())
  render(
    <p class="opening" role="status">
      {words().opening}
    </p>,
    root,
  )
  const shelf = await openShelf()
  const isOffline = await registerWorker()
  const token = location.hash.slice(1)
  if (invitationOf(token) !== undefined) {
    const onWalk = async (own: string): Promise<void> => {
      const { walkId } = await openLink(shelf, own)
      if (walkId !== null) await openKept(shelf, { id: walkId, isOffline })
    }
    render(<Invited token={token} coming={comingBy(token)} onWalk={onWalk} />, root)
    return
  }
  const opened = token === '' ? { walkId: readSlot('sessionStorage', CURRENT) } : await openLink(shelf, token)
  const walks = await shelf.walks()
  const walkId = opened.walkId ?? (walks.length === 1 ? walks[0]!.walkId : null)
  const session = walkId === null ? undefined : await openSession({ shelf, walkId })
  if (session) show(session, { shelf, isOffline })
  else
    render(
      <NoWalk
        walks={walks}
        problem={opened.problem ?? null}
        onOpen={(id) => void openKept(shelf, { id, isOffline })}
      />,
      root,
    )
}

/** The token stays in the address only where this phone can keep nothing. */
async function openLink(
  shelf: SpillingShelf,
  token: string,
): Promise<{ walkId: string | null; problem?: string }> {
  try {
    const walkId = await fetchWalk(shelf, token)
    await askToKeep()
    writeSlot('sessionStorage', CURRENT, walkId)
    if (shelf.isLasting) history.replaceState(null, '', location.pathname)
    return { walkId }
  } catch (error) {
    // Without a network the walk may be here already.
    const known = (await shelf.walks()).find((walk) => walk.token === token)
    if (known) return { walkId: known.walkId }
    if (error instanceof NoAnswerError) return { walkId: null, problem: words().noNetwork }
    if (error instanceof ProblemError) return { walkId: null, problem: sayProblem(error) }
    throw error
  }
}

async function openKept(
  shelf: SpillingShelf,
  { id, isOffline }: { id: string; isOffline: boolean },
): Promise<void> {
  const session = await openSession({ shelf, walkId: id })
  if (!session) return
  writeSlot('sessionStorage', CURRENT, id)
  show(session, { shelf, isOffline })
}

function show(session: Session, { shelf, isOffline }: { shelf: SpillingShelf; isOffline: boolean }): void {
  if (keptLanguage() === null) speak(session.view().pack.walk.language)
  const draw = (): void => {
    document.documentElement.lang = currentLanguage()
    render(<App session={session} isLasting={shelf.isLasting} isOffline={isOffline} onGone={gone} />, root)
  }
  function gone(): void {
    session.close()
    clearSlot('sessionStorage', CURRENT)
    render(
      <p class="opening" role="status">
        {words().removed_all}
      </p>,
      root,
    )
  }
  draw()
  void session.sync()
}

/** One coming of this tab: whoever reloads while the answer is on its way gets the same walk. */
function comingBy(token: string): string {
  const slot = `doorwalk-coming ${token}`
  const known = readSlot('sessionStorage', slot)
  if (known !== null) return known
  const coming = newId('com')
  writeSlot('sessionStorage', slot, coming)
  return coming
}

void begin()
