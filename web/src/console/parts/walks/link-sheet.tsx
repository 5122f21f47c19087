/** Links for everybody: by person, each walk with a code to scan and an address to send; printed as a sheet. */
import { qrSvg } from '@doorwalk/core/paper/qr'
import { useState } from 'preact/hooks'
import type { Problem } from '../../model/problem.ts'
import { type GivenWalk, keptLinks, makeLink } from '../../state/hand-out.ts'
import { nameOf } from '../../state/names.ts'
import { problemOf } from '../../state/problem.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayNumber } from '../../../words/language.ts'
import { announce } from '../announce.tsx'
import { Busy } from '../busy.tsx'
import { ProblemBox } from '../problem-box.tsx'

const CODE_MM = 32

export function LinkSheet({ walks }: { walks: readonly GivenWalk[] }) {
  const w = handOutWords()
  const [links, setLinks] = useState(keptLinks)
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const wanted = walks.filter(({ walkId }) => links[walkId] === undefined)

  async function makeAll(): Promise<void> {
    setProblem(null)
    try {
      for (const [index, { walkId }] of wanted.entries()) {
        setBusy(w.makingLinks(sayNumber(index), sayNumber(wanted.length)))
        await makeLink(walkId)
      }
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setLinks(keptLinks())
      setBusy('')
    }
  }

  return (
    <>
      <h3>{w.links}</h3>
      <p class="help">{w.linksHelp}</p>
      <div class="pair">
        <button type="button" disabled={busy !== '' || wanted.length === 0} onClick={() => void makeAll()}>
          {w.makeLinks}
        </button>
        <button
          type="button"
          disabled={busy !== '' || wanted.length === walks.length}
          onClick={() => window.print()}
        >
          {w.printLinks}
        </button>
      </div>
      {busy !== '' && <Busy text={busy} />}
      <ProblemBox problem={problem} />
      <div class="link-sheet">
        {byPerson(walks).map(([walker, theirs]) => (
          <Person key={walker} {...{ walker, walks: theirs, links }} />
        ))}
      </div>
    </>
  )
}

interface PersonProps {
  walker: string
  walks: readonly GivenWalk[]
  links: Readonly<Record<string, string>>
}

function Person({ walker, walks, links }: PersonProps) {
  const w = handOutWords()
  const name = sayWalker(walker, walks[0]!.number)
  const made = walks.filter(({ walkId }) => links[walkId] !== undefined)
  const text = w.message(
    nameOf(walker) ?? '',
    made.map((walk) => `${sayWalk(walk)} : ${links[walk.walkId]}`),
  )
  return (
    <article aria-label={name}>
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
  // Our own drawing of our own address: no text of others is in it but the label, which is escaped.
  const drawing = { __html: qrSvg(url, { size: CODE_MM, label: w.codeOf(name) }) }
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
