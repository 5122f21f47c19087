/** What is done with all plans of a weekend: hand out, links for everybody, print, one ZIP. */
import { type Batch, ProblemError } from '@doorwalk/client'
import { useEffect, useState } from 'preact/hooks'
import { download } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import type { Problem } from '../../model/problem.ts'
import { plansToGive } from '../../model/weekend/results.ts'
import { Busy } from '../../parts/busy.tsx'
import { LinkSheet } from '../../parts/walks/link-sheet.tsx'
import { openPaper } from '../../parts/paper.ts'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { type GivenWalk, commitPlan, statesOf, walksOfPlan } from '../../state/hand-out.ts'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { go } from '../../state/session.ts'
import { several } from '../../../api/several.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { currentLanguage, sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'
import { nameOfShift } from './batch-name.ts'

/** The pack is larger than what an answer may hold. */
const TOO_LARGE = 413
/** Of more walks there is a file for each shift: all in one would be made in vain. */
const MOST_WALKS_IN_A_FILE = 120

interface Refusal {
  planId: string
  text: string
}

interface Props {
  batch: Batch
  /** The links of all are shown; it stands in the address. */
  showsLinks: boolean
}

export function BatchActions({ batch, showsLinks }: Props) {
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
  const hasPlans = plans.length > 0
  useEffect(() => {
    if (showsLinks && hasPlans && walks === null) void run(w.reading(sayNumber(0), of), readWalks)
  }, [showsLinks, hasPlans])
  async function readWalks(): Promise<void> {
    const read = await several(
      plans,
      ({ planId, area }) => {
        const shift = nameOfShift(shiftOf(planId))
        return walksOfPlan(planId, area === '' ? shift : `${shift} · ${area}`)
      },
      (done) => setBusy(w.reading(sayNumber(done), of)),
    )
    setWalks(read.flat())
  }
  async function pack(): Promise<void> {
    const walksInAll = plans.reduce((sum, { summary }) => sum + (summary?.walks ?? 0), 0)
    if (walksInAll > MOST_WALKS_IN_A_FILE) return await packShifts()
    try {
      await download(`/v1/batches/${batch.id}/pack?language=${currentLanguage()}`, 'weekend.zip')
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== TOO_LARGE) throw error
      await packShifts()
    }
  }
  async function packShifts(): Promise<void> {
    for (const [index, { shift }] of given.entries()) {
      setBusy(w.packingShift(sayNumber(index + 1), sayNumber(given.length)))
      await download(
        `/v1/batches/${batch.id}/pack?shift=${shift.number}&language=${currentLanguage()}`,
        `weekend-${shift.number}.zip`,
      )
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
        <button
          type="button"
          aria-pressed={showsLinks}
          disabled={busy !== ''}
          onClick={() =>
            go(hashOf(['weekend', batch.id], { links: showsLinks ? undefined : 1 }), { replace: true })
          }
        >
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
      {showsLinks && walks && <LinkSheet walks={walks} />}
    </div>
  )
}

function idsOf(plans: readonly { planId: string }[], given: readonly { planId: string }[]): string[] {
  return plans.map(({ planId }) => planId).filter((id) => given.some(({ planId }) => planId === id))
}
