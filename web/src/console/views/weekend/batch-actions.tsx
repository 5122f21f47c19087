/** What is done with all plans of a weekend: hand out, links for everybody, print, one ZIP. */
import { type Batch, ProblemError } from '@doorwalk/client'
import { useState } from 'preact/hooks'
import { download } from '../../../api/api.ts'
import type { Problem } from '../../model/problem.ts'
import { plansToGive } from '../../model/weekend/results.ts'
import { Busy } from '../../parts/busy.tsx'
import { LinkSheet } from '../../parts/walks/link-sheet.tsx'
import { openPaper } from '../../parts/paper.ts'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { type GivenWalk, commitPlan, statesOf, walksOfPlan } from '../../state/hand-out.ts'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'
import { nameOfShift } from './batch-name.ts'

/** The pack is larger than what an answer may hold. */
const TOO_LARGE = 413

interface Refusal {
  planId: string
  text: string
}

export function BatchActions({ batch }: { batch: Batch }) {
  const w = weekendWords()
  const [busy, setBusy] = useState('')
  const [done, setDone] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [refusals, setRefusals] = useState<readonly Refusal[]>([])
  const [walks, setWalks] = useState<readonly GivenWalk[] | null>(null)
  const plans = plansToGive(batch)
  const shiftOf = (planId: string) =>
    batch.shifts.find((shift) => shift.plans.some((plan) => plan.planId === planId))!
  /** Nothing is printed of a shift for which nothing was left. */
  const given = batch.shifts
    .map((shift) => ({ shift, ids: idsOf(shift.plans, plans) }))
    .filter(({ ids }) => ids.length > 0)
  const of = sayNumber(plans.length)
  const first = plans[0]?.planId
  const states = useLoad(`first ${first}`, async () =>
    first === undefined ? undefined : await statesOf(first),
  )
  const isGiven = states.value !== undefined && [...states.value.values()].some((state) => state !== 'draft')

  async function run(text: string, action: () => Promise<void>): Promise<void> {
    setBusy(text)
    setProblem(null)
    try {
      await action()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy('')
    }
  }
  /** One after the other: a plan that cannot be handed out does not stop the others. */
  async function giveAll(): Promise<void> {
    const refused: Refusal[] = []
    for (const [index, { planId, area }] of plans.entries()) {
      setBusy(w.giving(sayNumber(index), of))
      const problemHere = await commitPlan(planId)
      if (problemHere === null) continue
      const name = w.notGiven(area === '' ? w.wholeRegion : area, nameOfShift(shiftOf(planId)))
      refused.push({ planId, text: `${name} ${problemHere.detail}` })
    }
    setRefusals(refused)
    const count = plans.length - refused.length
    setDone(w.given(sayNumber(count), count === 1))
    states.reload()
  }
  async function showLinks(): Promise<void> {
    const all: GivenWalk[] = []
    for (const { planId, area } of plans) {
      const shift = nameOfShift(shiftOf(planId))
      const title = area === '' ? shift : `${shift} · ${area}`
      all.push(...(await walksOfPlan(planId, title)))
    }
    setWalks(all)
  }
  async function pack(): Promise<void> {
    try {
      await download(`/v1/batches/${batch.id}/pack`, 'weekend.zip')
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== TOO_LARGE) throw error
      for (const { number } of given.map(({ shift }) => shift)) {
        await download(`/v1/batches/${batch.id}/pack?shift=${number}`, `weekend-${number}.zip`)
      }
    }
  }

  if (plans.length === 0) return null
  return (
    <div class="panel">
      <p class="help">{isGiven ? handOutWords().given : w.giveHelp}</p>
      <div class="pair">
        {(!isGiven || refusals.length > 0) && (
          <button
            type="button"
            class="main"
            disabled={busy !== '' || states.value === undefined}
            onClick={() => void run(w.giving(sayNumber(0), of), giveAll)}
          >
            {w.giveAll}
          </button>
        )}
        <button type="button" disabled={busy !== ''} onClick={() => void run(w.links, showLinks)}>
          {w.links}
        </button>
        <button type="button" disabled={busy !== ''} onClick={() => void run(w.packing, pack)}>
          {w.pack}
        </button>
        {given.map(({ shift, ids }) => (
          <button key={shift.number} type="button" onClick={() => openPaper(`plans/${ids.join(',')}`)}>
            {w.printShift(nameOfShift(shift))}
          </button>
        ))}
      </div>
      {busy !== '' && <Busy text={busy} />}
      <p role="status">{done}</p>
      <ProblemBox problem={problem} />
      {refusals.length > 0 && (
        <ul class="problem">
          {refusals.map(({ planId, text }) => (
            <li key={planId}>{text}</li>
          ))}
        </ul>
      )}
      {walks && <LinkSheet walks={walks} />}
    </div>
  )
}

function idsOf(plans: readonly { planId: string }[], given: readonly { planId: string }[]): string[] {
  return plans.map(({ planId }) => planId).filter((id) => given.some(({ planId }) => planId === id))
}
