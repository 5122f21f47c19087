/** How the list was read: file, coordinates, and each column with what it is taken for, to be corrected. */
import type { Schemas } from '@doorwalk/client'
import { type Corrections, fieldOf, isNamedBefore } from '../model/corrections.ts'
import { LIST_FIELDS, type ListField, isListField } from '@doorwalk/core/words/list-fields'
import { sayOf, sayShare } from '../../words/language.ts'
import { words } from '../words/words.ts'

type Column = Schemas['ImportColumn']
type Mapping = Schemas['ImportMapping']

interface Props {
  mapping: Mapping
  corrections: Corrections
  onCorrect: (column: Column, field: ListField | null) => void
}

export function Columns({ mapping, corrections, onCorrect }: Props) {
  const w = words()
  return (
    <>
      <dl class="facts">
        {factsOf(mapping).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mapping.notes.length > 0 && (
        <ul class="help">
          {mapping.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <h3 id="columns-title">{w.columns}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="columns-title">
        <table id="columns">
          <thead>
            <tr>
              <th scope="col">{w.column}</th>
              <th scope="col">{w.takenFor}</th>
              <th scope="col">{w.why}</th>
              <th scope="col" class="figure">
                {w.confidence}
              </th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((column) => (
              <tr key={column.position} class={column.refused === undefined ? '' : 'personal'}>
                <th scope="row">{column.name}</th>
                <td>
                  {column.refused === undefined ? (
                    <FieldChoice column={column} {...{ mapping, corrections, onCorrect }} />
                  ) : (
                    <strong>{w.notKept}</strong>
                  )}
                </td>
                <td>
                  <Why column={column} mapping={mapping} />
                </td>
                <td class="figure">{column.confidence > 0 ? sayShare(column.confidence) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function factsOf({ format, sheet, headerLine, separator, encoding, systems }: Mapping): [string, string][] {
  const w = words()
  return [
    [w.format, format],
    ...(sheet === undefined ? [] : [[w.sheetRead, sheet] as [string, string]]),
    [w.headerLine, headerLine === undefined ? w.noHeader : String(headerLine)],
    ...(separator === undefined
      ? []
      : [[w.separator, separator === '\t' ? w.tab : separator] as [string, string]]),
    ...(encoding === undefined ? [] : [[w.encoding, encoding] as [string, string]]),
    [w.systems, systems.length === 0 ? w.noSystems : systems.join(', ')],
  ]
}

function FieldChoice({ column, mapping, corrections, onCorrect }: Props & { column: Column }) {
  const w = words()
  if (isNamedBefore(column, mapping.columns)) return <span>{w.notRead}</span>
  return (
    <select
      aria-label={w.fieldOf(column.name)}
      value={fieldOf(column, corrections) ?? ''}
      onChange={({ currentTarget: { value } }) => onCorrect(column, isListField(value) ? value : null)}
    >
      <option value="">{w.notRead}</option>
      {LIST_FIELDS.map((field) => (
        <option key={field} value={field}>
          {w.fields[field]}
        </option>
      ))}
    </select>
  )
}

function Why({ column, mapping }: { column: Column; mapping: Mapping }) {
  const w = words()
  const { refused, why } = column
  return (
    <>
      {refused === undefined ? why : sayOf(w.holds(refused), why)}
      {isNamedBefore(column, mapping.columns) && <span class="help"> {w.sameName}</span>}
    </>
  )
}
