/** The shell: head with menu, region and language, the view of the address, what has happened at the foot. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { beforeChanges, doorwalk, findKey, forgetKey, onKeyRefused, renewDemoKey } from '../../api/api.ts'
import { addressOf, hashOf } from '../model/address.ts'
import { FormError, type Problem } from '../model/problem.ts'
import { Announcer } from '../parts/announce.tsx'
import { Busy } from '../parts/busy.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { type FocusKeeper, keepFocus } from '../parts/keys/focus.ts'
import { KeyForm } from '../parts/key-form.tsx'
import { ProblemBox } from '../parts/problem-box.tsx'
import { keep, readKept } from '../state/kept.ts'
import { forgetAfterBallot } from '../state/names-file.ts'
import { planPath, removals, useRemovals } from '../state/removals.ts'
import { problemOf } from '../state/problem.ts'
import { KeyRound, type Region, type Session, SessionContext } from '../state/session.ts'
import { speak } from '../../words/language.ts'
import { shellWords } from '../words/shell.ts'
import { Head } from './head.tsx'
import { routeOf } from './routes.ts'

const REGION_SLOT = 'region'

export function App() {
  const [, speakAgain] = useState(0)
  const [hash, setHash] = useState(location.hash)
  const [regions, setRegions] = useState<readonly Region[] | null>(null)
  const [name, setName] = useState(() => readKept(REGION_SLOT, isText, ''))
  const [asksKey, setAsksKey] = useState(false)
  const [keyRound, setKeyRound] = useState(0)
  const [problem, setProblem] = useState<Problem | null>(null)

  useEffect(() => {
    const follow = (): void => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    // A page that the browser brings back as it was goes on with what it sent when it went.
    const comeBack = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void removals.resume()
    }
    beforeChanges(removals.settle)
    addEventListener('pagehide', removals.leave)
    addEventListener('pageshow', comeBack)
    return () => {
      removeEventListener('pagehide', removals.leave)
      removeEventListener('pageshow', comeBack)
    }
  }, [])
  useEffect(() => {
    void findKey().then((isKnown) => (isKnown ? begin() : setAsksKey(true)))
    return onKeyRefused(() => {
      void renewDemoKey().then((isNew) => (isNew ? begin() : askAgain(shellWords().problem.key)))
    })
  }, [])

  async function begin(): Promise<void> {
    setProblem(null)
    try {
      const all = await doorwalk.GET('/v1/regions')
      setAsksKey(false)
      if (all.regions.length === 0) throw new FormError(shellWords().problem.noRegion)
      setRegions(all.regions)
      setKeyRound((count) => count + 1)
      void removals.resume()
      void forgetAfterBallot()
    } catch (error) {
      const said = problemOf(error)
      setProblem(
        said?.kind === 'key' ? problemOf(new FormError(shellWords().problem.wrongKey, '/key')) : said,
      )
    }
  }
  function askAgain(why: string): void {
    forgetKey()
    setProblem(problemOf(new FormError(why)))
    setAsksKey(true)
  }
  const askForm = (hasTitle: boolean) => <KeyForm {...{ problem, hasTitle }} onKey={() => void begin()} />

  const main = useRef<HTMLElement>(null)
  const keeper = useRef<FocusKeeper | null>(null)
  useEffect(() => {
    const own = keepFocus(main.current!)
    keeper.current = own
    return () => own.close()
  }, [])

  const w = shellWords()
  const address = addressOf(hash)
  const path = address.path.join('/')
  const opened = useRef(path)
  useEffect(() => {
    if (opened.current !== path) keeper.current?.viewChanged()
    opened.current = path
  }, [path])
  const route = routeOf(address)
  const region = regions?.find((one) => one.name === name) ?? regions?.[0]
  const session: Session | null =
    regions && region
      ? {
          regions,
          region,
          openRegion(next) {
            keep(REGION_SLOT, next)
            setName(next)
          },
          address,
        }
      : null
  useEffect(() => {
    document.title = `${route ? w.views[route.word] : w.notFound} · Doorwalk`
  })
  const { gone } = useRemovals()
  const [what, plan] = address.path
  const isGone = what === 'plans' && plan !== undefined && gone.has(planPath(plan))
  const View = isGone ? Removed : route?.view

  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault()
          document.querySelector<HTMLElement>('#main')?.focus()
        }}
      >
        {w.skip}
      </a>
      <Head
        current={route?.word}
        session={session}
        onSpeak={(language) => {
          speak(language)
          speakAgain((count) => count + 1)
        }}
      />
      <main id="main" ref={main} tabIndex={-1}>
        {!asksKey && <ProblemBox problem={problem} onRetry={() => void begin()} />}
        {asksKey && !session && askForm(true)}
        {session && (
          <SessionContext.Provider value={session}>
            <KeyRound.Provider value={keyRound}>
              {View ? <View address={address} /> : <p>{w.notFound}</p>}
            </KeyRound.Provider>
          </SessionContext.Provider>
        )}
        {/* Above the view, which keeps what was typed. */}
        {asksKey && session && (
          <Dialog title={w.keyTitle} onClose={() => setAsksKey(false)}>
            {askForm(false)}
          </Dialog>
        )}
        {!asksKey && !session && problem === null && <Busy text={w.loading} />}
      </main>
      <footer class="bottom">
        <p>{region?.attribution.join(' · ')}</p>
        <p>
          <a href="/docs">{w.reference}</a>
        </p>
      </footer>
      <Announcer view={[...address.path, region?.name].join(' ')} />
    </>
  )
}

/** In the place of a plan that was deleted, and may be brought back. */
function Removed() {
  const w = shellWords()
  return (
    <section class="narrow">
      <p class="notice">{w.isRemoved}</p>
      <a class="button" href={hashOf(['plans'])}>
        {w.views.plans}
      </a>
    </section>
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
