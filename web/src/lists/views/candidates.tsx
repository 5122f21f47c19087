/** The buildings that a doubtful line may mean, to be chosen from where the list is not imported yet. */
import type { Schemas } from '@doorwalk/client'
import type { Choices } from '../model/choices.ts'
import { sayNumber, sayShare } from '../../words/language.ts'
import { words } from '../words/words.ts'

type Line = Schemas['ImportLine']
type Candidate = Schemas['ImportCandidate']

export interface Choosing {
  choices: Choices
  isBusy: boolean
  onChoose: (line: number, target: string | null) => void
}

/** @param props.choosing  undefined: they are only told */
export function Candidates({ line, choosing }: { line: Line; choosing: Choosing | undefined }) {
  const w = words()
  const { candidates = [] } = line
  if (candidates.length === 0) return null
  if (choosing) return <Choice {...{ line, candidates, choosing }} />
  return (
    <>
      <p>{w.candidates}</p>
      <ul>
        {candidates.map((candidate) => (
          <li key={candidate.targets[0]}>{saidOf(line, candidate)}</li>
        ))}
      </ul>
    </>
  )
}

interface ChoiceProps {
  line: Line
  candidates: readonly Candidate[]
  choosing: Choosing
}

function Choice({ line, candidates, choosing: { choices, isBusy, onChoose } }: ChoiceProps) {
  const w = words()
  const name = `line-${line.line}`
  const chosen = choices.get(line.line)
  return (
    <fieldset class="candidates" disabled={isBusy}>
      <legend>{(line.field === 'doors' ? w.isRight : w.candidatesOf)(sayNumber(line.line))}</legend>
      {candidates.map((candidate) => {
        const target = candidate.targets[0] ?? null
        return (
          <label key={target} class="choice">
            <input
              {...{ type: 'radio', name }}
              checked={chosen === target}
              onChange={() => onChoose(line.line, target)}
            />
            <span>{saidOf(line, candidate)}</span>
          </label>
        )
      })}
      <label class="choice">
        <input
          {...{ type: 'radio', name }}
          checked={chosen === undefined}
          onChange={() => onChoose(line.line, null)}
        />
        <span>{w.notTaken}</span>
      </label>
    </fieldset>
  )
}

function saidOf({ field, came }: Line, { address, score, metres }: Candidate): string {
  const w = words()
  if (field === 'doors') return w.rightDoors(came, address)
  const far = metres === undefined ? '' : `, ${w.metres(sayNumber(Math.round(metres)))}`
  return `${address} (${sayShare(score)}${far})`
}
