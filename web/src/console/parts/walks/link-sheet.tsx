/** Links for everybody: by person, each walk with a code to scan and an address to send; printed as a sheet. */
import { qrSvg } from '@doorwalk/core/paper/qr'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { findBy } from '../../model/find.ts'
import type { Problem } from '../../model/problem.ts'
import { isAmong, isThisComputer, linksThere } from '../../model/links.ts'
import { type GivenWalk, keptLinks, linksOf, makeLink } from '../../state/hand-out.ts'
import { useLoad } from '../../state/load.ts'
import { nameOf } from '../../state/names.ts'
import { problemOf } from '../../state/problem.ts'
import { several } from '../../../api/several.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayInstant, sayNumber, sayOf } from '../../../words/language.ts'
import { announce } from '../announce.tsx'
import { Busy } from '../busy.tsx'
import { FindField } from '../find-field.tsx'
import { ProblemBox } from '../problem-box.tsx'

const CODE_MM = 32
/** People drawn in one go: more codes than these hold the page up. */
const DRAWN = 8

export function LinkSheet({ walks }: { walks: readonly GivenWalk[] }) {
  const w = handOutWords()
  const [kept, setKept] = useState(keptLinks)
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [search, setSearch] = useState('')
  const [replaces, setReplaces] = useState(false)
  const ids = walks.map(({ walkId }) => walkId).join()
  const known = useLoad(`links ${ids}`, () => linksOf(walks))
  const there = known.value && linksThere(known.value, Date.now())
  const [before] = useState(kept)
  // What somebody has revoked meanwhile opens nothing.
  const isGood = ([walkId, url]: [string, string]): boolean =>
    url !== before[walkId] || isAmong(url, known.value?.get(walkId))
  const links = Object.fromEntries(Object.entries(kept).filter(isGood))
  const shown = walks.filter(({ walkId }) => links[walkId] !== undefined).length
  const wanted = replaces ? walks : walks.filter(({ walkId }) => links[walkId] === undefined)
  const people = useMemo(() => byPerson(walks), [walks])
  const found = findBy(people, search, ([walker, theirs]) =>
    [sayWalker(walker, theirs[0]!.number), ...theirs.map(sayWalk)].join(' '),
  )
  const drawn = useGradually(people.length)

  async function makeAll(): Promise<void> {
    setProblem(null)
    setBusy(w.makingLinks(sayNumber(0), sayNumber(wanted.length)))
    try {
      await several(
        wanted,
        ({ walkId }) => makeLink(walkId, { replaces }),
        (done) => {
          setKept(keptLinks())
          setBusy(w.makingLinks(sayNumber(done), sayNumber(wanted.length)))
        },
      )
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setReplaces(false)
      setBusy('')
      known.reload()
    }
  }

  return (
    <>
      <h3>{w.links}</h3>
      <p class="help">{w.linksHelp}</p>
      <LocalNote url={Object.values(links)[0] ?? location.href} />
      {there && (
        <>
          <p role="status">
            {w.linksThere(sayNumber(there.walks), sayNumber(walks.length), walks.length === 1)}{' '}
            {w.linksLife(sayInstant(there.since), sayInstant(there.until))}
            {shown < there.walks && ` ${w.linksElsewhere}`}
          </p>
          <label class="choice">
            <input
              type="checkbox"
              checked={replaces}
              disabled={busy !== ''}
              onChange={({ currentTarget }) => setReplaces(currentTarget.checked)}
            />
            <span>{w.replaceLinks}</span>
          </label>
        </>
      )}
      <div class="pair">
        <button
          type="button"
          disabled={
            busy !== '' || wanted.length === 0 || (known.value === undefined && known.error === undefined)
          }
          onClick={() => void makeAll()}
        >
          {there && (replaces || shown < there.walks) ? w.makeNewLinks : w.makeLinks}
        </button>
        <button
          type="button"
          disabled={busy !== '' || shown === 0 || drawn < people.length}
          onClick={() => window.print()}
        >
          {w.printLinks}
        </button>
      </div>
      {busy !== '' && <Busy text={busy} />}
      <ProblemBox problem={problem} />
      <FindField
        {...{ label: w.findLink, search, found: found.length, of: people.length }}
        onSearch={setSearch}
      />
      <div class="link-sheet">
        {people.slice(0, drawn).map((each) => (
          <Person
            key={each[0]}
            {...{ walker: each[0], walks: each[1], links }}
            isFound={search === '' || found.includes(each)}
          />
        ))}
      </div>
    </>
  )
}

