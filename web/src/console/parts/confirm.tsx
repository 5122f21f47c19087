/** Says what follows from something that cannot be undone, and does it. */
import { useState } from 'preact/hooks'
import type { Problem } from '../model/problem.ts'
import { problemOf } from '../state/problem.ts'
import { shellWords } from '../words/shell.ts'
import { Dialog } from './dialog.tsx'
import { ProblemBox } from './problem-box.tsx'

export interface Question {
  title: string
  help: string
  verb: string
  act: () => Promise<void>
}

interface Props {
  question: Question
  onClose: () => void
}

export function Confirm({ question: { title, help, verb, act }, onClose }: Props) {
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
      <p>{help}</p>
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
