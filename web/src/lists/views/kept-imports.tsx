/** The lists that were imported, with what each brought, and a way to take one back. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { type KeptImport, keptImports, takeBack } from '../model/kept-imports.ts'
import { currentLanguage, sayInstant, sayNumber } from '../../words/language.ts'
import { words } from '../words/words.ts'
import { TakeBack } from './take-back.tsx'

interface Props {
  /** Another one: they are read again. */
  read: string
  isBusy: boolean
  onProblem: (error: unknown) => void
}

export function KeptImports({ read, isBusy, onProblem }: Props) {
  const w = words()
  const [all, setAll] = useState<readonly KeptImport[]>([])
  const [next, setNext] = useState<string | null>(null)
  const [asked, setAsked] = useState<KeptImport | null>(null)
  const [going, setGoing] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const title = useRef<HTMLHeadingElement>(null)

  async function load(cursor: string | null): Promise<void> {
    const page = await keptImports(cursor)
    setAll((known) => (cursor === null ? page.imports : [...known, ...page.imports]))
    setNext(page.next)
  }
  useEffect(() => void load(null).catch(onProblem), [read, currentLanguage()])

  // The button that was pressed has left.
  useEffect(() => {
    if (going !== null) title.current?.focus()
  }, [going])

  async function goBack({ id, name }: KeptImport): Promise<void> {
    setAsked(null)
    setGoing(id)
    setTold('')
    try {
      const { takenBack } = await takeBack(id)
      const { removed, restored, kept } = takenBack ?? { removed: 0, restored: 0, kept: 0 }
      setTold(
        takenBack
          ? w.isTakenBack(name, sayNumber(removed), sayNumber(restored), sayNumber(kept))
          : w.notTakenBack,
      )
      await load(null)
    } finally {
      setGoing(null)
    }
  }

  if (all.length === 0) return null
  const hasRegions = all.some(({ region }) => region !== all[0]?.region)
  return (
    <section class="panel" aria-busy={going !== null}>
      <h2 id="kept" tabIndex={-1} ref={title}>
        {w.kept}
      </h2>
      <p class="help">{w.keptHelp}</p>
      <div role="status">{told !== '' && <p class="changed">{told}</p>}</div>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="kept">
        <table id="kept-imports">
          <thead>
            <tr>
              <th scope="col">{w.keptName}</th>
              <th scope="col" class="figure">
                {w.keptRows}
              </th>
              <th scope="col" class="figure">
                {w.keptDoors}
              </th>
              <th scope="col">{w.keptState}</th>
            </tr>
          </thead>
          <tbody>
            {all.map((kept) => (
              <tr key={kept.id}>
                <th scope="row">
                  {kept.name}
                  <span class="outcome">
                    {w.keptAs(w.shortKinds[kept.kind], sayInstant(kept.createdAt))}
                    {hasRegions && `, ${kept.region}`}
                  </span>
                </th>
                <td class="figure">{sayNumber(kept.counts.accepted)}</td>
                <td class="figure">{kept.counts.doors === undefined ? '–' : sayNumber(kept.counts.doors)}</td>
                <td>
                  {kept.canTakeBack && going !== kept.id ? (
                    <button
                      type="button"
                      disabled={isBusy || going !== null}
                      aria-label={w.takeBackOf(kept.name, sayInstant(kept.createdAt))}
                      onClick={() => setAsked(kept)}
                    >
                      {w.takeBackImport}
                    </button>
                  ) : (
                    stateOf(kept, going)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next !== null && (
        <button type="button" onClick={() => void load(next).catch(onProblem)}>
          {w.moreImports}
        </button>
      )}
      {asked && (
        <TakeBack
          kept={asked}
          onTakeBack={() => void goBack(asked).catch(onProblem)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}

function stateOf({ id, status, kind, takenBack }: KeptImport, going: string | null): string {
  const w = words()
  if (going === id || status === 'taking_back') return w.states.taking_back
  if (takenBack) return w.takenBackAt(sayInstant(takenBack.at))
  return status === 'done' && kind === 'opt_outs' ? w.optOutsStay : w.states[status]
}
