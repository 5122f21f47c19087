/** Looks for rows of a long table. Where all are seen at a glance it is not there. */
import { useId } from 'preact/hooks'
import { sayNumber } from '../../words/language.ts'
import { shellWords } from '../words/shell.ts'

/** So many rows are read at a glance. */
const AT_A_GLANCE = 12

interface Props {
  /** What may be looked for: "Name or number". */
  label: string
  search: string
  onSearch: (search: string) => void
  found: number
  of: number
}

export function FindField({ label, search, onSearch, found, of }: Props) {
  const w = shellWords()
  const id = useId()
  if (of <= AT_A_GLANCE) return null
  return (
    <div class="find">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={search}
        onInput={({ currentTarget }) => onSearch(currentTarget.value)}
      />
      <p class="help" role="status">
        {search.trim() === '' ? '' : w.found(sayNumber(found), sayNumber(of))}
      </p>
    </div>
  )
}
