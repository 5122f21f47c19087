/** Planning: asks for a plan, shows how far it is, then the plan itself, on the map and below it. */
import type { Plan, PlanJob, WaitOptions } from '@doorwalk/client'
import { type PlanFeature, type WalkPoint, placeOf } from './api/answers.ts'
import { doorwalk } from './api/api.ts'
import { find } from './elements.ts'
import type { PageMap } from './map/map.ts'
import { showHandOut } from './hand-out.ts'
import { showPaperBack } from './paper-back.ts'
import { hideProblem, showProblem } from './problem-box.ts'
import { hideResults, markWalk, showResults } from './results.ts'
import { showRollCall } from './roll-call.ts'
import { sayDoors, sayShare, sayWithin, words } from './words/words.ts'

/** Asks for a plan, anew or by roll-call. */
type Ask = (options: WaitOptions<PlanJob>) => Promise<Plan>

export interface Planning {
  /** Forgets the plan that is shown. */
  reset(): void
  /** Asks for a plan and shows it, or the problem; nothing while another one is being made. */
  run(ask: Ask): Promise<void>
  /** In the language now spoken. */
  sayAgain(): void
}

export function createPlanning(map: PageMap): Planning {
  let result: { plan: Plan; features: PlanFeature[]; isHandedOut: boolean } | null = null
  let shownWalk: number | null = null
  let running: AbortController | null = null

  find('#cancel').addEventListener('click', () => {
    running?.abort(new DOMException('cancelled', 'AbortError'))
  })

  async function run(ask: Ask): Promise<void> {
    hideProblem()
    if (running !== null) return
    try {
      running = new AbortController()
      showProgress(null)
      const plan = await ask({ signal: running.signal, onProgress: showProgress })
      const drawn = await doorwalk.fetch(plan.links.geojson)
      const { features } = (await drawn.json()) as { features: PlanFeature[] }
      result = { plan, features, isHandedOut: false }
      map.walks.set(features)
      showPlan()
      showWalk(null)
      find('#results-title').focus()
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) showProblem(error)
    } finally {
      running = null
      setBusy(false)
    }
  }

  function showPlan(): void {
    if (result === null) return
    const { plan, features } = result
    showResults(plan, { features, onShow: showWalk, onProblem: showProblem })
    showHandOut(plan, result.isHandedOut, {
      onProblem: showProblem,
      onHandedOut() {
        if (result?.plan !== plan) return
        result.isHandedOut = true
        showPlan()
      },
    })
    showPaperBack(plan, showProblem)
    showRollCall(plan, (body) => void run((options) => doorwalk.replan(plan, body, options)))
  }

  function showWalk(number: number | null): void {
    shownWalk = number
    map.walks.show({ number, say: sayPoint })
    markWalk(number)
    if (number !== null) find('#map').scrollIntoView({ block: 'nearest' })
  }

  return {
    reset() {
      result = null
      hideResults()
      map.walks.set([])
      map.walks.show({ number: null, say: sayPoint })
    },
    run,
    sayAgain() {
      showPlan()
      markWalk(shownWalk)
    },
  }
}

function showProgress(job: PlanJob | null): void {
  setBusy(true)
  const share = job?.progress ? Math.min(1, job.progress.share) : null
  find('#progress-label').textContent = words().planning + (share === null ? '' : ` ${sayShare(share)}`)
  if (share === null) find('#progress').removeAttribute('value')
  else find('#progress').setAttribute('value', String(share))
}

function setBusy(busy: boolean): void {
  find('#running').hidden = !busy
  find('#plan').toggleAttribute('disabled', busy)
}

/** "Étape 4a · 12 rue Condorcet · étages 6 à 4 · 24 portes" */
function sayPoint(point: WalkPoint): string {
  const w = words()
  switch (point.kind) {
    case 'target':
    case 'reserve': {
      const name = point.kind === 'target' ? w.stop(point.label) : w.reserve(point.label)
      const why = point.kind === 'target' && point.why !== undefined ? [`★ ${point.why}`] : []
      return [name, placeOf(point), ...sayWithin(point), sayDoors(point.doors), ...why].join(' · ')
    }
    case 'meeting_point':
      return w.meetingPoint
    case 'start':
      return w.start
  }
}
