/** What a trial run has found, to be corrected and read again, or imported. */
import type { Schemas } from '@doorwalk/client'
import { useEffect, useRef } from 'preact/hooks'
import type { Choices } from '../model/choices.ts'
import { type Corrections, NO_CORRECTIONS } from '../model/corrections.ts'
import type { ListField } from '@doorwalk/core/words/list-fields'
import type { Import } from '../model/send-list.ts'
import { sayNumber } from '../../words/language.ts'
import { words } from '../words/words.ts'
import { Columns } from './columns.tsx'
import { Report } from './report.tsx'

interface Props {
  trial: Import
  corrections: Corrections
  choices: Choices
  isBusy: boolean
  /** The columns are not those that the trial was read with. */
  isCorrected: boolean
  onCorrect: (column: Schemas['ImportColumn'], field: ListField | null) => void
  onChoose: (line: number, target: string | null) => void
  onTakeBack: () => void
  onReadAgain: () => void
  onImport: () => void
  onProblem: (error: unknown) => void
}

export function Preview(props: Props) {
  const { trial, corrections, choices, isBusy, isCorrected, onCorrect, onChoose, onProblem } = props
  const taken = trial.counts.accepted + choices.size
  const w = words()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [trial.id])
  return (
    <>
      <section class="panel" aria-labelledby="understood">
        <h2 id="understood" tabIndex={-1} ref={title}>
          {w.understood}
        </h2>
        <p class="help">{w.nothingStored}</p>
        {trial.mapping && <Columns mapping={trial.mapping} {...{ corrections, onCorrect }} />}
        <div role="status">{isCorrected && <p class="changed">{w.changed}</p>}</div>
        <div class="pair">
          {isCorrected && (
            <button type="button" class="main" disabled={isBusy} onClick={props.onReadAgain}>
              {w.readAgain}
            </button>
          )}
          {corrections.size > NO_CORRECTIONS.size && (
            <button type="button" disabled={isBusy} onClick={props.onTakeBack}>
              {w.takeBack}
            </button>
          )}
        </div>
      </section>
      {!isCorrected && trial.status === 'done' && (
        <section class="panel" aria-labelledby="report">
          <h2 id="report">{w.report}</h2>
          <Report done={trial} choosing={{ choices, isBusy, onChoose }} onProblem={onProblem} />
          {trial.kind === 'opt_outs' && taken > 0 && <p class="help">{w.optOutsFinal}</p>}
          {taken === 0 ? (
            <p class="changed">{w.nothingToImport}</p>
          ) : (
            <button type="button" class="main" disabled={isBusy} onClick={props.onImport}>
              {w.import(sayNumber(taken))}
            </button>
          )}
        </section>
      )}
    </>
  )
}