/** Said where a phone is to open an address that is of this computer only. */
export function LocalNote({ url }: { url: string }) {
  return isThisComputer(url) ? <p class="note">{handOutWords().linksLocal}</p> : null
}

/** How many of so many are to be drawn by now; from one moment to the next some more. */
function useGradually(total: number): number {
  const [drawn, setDrawn] = useState(DRAWN)
  useEffect(() => {
    if (drawn >= total) return
    const timer = setTimeout(() => setDrawn(drawn + DRAWN))
    return () => clearTimeout(timer)
  }, [drawn, total])
  return Math.min(drawn, total)
}

interface PersonProps {
  walker: string
  walks: readonly GivenWalk[]
  links: Readonly<Record<string, string>>
  /** Else it is drawn, and hidden: a code takes long to draw again. */
  isFound: boolean
}

function Person({ walker, walks, links, isFound }: PersonProps) {
  const w = handOutWords()
  const name = sayWalker(walker, walks[0]!.number)
  const made = walks.filter(({ walkId }) => links[walkId] !== undefined)
  const text = w.message(
    nameOf(walker) ?? '',
    made.map((walk) => sayOf(sayWalk(walk), links[walk.walkId]!)),
  )
  return (
    <article aria-label={name} hidden={!isFound}>
      <h4>{name}</h4>
      {walks.map((walk) => (
        <div key={walk.walkId} class="link">
          <p>{sayWalk(walk)}</p>
          {links[walk.walkId] !== undefined && (
            <Code url={links[walk.walkId]!} name={`${name}, ${sayWalk(walk)}`} />
          )}
        </div>
      ))}
      {made.length > 0 && (
        <button type="button" aria-label={w.copyFor(name)} onClick={() => void copy(text)}>
          {w.copyMessage}
        </button>
      )}
    </article>
  )
}

export function Code({ url, name }: { url: string; name: string }) {
  const w = handOutWords()
  const label = w.codeOf(name)
  // Our own drawing of our own address: no text of others is in it but the label, which is escaped.
  const drawing = useMemo(() => ({ __html: qrSvg(url, { size: CODE_MM, label }) }), [url, label])
  return (
    <>
      <div class="code" dangerouslySetInnerHTML={drawing} />
      <input
        readOnly
        value={url}
        aria-label={w.linkOf(name)}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </>
  )
}

/** Without HTTPS there is no clipboard: then the address is in its field, to be copied by hand. */
async function copy(text: string): Promise<void> {
  const w = handOutWords()
  try {
    await navigator.clipboard.writeText(text)
    announce(w.copied)
  } catch {
    announce(w.notCopied)
  }
}

/** The name where this browser knows it, else the number of the walk. */
export function sayWalker(walker: string, number: number): string {
  return nameOf(walker) ?? handOutWords().walk(sayNumber(number))
}

function sayWalk({ number, title }: GivenWalk): string {
  const walk = handOutWords().walk(sayNumber(number))
  return title === '' ? walk : `${title}, ${walk}`
}

/** In the order of the walks. Ids that a plan made by itself (1, 2, …) mean nobody in particular. */
function byPerson(walks: readonly GivenWalk[]): [string, GivenWalk[]][] {
  const people = new Map<string, GivenWalk[]>()
  for (const walk of walks) {
    const key = nameOf(walk.walker) === undefined ? walk.walkId : walk.walker
    people.set(key, [...(people.get(key) ?? []), walk])
  }
  return [...people]
}
