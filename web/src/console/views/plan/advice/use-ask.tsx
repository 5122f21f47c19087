/** A question about a plan: what is being asked, what came of it, and whether the plan has changed since. */
import { ProblemError } from '@doorwalk/client'
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Problem } from '../../../model/problem.ts'
import { Busy } from '../../../parts/busy.tsx'
import { ProblemBox } from '../../../parts/problem-box.tsx'
import { problemOf } from '../../../state/problem.ts'

interface Question<T> {
  /** Of the plan that is asked about. */
  plan: string
  /** As the answer is headed. */
  name: string
  call: () => Promise<T>
}

export interface Asking<T> {
  /** Null: nothing was asked, or it is being asked again. */
  answer: { name: string; value: T } | null
  /** The plan has changed since it was answered. */
  isStale: boolean
  isBusy: boolean
  ask: (question: Question<T>) => Promise<void>
  /** How far it is, and what went wrong. */
  state: ComponentChildren
}

interface Options {
  /** Of the plan in view. */
  plan: string
  /** Said while it takes its time. */
  busy: string
  /** Somebody else has made a newer plan of it. */
  onReplaced: () => void
}

export function useAsk<T>({ plan, busy, onReplaced }: Options): Asking<T> {
  const [answer, setAnswer] = useState<(Question<T> & { value: T }) | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const running = useRef(false)

  async function ask(question: Question<T>): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(null)
    setAnswer(null)
    try {
      setAnswer({ ...question, value: await question.call() })
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'plan.replaced') onReplaced()
      else setProblem(problemOf(error))
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  const state = (
    <>
      {isBusy && <Busy text={busy} />}
      <ProblemBox problem={problem} />
    </>
  )
  return { answer, isStale: answer !== null && answer.plan !== plan, isBusy, ask, state }
}
