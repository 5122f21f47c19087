/** Names from this browser to that of a colleague and back, as a file that never goes to the server. */
import { useId, useState } from 'preact/hooks'
import type { FileFault, Merged, NameConflict } from '../../model/people/names-file.ts'
import { useLoad } from '../../state/load.ts'
import { countNames, namesUntil, rename, takeNames, writeNames } from '../../state/names-file.ts'
import { nameOf } from '../../state/names.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayDay, sayNumber } from '../../../words/language.ts'
import { saveJson } from '../save-text.ts'

/** No register of names is larger. */
const MOST_BYTES = 5_000_000

interface Props {
  /** Who walks in these plans, as they themselves say. */
  ids: readonly string[]
  plans: readonly string[]
  /** Names have come: what shows them is drawn again. */
  onRead: () => void
}

export function NamesFile({ ids, plans, onRead }: Props) {
  const w = handOutWords().namesFile
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [read, setRead] = useState<Merged | FileFault | null>(null)
  const { value: until } = useLoad(`names until ${isOpen}`, async () =>
    isOpen ? { day: await namesUntil() } : undefined,
  )
  const count = countNames({ ids, plans })
  const day = until?.day ?? null

  async function take(): Promise<void> {
    saveJson(`${w.file}.json`, await writeNames({ ids, plans }))
  }
  async function open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0]
    if (!file) return
    const text = file.size > MOST_BYTES ? '' : await file.text().catch(() => '')
    setRead(takeNames(text))
    // The same file can be chosen once more.
    input.value = ''
    onRead()
  }
  const fault = read !== null && 'kind' in read ? read : null
  const merged = read !== null && !('kind' in read) ? read : null
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{w.title}</summary>
      <p class="help">{w.help}</p>
      <p class="note">{w.personal(day === null ? null : sayDay(day))}</p>
      {count === 0 ? (
        <p>{w.none}</p>
      ) : (
        <button type="button" onClick={() => void take()}>
          {w.take(sayNumber(count))}
        </button>
      )}
      <div class="field">
        <label for={id}>{w.read}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-told ${id}-wrong`}
          aria-invalid={fault !== null}
          onChange={({ currentTarget }) => void open(currentTarget)}
        />
        <p id={`${id}-told`} role="status">
          {merged && w.taken(sayNumber(merged.added), sayNumber(merged.known))}{' '}
          {merged && merged.namesakes.length > 0 && w.namesakes(merged.namesakes.join(', '))}
        </p>
        <p id={`${id}-wrong`} class="wrong" role="alert">
          {fault === null ? '' : `${w.faults[fault.kind](fault.field, fault.came)} ${w.nothing}`}
        </p>
      </div>
      {merged && merged.conflicts.length > 0 && (
        <ul class="remarks">
          {merged.conflicts.map((conflict) => (
            <Conflict key={conflict.id} {...conflict} onChoose={onRead} />
          ))}
        </ul>
      )}
    </details>
  )
}

/** Two names for one: that of this browser stays until the other is chosen, and can be chosen again. */
function Conflict({ id, mine, theirs, onChoose }: NameConflict & { onChoose: () => void }) {
  const w = handOutWords().namesFile
  const [name, setName] = useState(() => nameOf(id) ?? mine)
  function choose(next: string): void {
    rename(id, next)
    setName(next)
    onChoose()
  }
  return (
    <li>
      {w.conflict(mine, theirs)} <span role="status">{w.chosen(name)}</span>{' '}
      <button type="button" onClick={() => choose(name === mine ? theirs : mine)}>
        {w.choose(name === mine ? theirs : mine)}
      </button>
    </li>
  )
}
