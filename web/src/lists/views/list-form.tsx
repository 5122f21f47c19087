/** Which list: region, what it says, the file. */
import type { Schemas } from '@doorwalk/client'
import { useRef, useState } from 'preact/hooks'
import { MOST_BYTES } from '../model/send-list.ts'
import { sayNumber } from '../../words/language.ts'
import { words } from '../words/words.ts'
import { PageError } from './problem.tsx'

const KINDS = ['targets', 'opt_outs', 'exclusions'] as const
const MEGABYTE = 1e6
const ENDINGS = '.csv,.tsv,.txt,.xlsx,.xls,.xlsb,.ods,.json,.geojson'

export interface Choice {
  region: string
  kind: Schemas['ListKind']
  file: File
  sheet: string
  /** What was imported before and is not in the file goes. */
  replace: boolean
}

interface Props {
  regions: readonly string[]
  isBusy: boolean
  /** What was read belongs to another choice. */
  onChange: () => void
  onRead: (choice: Choice) => void
  onProblem: (error: PageError) => void
}

export function ListForm({ regions, isBusy, onChange, onRead, onProblem }: Props) {
  const w = words()
  const [region, setRegion] = useState(regions[0] ?? '')
  const [kind, setKind] = useState<Schemas['ListKind']>('targets')
  const [sheet, setSheet] = useState('')
  const [replaces, setReplaces] = useState(false)
  // Who has opted out is never asked again.
  const mayReplace = kind !== 'opt_outs'
  const input = useRef<HTMLInputElement>(null)

  function read(event: Event): void {
    event.preventDefault()
    const file = input.current?.files?.[0]
    const wrong = file ? wrongWith(file) : w.problem.noFile
    if (file && wrong === undefined) onRead({ region, kind, file, sheet, replace: mayReplace && replaces })
    else onProblem(new PageError(wrong))
  }

  return (
    <form class="panel" onSubmit={read} noValidate>
      <fieldset disabled={isBusy} class="plain">
        <legend class="hidden">{w.heading}</legend>
        <label for="region">{w.region}</label>
        <select
          id="region"
          value={region}
          onChange={({ currentTarget }) => {
            setRegion(currentTarget.value)
            onChange()
          }}
        >
          {regions.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <fieldset>
          <legend>{w.kindTitle}</legend>
          {KINDS.map((one) => (
            <label key={one} class="choice">
              <input
                type="radio"
                name="kind"
                value={one}
                checked={kind === one}
                onChange={() => {
                  setKind(one)
                  onChange()
                }}
              />
              <span>{w.kinds[one]}</span>
            </label>
          ))}
        </fieldset>
        <label for="file">{w.file}</label>
        <input
          id="file"
          type="file"
          accept={ENDINGS}
          aria-describedby="file-help"
          ref={input}
          onChange={onChange}
        />
        <p id="file-help" class="help">
          {w.fileHelp}
        </p>
        <label for="sheet">{w.sheet}</label>
        <input
          id="sheet"
          autocomplete="off"
          maxLength={100}
          value={sheet}
          onInput={({ currentTarget }) => {
            setSheet(currentTarget.value)
            onChange()
          }}
        />
        {mayReplace && (
          <label class="choice">
            <input
              id="replace"
              type="checkbox"
              checked={replaces}
              onChange={({ currentTarget }) => {
                setReplaces(currentTarget.checked)
                onChange()
              }}
            />
            <span>{w.replace}</span>
          </label>
        )}
        <button type="submit" class="main">
          {w.read}
        </button>
      </fieldset>
    </form>
  )
}

function wrongWith({ size }: File): string | undefined {
  const { problem } = words()
  if (size === 0) return problem.empty
  return size > MOST_BYTES ? problem.tooLarge(sayNumber(MOST_BYTES / MEGABYTE)) : undefined
}
