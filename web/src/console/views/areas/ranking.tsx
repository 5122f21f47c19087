/** Polling stations ranked by what matters to a campaign, with what a rank is made of; then which to take together. */
import type { Schemas } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import type { PrecinctFeature } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import { precinctOf, sayPrecinct } from '../../model/areas/precincts.ts'
import { PRESETS, type Preset, formulaOf, shareFields } from '../../model/areas/presets.ts'
import type { Problem } from '../../model/problem.ts'
import { Busy } from '../../parts/busy.tsx'
import { Field } from '../../parts/field.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { problemOf } from '../../state/problem.ts'
import { useSession } from '../../state/session.ts'
import { areasWords } from '../../words/areas.ts'
import { sayField } from '../../words/fields.ts'
import { sayNumber } from '../../../words/language.ts'
import { Proposal } from './proposal.tsx'

type StoredRanking = Schemas['Ranking']

interface Props {
  precincts: readonly PrecinctFeature[]
  onSaved: () => void
}

export function Ranking({ precincts, onSaved }: Props) {
  const w = areasWords()
  const { region } = useSession()
  const [preset, setPreset] = useState<Preset>('cover')
  const [own, setOwn] = useState('')
  const [ranking, setRanking] = useState<StoredRanking | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const names = new Map(
    precincts.map(({ properties }) => [String(properties.code), sayPrecinct(precinctOf(properties))]),
  )
  const needsOwn = preset === 'mobilise' || preset === 'persuade'

  async function rank(): Promise<void> {
    const formula = formulaOf(preset, needsOwn ? own : '')
    if (formula === null) {
      setProblem({
        kind: 'form',
        detail: '',
        fields: [{ pointer: '/formula', detail: w.ownFirst }],
        requestId: '',
      })
      return
    }
    setProblem(null)
    setBusy(true)
    try {
      setRanking(
        await doorwalk.POST('/v1/rankings', {
          body: { name: w.presets[preset], region: region.name, formula },
        }),
      )
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void rank()
        }}
      >
        <h3>{w.rank}</h3>
        <ProblemBox problem={problem} fields={['/formula']} />
        {PRESETS.map((each) => (
          <label key={each} class="choice">
            <input type="radio" name="preset" checked={preset === each} onChange={() => setPreset(each)} />
            <span>
              <strong>{w.presets[each]}</strong> {w.presetsHelp[each]}
            </span>
          </label>
        ))}
        {needsOwn && (
          <Field label={w.own} pointer="/formula" problem={problem}>
            {(attributes) => (
              <select
                {...attributes}
                value={own}
                onChange={({ currentTarget }) => setOwn(currentTarget.value)}
              >
                <option value="">{w.ownNone}</option>
                {shareFields(region.priorityFields).map((field) => (
                  <option key={field} value={field}>
                    {sayField(field)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <button type="submit" disabled={isBusy}>
          {w.order}
        </button>
        {isBusy && <Busy text={w.ranking} />}
      </form>
      {ranking?.precincts && (
        <>
          <RankTable ranking={ranking.precincts} {...{ names }} isOfDoors={ranking.at !== null} />
          <Proposal key={ranking.id} {...{ ranking: ranking.id, names, onSaved }} />
        </>
      )}
    </>
  )
}

interface TableProps {
  ranking: Schemas['AreaRanking']
  /** By code. */
  names: ReadonlyMap<string, string>
  isOfDoors: boolean
}

function RankTable({ ranking: { areas, parts }, names, isOfDoors }: TableProps) {
  const w = areasWords()
  const { rank, range, precinct, people, doors } = w.columns
  return (
    <>
      <Table
        name={w.rank}
        columns={[
          { name: rank, isFigure: true },
          { name: range, isFigure: true },
          { name: precinct },
          ...parts.map(({ name }) => ({ name: sayPart(name), isFigure: true })),
          { name: isOfDoors ? doors : people, isFigure: true },
        ]}
      >
        {areas.map((area) => (
          <tr key={area.code}>
            <td class="figure">{sayNumber(area.rank)}</td>
            <td class="figure">{[...new Set(area.rankRange)].map((each) => sayNumber(each)).join('–')}</td>
            <th scope="row">{names.get(area.code) ?? area.code}</th>
            {parts.map(({ name }) => (
              <td key={name} class="figure">
                {sayValue(area.parts.find((part) => part.name === name))}
              </td>
            ))}
            <td class="figure">{area.people === null ? '–' : sayNumber(area.people)}</td>
          </tr>
        ))}
      </Table>
      <p class="help">{w.rangeHelp}</p>
    </>
  )
}

function sayPart(name: string): string {
  return areasWords().parts[name] ?? sayField(name)
}

function sayValue(part: Schemas['ScorePart'] | undefined): string {
  if (part === undefined) return '–'
  const number = sayNumber(part.value, { maximumFractionDigits: 1 })
  // The API says how many days count at most; what a person asks is how many there are.
  const unit = part.unit.startsWith('days') ? areasWords().days : part.unit
  return unit === '' ? number : `${number} ${unit}`
}
