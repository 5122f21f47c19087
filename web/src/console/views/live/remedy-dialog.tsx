/** Asks before something is done about a walk that is out, and does it. */
import { useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { FormError, type Problem } from '../../model/problem.ts'
import { announce } from '../../parts/announce.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { NumberField, wrongNumber } from '../../parts/number.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { useOnce } from '../../../parts/once.ts'
import { problemOf } from '../../state/problem.ts'
import { liveWords } from '../../words/live.ts'
import { shellWords } from '../../words/shell.ts'

export interface Remedy {
  kind: 'extend' | 'finish' | 'release'
  walkId: string
  number: number
}

interface Props {
  remedy: Remedy
  onDone: () => void
  onClose: () => void
}

const MORE_MINUTES = 30
const MOST_MINUTES = 600

export function RemedyDialog({ remedy: { kind, walkId, number }, onDone, onClose }: Props) {
  const w = liveWords()
  const [minutes, setMinutes] = useState<number | null>(MORE_MINUTES)
  const { once } = useOnce()
  const [problem, setProblem] = useState<Problem | null>(null)
  const title = { extend: w.extendOf, finish: w.finishOf, release: w.giveBackOf }[kind](number)

  async function act(): Promise<void> {
    const params = { path: { walkId } }
    try {
      if (kind === 'extend') {
        const wrong = wrongNumber(minutes, { from: 1, to: MOST_MINUTES })
        if (wrong !== undefined) throw new FormError(wrong, '/minutes')
        const body = { minutes: minutes! }
        await doorwalk.POST('/v1/walks/{walkId}/extend', { params, body })
      } else if (kind === 'finish') await doorwalk.POST('/v1/walks/{walkId}/finish', { params })
      else await doorwalk.POST('/v1/walks/{walkId}/release', { params })
      announce(w.done)
      onDone()
      onClose()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }

  return (
    <Dialog {...{ title, onClose }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void once(act)
        }}
      >
        {kind === 'extend' ? (
          <NumberField
            label={w.minutes}
            help={w.minutesHelp}
            pointer="/minutes"
            from={1}
            to={MOST_MINUTES}
            value={minutes}
            {...{ problem }}
            onChange={setMinutes}
          />
        ) : (
          <>
            <p>{kind === 'finish' ? w.finishAsk : w.giveBackAsk}</p>
            <p>
              <strong>{shellWords().final}</strong>
            </p>
          </>
        )}
        <ProblemBox {...{ problem }} fields={['/minutes']} />
        <div class="pair">
          <button type="submit" class="main">
            {kind === 'extend' ? w.extend : w.confirm}
          </button>
          <button type="button" onClick={onClose}>
            {shellWords().cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
