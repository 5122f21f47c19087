/** What is shown where no link opened a walk: why, what to do, and the walks that this phone keeps. */
import type { WalkRecord } from '../model/record.ts'
import { words } from '../words/words.ts'

interface Props {
  walks: WalkRecord[]
  /** Why the link did not open; null: there was none. */
  problem: string | null
  onOpen: (walkId: string) => void
}

export function NoWalk({ walks, problem, onOpen }: Props) {
  const say = words()
  return (
    <main class="page">
      <h1>{say.noLink}</h1>
      {problem !== null && (
        <p class="bad" role="alert">
          {problem}
        </p>
      )}
      <p>{say.noLinkHelp}</p>
      {walks.length > 0 && (
        <section>
          <h2>{say.kept}</h2>
          {walks.map(({ walkId }) => (
            <button key={walkId} class="main" onClick={() => onOpen(walkId)}>
              {say.openKept(Number(walkId.slice(walkId.lastIndexOf('_') + 1)))}
            </button>
          ))}
        </section>
      )}
    </main>
  )
}
