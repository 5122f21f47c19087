/** Handing a plan out: who has which walk, paper, links for phones, an invitation for whoever comes. */
import type { Plan } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { type Address, hashOf } from '../../model/address.ts'
import { findBy } from '../../model/find.ts'
import type { Problem } from '../../model/problem.ts'
import { FindField } from '../../parts/find-field.tsx'
import { openPaper } from '../../parts/paper.ts'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { type WalkFile, saveWalks } from '../../parts/save-text.ts'
import { Table } from '../../parts/table.tsx'
import { NamesFile } from '../../parts/people/names-file.tsx'
import { LinkSheet, sayWalker } from '../../parts/walks/link-sheet.tsx'
import { commitPlan, statesOf } from '../../state/hand-out.ts'
import { useLoad } from '../../state/load.ts'
import { sayPeople, withoutWalk } from '../../state/names.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { problemOf } from '../../state/problem.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayDuration, sayNumber } from '../../../words/language.ts'
import { Frame } from './frame.tsx'
import { Invitations } from './invitations.tsx'
import { usePlan } from './use-plan.ts'

export function HandOut({ address }: { address: Address }) {
  const id = address.path[1]!
  return (
    <Frame {...{ id, tab: 'hand-out', title: handOutWords().tabs['hand-out'] }} plan={usePlan(id)}>
      {(plan) => <Giving plan={plan} />}
    </Frame>
  )
}

function Giving({ plan }: { plan: Plan }) {
  const w = handOutWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [, setRound] = useState(0)
  const states = useLoad(`states ${plan.id}`, () => statesOf(plan.id))
  const isGiven = states.value !== undefined && [...states.value.values()].some((state) => state !== 'draft')
  const walks = plan.walks.map(({ walkId, number, walker }) => ({
    walkId,
    number,
    walker,
    title: sayPlan(plan),
  }))
  const idle = withoutWalk(
    plan.id,
    plan.walks.map(({ walker }) => walker),
  )
  const save = (of: string, ending: WalkFile, name = ''): void =>
    void saveWalks(of, ending, `${name} ${sayPlan(plan)}`).catch((error: unknown) =>
      setProblem(problemOf(error)),
    )

  async function give(): Promise<void> {
    setBusy(true)
    setProblem(await commitPlan(plan.id))
    setBusy(false)
    states.reload()
  }

  return (
    <>
      <ProblemBox problem={problem ?? (states.error === undefined ? null : problemOf(states.error))} />
      <div class="panel">
        <p role="status">{isGiven ? w.given : w.giveHelp}</p>
        <div class="pair">
          {!isGiven && (
            <button
              type="button"
              class="main"
              disabled={isBusy || states.value === undefined}
              onClick={() => void give()}
            >
              {w.give}
            </button>
          )}
          <button type="button" onClick={() => openPaper(`plans/${plan.id}`)}>
            {w.printAll}
          </button>
          <button type="button" onClick={() => save(`plans/${plan.id}`, 'csv')}>
            {w.saveAll}
          </button>
        </div>
      </div>
      {idle.length > 0 && (
        <p class="note">
          {w.walkless(sayPeople(idle, w.teams))} {w.walklessWays}{' '}
          <a href={hashOf(['plans', plan.id, 'roll-call'])}>{w.tabs['roll-call']}</a>
        </p>
      )}
      <WalkTable {...{ plan, states: states.value, save }} />
      <NamesFile
        ids={plan.walks.map(({ walker }) => walker)}
        plans={[plan.id]}
        onRead={() => setRound((count) => count + 1)}
      />
      {isGiven && <LinkSheet walks={walks} />}
      <Invitations plan={plan} />
    </>
  )
}

interface TableProps {
  plan: Plan
  states: Awaited<ReturnType<typeof statesOf>> | undefined
  save: (of: string, ending: WalkFile, name: string) => void
}

/** What is offered of a walk beside paper. */
const FILES: readonly [WalkFile, string][] = [
  ['gpx', 'GPX'],
  ['geojson', 'GeoJSON'],
  ['csv', 'CSV'],
]

function WalkTable({ plan, states, save }: TableProps) {
  const w = handOutWords()
  const [search, setSearch] = useState('')
  const all: readonly Plan['walks'][number][] = plan.walks
  const sayState = (walkId: string): string => {
    const state = states?.get(walkId)
    return state === undefined ? '' : w.states[state]
  }
  const found = findBy(all, search, ({ walkId, walker, number }) =>
    [sayWalker(walker, number), w.walk(sayNumber(number)), sayState(walkId)].join(' '),
  )
  const columns = [
    { name: w.who },
    { name: w.state },
    { name: w.doors, isFigure: true },
    { name: w.time, isFigure: true },
    { name: w.takeAlong },
  ]
  return (
    <>
      <FindField {...{ label: w.find, search, found: found.length, of: all.length }} onSearch={setSearch} />
      <Table name={w.walks} columns={columns}>
        {found.map(({ walkId, number, walker, doors, seconds }) => {
          const who = sayWalker(walker, number)
          return (
            <tr key={walkId}>
              <th scope="row">{who}</th>
              <td>{sayState(walkId)}</td>
              <td class="figure">{sayNumber(doors)}</td>
              <td class="figure">{sayDuration(seconds)}</td>
              <td>
                <div class="pair">
                  <button
                    type="button"
                    aria-label={w.printOf(who)}
                    onClick={() => openPaper(`walks/${walkId}`)}
                  >
                    {w.print}
                  </button>
                  {FILES.map(([ending, name]) => (
                    <button
                      key={ending}
                      type="button"
                      aria-label={`${name}: ${who}`}
                      onClick={() => save(`walks/${walkId}`, ending, w.walk(sayNumber(number)))}
                    >
                      {name}
                    </button>
                  ))}
                </div>
              </td>
            </tr>
          )
        })}
      </Table>
    </>
  )
}
