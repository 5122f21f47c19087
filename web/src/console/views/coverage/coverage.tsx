/** Where the campaign stands: what is done on the map and by polling station, the goal, and the pace towards it. */
import { spreadsheetOf } from '@doorwalk/core/words/spreadsheet'
import { useMemo } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import { shareDone } from '../../model/action/coverage.ts'
import { Busy } from '../../parts/busy.tsx'
import { MapView } from '../../parts/map-view.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { Table } from '../../parts/table.tsx'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { saveText } from '../../parts/save-text.ts'
import { go, useSession } from '../../state/session.ts'
import { coverageWords } from '../../words/coverage.ts'
import { currentLanguage, sayNumber, sayShare } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { PaceBox } from './pace-box.tsx'
import { type CoverageRead, readCoverage } from './use-coverage.ts'

const AREAS = 1_000

export function CoverageView({ address }: { address: Address }) {
  const w = coverageWords()
  const { region } = useSession()
  const area = address.query['area']
  const { value, error, reload } = useLoad(`coverage ${region.name} ${area}`, (signal) =>
    readCoverage({ region: region.name, area, signal }),
  )
  const areas = useLoad(`areas ${region.name}`, (signal) =>
    doorwalk.GET('/v1/areas', { params: { query: { region: region.name, limit: AREAS } }, signal }),
  )
  const cells = useMemo(() => cellsOf(value), [value])
  const known = areas.value?.areas ?? []
  return (
    <div class="beside plan-beside">
      <div class="side">
        <section aria-labelledby="coverage-title">
          <h2 id="coverage-title">{w.title}</h2>
          {known.length > 0 && (
            <label>
              {w.area}{' '}
              <select
                value={area ?? ''}
                onChange={({ currentTarget }) =>
                  go(hashOf(['coverage'], { area: currentTarget.value || undefined }), { replace: true })
                }
              >
                <option value="">{w.wholeRegion}</option>
                {known.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ProblemBox problem={error === undefined ? null : problemOf(error)} onRetry={reload} />
          {value === undefined && error === undefined && <Busy text={shellWords().loading} />}
          {value && <Shown {...{ read: value }} />}
        </section>
      </div>
      <MapView {...{ region, cells }} />
    </div>
  )
}

function Shown({ read }: { read: CoverageRead }) {
  const w = coverageWords()
  const { total, blocksFinished, precincts } = read.coverage
  const hasBegun = total.done + total.later > 0
  const figures = [
    [w.doors, total.doors],
    [w.done, total.done],
    [w.later, total.later],
    [w.due, total.due],
    [w.leased, total.leased],
    [w.heldOut, total.heldOut],
    [w.shut, total.shut],
    [w.blocksFinished, blocksFinished],
  ] as const
  const columns = [w.precinct, w.share, w.doors, w.done, w.later, w.due]
  return (
    <>
      {!hasBegun && (
        <>
          <p>{w.none}</p>
          <p>
            <a class="button" href={hashOf(['plan'])}>
              {w.plan}
            </a>
          </p>
        </>
      )}
      <dl class="figures">
        {figures.map(([name, amount]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{sayNumber(amount)}</dd>
          </div>
        ))}
      </dl>
      <PaceBox {...{ read }} />
      <p class="help">{w.mapHelp}</p>
      {precincts.length > 0 && (
        <>
          <h3>{w.precincts}</h3>
          <p>
            <button type="button" onClick={() => saveText(`${w.file}.csv`, tableOf(read))}>
              {w.csv}
            </button>
          </p>
          <Table name={w.precincts} columns={columns.map((name, index) => ({ name, isFigure: index > 0 }))}>
            {precincts.map((each) => (
              <tr key={each.precinct}>
                <th scope="row">{each.precinct}</th>
                <td class="figure">{sayDone(shareDone(each))}</td>
                <td class="figure">{sayNumber(each.doors)}</td>
                <td class="figure">{sayNumber(each.done)}</td>
                <td class="figure">{sayNumber(each.later)}</td>
                <td class="figure">{sayNumber(each.due)}</td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </>
  )
}

function sayDone(share: number | null): string {
  return share === null ? '–' : sayShare(share)
}

function tableOf({ coverage }: CoverageRead): string {
  const w = coverageWords()
  const heads = [w.precinct, w.doors, w.done, w.later, w.due, w.leased, w.heldOut, w.shut]
  const rows = coverage.precincts.map(({ precinct, doors, done, later, due, leased, heldOut, shut }) => [
    ...[precinct, doors, done, later, due, leased, heldOut, shut],
  ])
  return spreadsheetOf([heads, ...rows], currentLanguage())
}

function cellsOf(read: CoverageRead | undefined): { ring: number[][]; value: number | null }[] {
  const shares = new Map(read?.coverage.blocks.map((block) => [block.block, shareDone(block)]))
  return (read?.cells ?? []).map(({ ring, block }) => ({ ring, value: shares.get(block) ?? null }))
}
