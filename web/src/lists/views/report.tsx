/** What becomes of the lines: how many, which of them somebody has to look at, and what was put right. */
import type { Schemas } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { doorwalk, download } from '../../api/api.ts'
import { isListField } from '@doorwalk/core/words/list-fields'
import type { Import } from '../model/send-list.ts'
import { sayNumber, currentLanguage } from '../../words/language.ts'
import { words } from '../words/words.ts'
import { Candidates, type Choosing } from './candidates.tsx'

type Line = Schemas['ImportLine']

interface Props {
  done: Import
  /** Undefined: it is imported. */
  choosing?: Choosing
  onProblem: (error: unknown) => void
}

const COUNTS = ['rows', 'accepted', 'repaired', 'refused', 'doubtful', 'unlikely'] as const

export function Report({ done, choosing, onProblem }: Props) {
  const w = words()
  const { counts, changes } = done
  const { lines, hasMore, more } = useLines(done.id, onProblem)
  const toMend = lines.filter(({ outcome }) => outcome !== 'repaired')
  const mended = lines.filter(({ outcome }) => outcome === 'repaired')
  return (
    <>
      <dl class="counts">
        {COUNTS.map((name) => (
          <div key={name} class={name}>
            <dt>{w[name]}</dt>
            <dd>{sayNumber(counts[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      {changes && (
        <p>{w.changes(sayNumber(changes.added), sayNumber(changes.updated), sayNumber(changes.unchanged))}</p>
      )}
      {changes?.removed !== undefined && changes.removed > 0 && (
        <p class="changed removed">
          {w.removes(sayNumber(changes.removed))} {w.removesFinal}
        </p>
      )}
      <h3 id="mend-title">{w.toMend}</h3>
      {counts.refused + counts.doubtful + (counts.unlikely ?? 0) === 0 ? (
        <p>{w.noneToMend}</p>
      ) : (
        <>
          <p>
            <button
              type="button"
              aria-describedby="table-help"
              onClick={() =>
                void download(`/v1/imports/${done.id}/report.csv?language=${currentLanguage()}`).catch(
                  onProblem,
                )
              }
            >
              {w.table}
            </button>
          </p>
          <p id="table-help" class="help">
            {w.tableHelp}
          </p>
          {choosing && counts.doubtful > 0 && <p class="help">{w.candidatesHelp}</p>}
          <Lines lines={toMend} title="mend-title" outcome={w.expected} {...(choosing && { choosing })} />
        </>
      )}
      {counts.repaired > 0 && (
        <details>
          <summary id="mended-title">
            {w.mended} ({sayNumber(counts.repaired)})
          </summary>
          <Lines lines={mended} title="mended-title" outcome={w.became} />
        </details>
      )}
      {hasMore && (
        <button type="button" onClick={more}>
          {w.moreLines}
        </button>
      )}
    </>
  )
}

/** Page after page, as they are asked for. */
function useLines(importId: string, onProblem: (error: unknown) => void) {
  const [lines, setLines] = useState<Line[]>([])
  const [next, setNext] = useState<string | null>(null)
  async function load(cursor: string | null): Promise<void> {
    const query = { language: currentLanguage(), ...(cursor !== null && { cursor }) }
    const page = await doorwalk.GET('/v1/imports/{importId}/report', {
      params: { path: { importId }, query },
    })
    setLines((known) => (cursor === null ? page.lines : [...known, ...page.lines]))
    setNext(page.next)
  }
  useEffect(() => void load(null).catch(onProblem), [importId, currentLanguage()])
  return { lines, hasMore: next !== null, more: () => void load(next).catch(onProblem) }
}

interface LinesProps {
  lines: readonly Line[]
  title: string
  outcome: string
  choosing?: Choosing
}

function Lines({ lines, title, outcome, choosing }: LinesProps) {
  const w = words()
  return (
    <div class="scroll" tabIndex={0} role="region" aria-labelledby={title}>
      <table>
        <thead>
          <tr>
            <th scope="col" class="figure">
              {w.line}
            </th>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.came}</th>
            <th scope="col">{outcome}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={at}>
              <td class="figure">{sayNumber(line.line)}</td>
              <td>
                {isListField(line.field) ? w.fields[line.field] : line.field}
                <span class={`outcome ${line.outcome}`}>{w.outcomes[line.outcome]}</span>
              </td>
              <td class="cell">{line.came}</td>
              <td>
                {line.became !== undefined && <span class="cell">{line.became}</span>}
                {line.expected !== undefined && <span>{line.expected}</span>}
                <Candidates line={line} choosing={choosing} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
