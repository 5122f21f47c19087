/** Says what follows from something that is not to be done by mistake, whether it can be undone, and does it. */
import { useState } from 'preact/hooks'
import type { Problem } from '../model/problem.ts'
import { problemOf } from '../state/problem.ts'
import { shellWords } from '../words/shell.ts'
import { Dialog } from './dialog.tsx'
import { ProblemBox } from './problem-box.tsx'

export interface Question {
  title: string
  help: string | readonly string[]
  verb: string
  act: () => Promise<void>
  /** It can be taken back afterwards; else it is said that it cannot. */
  hasUndo?: boolean
}

interface Props {
  question: Question
  onClose: () => void
}

export function Confirm({ question: { title, help, verb, act, hasUndo = false }, onClose }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function go(): Promise<void> {
    setBusy(true)
    try {
      await act()
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog {...{ title, onClose }}>
      {[help].flat().map((one) => (
        <p key={one}>{one}</p>
      ))}
      {!hasUndo && (
        <p>
          <strong>{shellWords().final}</strong>
        </p>
      )}
      <ProblemBox {...{ problem }} />
      <div class="pair">
        <button type="button" class="main" disabled={isBusy} onClick={() => void go()}>
          {verb}
        </button>
        <button type="button" onClick={onClose}>
          {shellWords().cancel}
        </button>
      </div>
    </Dialog>
  )
}
