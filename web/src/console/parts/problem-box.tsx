/** What went wrong and has no field to stand beside; the focus goes to it, or to the first field that is wrong. */
import { useEffect, useRef } from 'preact/hooks'
import { withField } from '../state/problem-sentence.ts'
import { type Problem, problemsElsewhere } from '../model/problem.ts'
import { problemsWords } from '../words/problems.ts'
import { shellWords } from '../words/shell.ts'

/** Where there are others, by the family of the code of what is gone. */
const WAYS: Readonly<Record<string, { href: string; word: keyof ReturnType<typeof shellWords>['views'] }>> = {
  batch: { href: '#/weekend', word: 'weekend' },
  area: { href: '#/areas', word: 'areas' },
  ranking: { href: '#/areas', word: 'areas' },
  holdout: { href: '#/holdouts', word: 'holdouts' },
  correction: { href: '#/corrections', word: 'corrections' },
}

interface Props {
  problem: Problem | null
  /** Pointers of the fields that say their problem themselves. */
  fields?: readonly string[]
  /** Offered as a button where trying again may help. */
  onRetry?: () => void
}

export function ProblemBox({ problem, fields = [], onRetry }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const lines = problem === null ? [] : linesOf(problem, fields)
  useEffect(() => {
    if (problem === null) return
    const scope = box.current?.closest('form, section, main') ?? document
    const target = scope.querySelector<HTMLElement>('[aria-invalid="true"]') ?? box.current
    // What is folded away takes no focus, and is not seen.
    for (let at = target?.closest('details'); at; at = at.parentElement?.closest('details')) at.open = true
    target?.focus()
  }, [problem])
  const way = problem?.kind === 'gone' ? WAYS[(problem.code ?? '').replace(/\..*/, '')] : undefined
  return (
    <div class={lines.length > 0 ? 'problem' : ''} role="alert" tabIndex={-1} ref={box}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {way && (
        <p>
          <a href={way.href}>{shellWords().views[way.word]}</a>
        </p>
      )}
      {lines.length > 0 && onRetry && (
        <button type="button" onClick={onRetry}>
          {shellWords().tryAgain}
        </button>
      )}
    </div>
  )
}

/** What is said of a problem; `fields` say theirs themselves. */
export function linesOf(problem: Problem, fields: readonly string[] = []): string[] {
  const { problem: w } = shellWords()
  const elsewhere = problemsElsewhere(problem, fields).map(({ pointer, detail }) =>
    problem.kind === 'form' ? detail : withField(pointer, detail, problemsWords()),
  )
  const details = [...(problem.detail === '' ? [] : [problem.detail]), ...elsewhere]
  const id = problem.requestId === '' ? [] : [w.id(problem.requestId)]
  switch (problem.kind) {
    case 'network':
      return [w.network]
    case 'key':
      return [w.key]
    case 'busy':
      return details.length > 0 ? details : [w.busy]
    case 'gone':
    case 'form':
      return details
    case 'bug':
      return [w.bug, ...details, ...id]
    case 'conflict':
      return [w.conflict, ...details]
    case 'request':
      return details.length === 0 ? [] : [w.request, ...details, ...id]
  }
}
