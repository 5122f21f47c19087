/** What came out: summary, a row per walk, what was left out and why, what was assumed. */
import type { Plan } from '@doorwalk/client'
import type { PlanFeature } from './api/answers.ts'
import { download } from './api/api.ts'
import { find, make, makeButton } from './elements.ts'
import { makePaperButton, makeWalkRow } from './walk-row.ts'
import { sayDuration, sayMetres, sayNumber, sayShare, words } from './words/words.ts'

interface ResultsOptions {
  /** Of the plan's GeoJSON. */
  features: PlanFeature[]
  /** null: all walks */
  onShow: (walk: number | null) => void
  onProblem: (error: unknown) => void
}

export function showResults(plan: Plan, { features, onShow, onProblem }: ResultsOptions): void {
  const w = words()
  find('#summary').textContent = [sayTotals(plan.summary), ...sayKeys(plan.summary)].join(' ')
  const warnings = find('#warnings')
  warnings.hidden = plan.warnings.length === 0
  warnings.replaceChildren(...plan.warnings.map((text) => make('li', text)))

  const save = (path: string): void => void download(path).catch(onProblem)
  find('#plan-links').replaceChildren(
    makePaperButton(`plans/${plan.id}`, { text: w.printAll }),
    makeButton(w.geojsonAll, { onClick: () => save(`/v1/plans/${plan.id}.geojson`) }),
    makeButton(w.showAll, { onClick: () => onShow(null) }),
  )
  find('#walks').replaceChildren(
    ...plan.walks.map((walk) => {
      const own = features.filter(({ properties }) => properties.walk === walk.number)
      return makeWalkRow(walk, { features: own, onShow, save })
    }),
  )
  find('#left-out').replaceChildren(listReasons(plan.summary.leftOut))
  find('#assumed').textContent = sayAssumptions(plan.assumptions)
  find('#results').hidden = false
}

export function hideResults(): void {
  find('#results').hidden = true
}

/** Marks the row of the walk that the map shows; null: of none. */
export function markWalk(number: number | null): void {
  for (const row of document.querySelectorAll<HTMLElement>('#walks tr')) {
    row.classList.toggle('chosen', Number(row.dataset['walk']) === number)
  }
}

function sayTotals(summary: Plan['summary']): string {
  return words().summary({
    walks: sayNumber(summary.walks),
    targets: sayNumber(summary.targets),
    doors: sayNumber(summary.doors),
    time: sayDuration(summary.seconds),
    metres: sayMetres(summary.metres),
    doorsPerHour: sayNumber(summary.doorsPerHour, { maximumFractionDigits: 1 }),
  })
}

function sayKeys({ keys }: Plan['summary']): string[] {
  if (!keys || keys.of === 0) return []
  return [words().keys(keys.by, { reached: sayNumber(keys.reached), of: sayNumber(keys.of) })]
}

/** Reasons by how many addresses they left out, the most frequent first. */
function listReasons(counts: Record<string, number>): HTMLElement {
  const w = words()
  const reasons = Object.entries(counts).filter(([, count]) => count > 0)
  if (reasons.length === 0) return make('p', w.leftOutNone)
  const said = new Map<string, string>(Object.entries(w.reason))
  const list = make('ul')
  for (const [reason, count] of reasons.sort((a, b) => b[1] - a[1])) {
    const addresses = w.addresses(sayNumber(count), count === 1)
    list.append(make('li', `${addresses} ${said.get(reason) ?? reason}`))
  }
  return list
}

function sayAssumptions(assumptions: Plan['assumptions']): string {
  return words().assumptions({
    speed: sayNumber(assumptions.walkingMetresPerSecond),
    entry: sayNumber(assumptions.entrySeconds.flats),
    floor: sayNumber(assumptions.floorSeconds),
    knock: sayNumber(assumptions.knockSeconds),
    open: sayShare(assumptions.openedShare),
    talk: sayNumber(assumptions.talkSeconds),
    slack: sayShare(assumptions.slackShare),
  })
}
