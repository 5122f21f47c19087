/** What plan this is and where it stands; printing, files, removal. */
import { useState } from 'preact/hooks'
import { doorwalk, download } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import { announce } from '../../parts/announce.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { openPaper } from '../../parts/paper.ts'
import { sayPlan } from '../../state/plan-name.ts'
import { go } from '../../state/session.ts'
import { planWords } from '../../words/plan.ts'
import { shellWords } from '../../words/shell.ts'
import type { OpenPlan } from './use-plan.ts'

interface Props {
  open: OpenPlan
  onProblem: (error: unknown) => void
}

const FILES = { geojson: 'GeoJSON', csv: 'CSV' }

export function PlanHead({ open: { plan, isHandedOut }, onProblem }: Props) {
  const w = planWords()
  const [asksRemoval, setAsksRemoval] = useState(false)
  const { stale, replacedBy, id } = plan

  async function remove(): Promise<void> {
    setAsksRemoval(false)
    try {
      await doorwalk.DELETE('/v1/plans/{planId}', { params: { path: { planId: id } } })
      announce(w.removed)
      go(hashOf(['plans']), { replace: true })
    } catch (error) {
      onProblem(error)
    }
  }

  return (
    <header class="plan-head">
      <h2>
        {sayPlan(plan.id, { startAt: plan.startAt })}{' '}
        <span class="state">{isHandedOut ? w.handedOut : w.draft}</span>
      </h2>
      {replacedBy !== null && (
        <p class="warning">
          {w.replaced} <a href={hashOf(['plans', replacedBy])}>{w.openNewer}</a>
        </p>
      )}
      {replacedBy === null && stale !== null && (
        <p class="warning">{w.stale(stale.reasons.map((reason) => w.staleReasons[reason]).join(', '))}</p>
      )}
      <div class="pair">
        <button type="button" class="main" onClick={() => openPaper(`plans/${id}`)}>
          {w.printAll}
        </button>
        <a class="button" href={hashOf(['plans', id, 'hand-out'])}>
          {w.handOut}
        </a>
        <button type="button" onClick={() => openPaper(`plans/${id}`, { isLarge: true })}>
          {w.printLarge}
        </button>
        {Object.entries(FILES).map(([ending, name]) => (
          <button
            key={ending}
            type="button"
            onClick={() => void download(`/v1/plans/${id}.${ending}`).catch(onProblem)}
          >
            {name}
          </button>
        ))}
        <button type="button" onClick={() => setAsksRemoval(true)}>
          {w.remove}
        </button>
      </div>
      {asksRemoval && (
        <Dialog title={w.remove} onClose={() => setAsksRemoval(false)}>
          <p>{w.removeAsk}</p>
          <div class="pair">
            <button type="button" class="main" onClick={() => void remove()}>
              {w.remove}
            </button>
            <button type="button" onClick={() => setAsksRemoval(false)}>
              {shellWords().cancel}
            </button>
          </div>
        </Dialog>
      )}
    </header>
  )
}
