/** Says what follows from a decision, and makes it. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import type { Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { problemOf } from '../../state/problem.ts'
import { correctionsWords } from '../../words/corrections.ts'
import { shellWords } from '../../words/shell.ts'

export interface Decision {
  verb: 'accept' | 'refuse'
  correction: Schemas['Correction']
  where: string
  said: string
}

interface Props {
  decision: Decision
  onDone: () => void
  onClose: () => void
}

export function DecideDialog({ decision: { verb, correction, where, said }, onDone, onClose }: Props) {
  const w = correctionsWords()
  const [problem, setProblem] = useState<Problem | null>(null)

  async function decide(): Promise<void> {
    const params = { path: { correctionId: correction.id } }
    try {
      if (verb === 'accept') await doorwalk.POST('/v1/corrections/{correctionId}/accept', { params })
      else await doorwalk.POST('/v1/corrections/{correctionId}/refuse', { params })
      announce(verb === 'accept' ? w.accepted : w.refused)
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
    // Somebody else may have decided meanwhile: the list says what holds.
    onDone()
  }

  return (
    <Dialog title={(verb === 'accept' ? w.acceptOf : w.refuseOf)(where)} {...{ onClose }}>
      <p>{said}</p>
      <p>{verb === 'accept' ? w.follows[correction.kind] : w.refuseHelp}</p>
      {verb === 'accept' && (
        <p>
          <strong>{shellWords().final}</strong>
        </p>
      )}
      <ProblemBox {...{ problem }} />
      <div class="pair">
        <button type="button" class="main" onClick={() => void decide()}>
          {w[verb]}
        </button>
        <button type="button" onClick={onClose}>
          {shellWords().cancel}
        </button>
      </div>
    </Dialog>
  )
}
