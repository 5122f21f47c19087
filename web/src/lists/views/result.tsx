/** What an import has stored. */
import { useEffect, useRef } from 'preact/hooks'
import type { Import } from '../model/send-list.ts'
import { words } from '../words/words.ts'
import { Report } from './report.tsx'

export function Result({ done, onProblem }: { done: Import; onProblem: (error: unknown) => void }) {
  const w = words()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [done.id])
  return (
    <section class="panel" aria-labelledby="done">
      <h2 id="done" tabIndex={-1} ref={title}>
        {w.done}
      </h2>
      <p>
        {w.doneKinds[done.kind]} {w.doneHelp}
      </p>
      <Report done={done} onProblem={onProblem} />
      <p>
        <a href="/">{w.back}</a>
      </p>
    </section>
  )
}
