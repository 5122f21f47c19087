/** The walks that are out, a row each: state, how far, and what can be done. */
import { useState } from 'preact/hooks'
import { hashOf } from '../../model/address.ts'
import { findBy } from '../../model/find.ts'
import { FEWEST_DOORS, type HowFar, endOf, howFar } from '../../model/action/live.ts'
import { FindField } from '../../parts/find-field.tsx'
import { Table } from '../../parts/table.tsx'
import { nameOf } from '../../state/names.ts'
import { sayNumber } from '../../../words/language.ts'
import { liveWords } from '../../words/live.ts'
import { sayClock } from './read-at.tsx'
import type { Remedy } from './remedy-dialog.tsx'
import type { LiveWalk } from './use-live.ts'

interface Props {
  walks: readonly LiveWalk[]
  planId: string
  focus: number | null
  onFocus: (walk: number | null) => void
  onRemedy: (remedy: Remedy) => void
}

export function LiveTable({ walks, planId, focus, onFocus, onRemedy }: Props) {
  const w = liveWords()
  const [search, setSearch] = useState('')
  const found = findBy(walks, search, ({ number, walker, state }) =>
    [w.walkNumber(number), nameOf(walker) ?? '', w.states[state]].join(' '),
  )
  const hasNames = walks.some(({ walker }) => nameOf(walker) !== undefined)
  const columns = [
    { name: w.walk },
    ...(hasNames ? [{ name: w.who }] : []),
    { name: w.state },
    { name: w.progress },
    { name: w.until },
    { name: w.todo },
  ]
  return (
    <>
      <FindField {...{ label: w.find, search, found: found.length, of: walks.length }} onSearch={setSearch} />
      <Table name={w.title} columns={columns}>
        {found.map(({ walkId, number, walker, state, until, progress }) => {
          const isOut = state === 'waiting' || state === 'started' || state === 'late'
          const remedies: Remedy['kind'][] = isOut
            ? ['extend', state === 'waiting' ? 'release' : 'finish']
            : []
          return (
            <tr key={walkId} class={number === focus ? 'chosen' : ''}>
              <th scope="row">
                <button
                  type="button"
                  class="walk-name"
                  aria-label={w.walkNumber(number)}
                  aria-pressed={number === focus}
                  onClick={() => onFocus(number === focus ? null : number)}
                >
                  {number}
                </button>
              </th>
              {hasNames && <td>{nameOf(walker)}</td>}
              <td>
                <span class={`state ${state}`}>{w.states[state]}</span>
              </td>
              <td>{progress ? sayHowFar(howFar(progress)) : state === 'waiting' ? '–' : w.notRead}</td>
              <td>{isOut && until !== null ? sayClock(endOf(until)) : '–'}</td>
              <td>
                {remedies.map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    aria-label={REMEDY_OF[kind]().of(number)}
                    onClick={() => onRemedy({ kind, walkId, number })}
                  >
                    {REMEDY_OF[kind]().name}
                  </button>
                ))}
                {state === 'late' && <a href={hashOf(['plans', planId, 'roll-call'])}>{w.rollCall}</a>}
              </td>
            </tr>
          )
        })}
      </Table>
    </>
  )
}

const REMEDY_OF: Record<Remedy['kind'], () => { name: string; of: (number: number) => string }> = {
  extend: () => ({ name: liveWords().extend, of: liveWords().extendOf }),
  finish: () => ({ name: liveWords().finish, of: liveWords().finishOf }),
  release: () => ({ name: liveWords().giveBack, of: liveWords().giveBackOf }),
}

/** "4 of 12 places, about 60 of 150 doors"; few doors are not counted. */
export function sayHowFar({ targets, ofTargets, doors, ofDoors }: HowFar): string {
  const w = liveWords()
  const said = w.places(sayNumber(targets), sayNumber(ofTargets))
  if (targets === 0 && doors === 0) return said
  const isFew = doors < FEWEST_DOORS || ofDoors < FEWEST_DOORS
  return `${said}, ${isFew ? w.fewDoors : w.doors(sayNumber(doors), sayNumber(ofDoors))}`
}
