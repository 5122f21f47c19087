/** Two plans side by side: the answer in a sentence, figures, what changed address by address, and where on the map. */
import type { Schemas } from '@doorwalk/client'
import { useMemo, useState } from 'preact/hooks'
import { type Address, hashOf } from '../../model/address.ts'
import { type Pair, SIDES, pairOf } from '../../model/plans/comparison.ts'
import { Busy } from '../../parts/busy.tsx'
import { MapView } from '../../parts/map-view.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { sayPlan } from '../../state/plan-name.ts'
import { problemOf } from '../../state/problem.ts'
import { useSession } from '../../state/session.ts'
import { compareWords } from '../../words/compare.ts'
import { sayInstant, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { Answer } from './answer.tsx'
import { Changes } from './changes.tsx'
import { FigureTable } from './figures.tsx'
import { looseOf, placeIn } from './places.ts'
import { type Found, type SidePlan, useChanges, useComparison, usePlaces } from './use-comparison.ts'
import { WalkList } from './walk-list.tsx'

export function Compare({ address }: { address: Address }) {
  const w = compareWords()
  const pair = pairOf(address.query)
  return typeof pair === 'string' ? (
    <Refusal lines={[w.refused[pair]]} />
  ) : (
    <Comparing key={`${pair.a} ${pair.b}`} pair={pair} />
  )
}

function Comparing({ pair }: { pair: Pair }) {
  const w = compareWords()
  const { found, waitsFor } = useComparison(pair)
  if (found.value?.kind === 'compared') return <Shown pair={pair} {...found.value} />
  if (found.value) return <Refusal lines={linesOf(found.value)} />
  return (
    <section class="narrow">
      <h2>{w.title}</h2>
      <ProblemBox
        problem={found.error === undefined ? null : problemOf(found.error)}
        onRetry={found.reload}
      />
      {found.error === undefined && (
        <Busy text={waitsFor === null ? shellWords().loading : w.waiting[waitsFor]} />
      )}
    </section>
  )
}

function linesOf(found: Exclude<Found, { kind: 'compared' }>): string[] {
  const { refused } = compareWords()
  if (found.kind === 'regions') return [refused.regions(found.a, found.b)]
  if (found.kind === 'gone') return [refused.gone[found.side]]
  return [refused.failed[found.side], problemOf(found.error)?.detail ?? '']
}

function Refusal({ lines }: { lines: readonly string[] }) {
  const w = compareWords()
  return (
    <section class="narrow">
      <h2>{w.title}</h2>
      <div class="problem" role="alert">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p>
        <a class="button" href={hashOf(['plans'])}>
          {w.toList}
        </a>
      </p>
    </section>
  )
}

type Props = { pair: Pair } & Extract<Found, { kind: 'compared' }>

function Shown({ pair, plans, comparison }: Props) {
  const w = compareWords()
  const { regions, region: openRegion } = useSession()
  const region = regions.find(({ name }) => name === comparison.first.region) ?? openRegion
  const changes = useChanges(pair, comparison)
  const places = usePlaces(pair)
  const [selected, setSelected] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(undefined)
  const loose = useMemo(
    () => looseOf(changes.value ?? [], places.value ?? new Map()),
    [changes.value, places.value],
  )
  const chosen = changes.value?.find(({ target }) => target === selected)
  const error = changes.error ?? places.error ?? problem
  return (
    <div class="beside plan-beside">
      <div class="side compare">
        <h2>{w.title}</h2>
        <ul class="compared">
          {SIDES.map((side) => (
            <li key={side}>
              <strong>{w.sides[side]}</strong> <PlanLink {...plans[side]} />
            </li>
          ))}
          <li>
            <a href={hashOf(['compare'], { a: pair.b, b: pair.a })}>{w.swap}</a>
          </li>
        </ul>
        {comparison.regions === 'other_version' && <p class="notice">{w.version}</p>}
        <Answer comparison={comparison} />
        <ProblemBox problem={error === undefined ? null : problemOf(error)} />
        <FigureTable comparison={comparison} />
        {changes.value === undefined && changes.error === undefined && <Busy text={w.reading} />}
        {changes.value && (
          <Changes
            {...{ changes: changes.value, counts: comparison.changed, selected }}
            isNumberedAnew={comparison.walks.some(isNumberedAnew)}
            placeOf={placeIn}
            addressOf={(change) => places.value?.get(change.target)?.address ?? change.address}
            onSelect={setSelected}
          />
        )}
        <WalkList comparison={comparison} />
      </div>
      <div>
        <p class="help">{loose.length > 0 || changes.value === undefined ? w.mapHelp : w.mapNone}</p>
        <p class={chosen ? 'notice' : 'hidden'} role="status">
          {chosen &&
            `${places.value?.get(chosen.target)?.address ?? chosen.address}. ${w.where(
              placeIn(chosen, 'a'),
              placeIn(chosen, 'b'),
            )}`}
        </p>
        <MapView {...{ region, loose, selected }} isOfLoose onSelect={setSelected} onProblem={setProblem} />
      </div>
    </div>
  )
}

function isNumberedAnew({ first, second }: Schemas['WalkDifference']): boolean {
  return first !== null && second !== null && first.number !== second.number
}

function PlanLink({ plan, createdAt }: SidePlan) {
  const w = compareWords()
  const { walks, doors } = plan.summary
  const facts = [
    w.facts(sayNumber(walks), sayNumber(doors)),
    ...(createdAt === undefined ? [] : [w.made(sayInstant(createdAt))]),
  ]
  return (
    <>
      <a href={hashOf(['plans', plan.id])}>{sayPlan(plan)}</a>
      <p class="help">{facts.join(' · ')}</p>
    </>
  )
}
