/** A weekend in one form: shifts, areas, people. What is filled in stays in this browser until it is planned. */
import { useEffect, useState } from 'preact/hooks'
import { doorwalk } from '../../../api/api.ts'
import { hashOf } from '../../model/address.ts'
import type { Problem } from '../../model/problem.ts'
import { commonMoments, crewsOf, listOf, momentOf } from '../../model/weekend/crews.ts'
import { type Named, dealOut, dealtVolunteers } from '../../model/weekend/dealing.ts'
import { type WeekendDraft, firstDraft, isWeekendDraft, minutesOf } from '../../model/weekend/draft.ts'
import { instantOf } from '../../model/weekend/instant.ts'
import { batchOf, estimateOf, faultsOf, plansOf } from '../../model/weekend/request.ts'
import { announce } from '../../parts/announce.tsx'
import { Busy } from '../../parts/busy.tsx'
import { Estimate } from '../../parts/walks/estimate.tsx'
import { Field } from '../../parts/field.tsx'
import { PeopleChoice } from '../../parts/people/people-choice.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { keep, readKept } from '../../state/kept.ts'
import { useLoad } from '../../state/load.ts'
import { keepCrew } from '../../state/names.ts'
import { precinctsOf, rankingsOf } from '../../state/precincts.ts'
import { problemOf } from '../../state/problem.ts'
import { go, useSession } from '../../state/session.ts'
import { storedAreasOf } from '../../state/stored-areas.ts'
import { namedVolunteers } from '../../state/volunteers.ts'
import { choicesWords } from '../../words/choices.ts'
import { currentLanguage, sayNumber } from '../../../words/language.ts'
import { weekendWords } from '../../words/weekend.ts'
import { AreaTicks, labelsOf } from './area-ticks.tsx'
import { Earlier } from './earlier.tsx'
import { OwnLists } from './own-lists.tsx'
import { Shifts } from './shifts.tsx'
import { workRequests, worksOf } from './use-work.ts'
import { Work } from './work.tsx'

const MOST_LABEL = 64

/** Of the region: another region has other areas. */
function slotOf(region: string): string {
  return `weekend-${region}`
}

export function Weekend() {
  const w = weekendWords()
  const { region } = useSession()
  const slot = slotOf(region.name)
  const [draft, setDraft] = useState<WeekendDraft>(() =>
    readKept(slot, isWeekendDraft, firstDraft(new Date())),
  )
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => setDraft(readKept(slot, isWeekendDraft, firstDraft(new Date()))), [slot])
  const places = useLoad(`weekend ${region.name}`, async () => ({
    precincts: region.precincts > 0 ? await precinctsOf(region) : [],
    stored: await storedAreasOf(region.name),
    rankings: await rankingsOf(region.name),
  }))

  function change(part: Partial<WeekendDraft>): void {
    put({ ...draft, ...part })
  }
  function put(next: WeekendDraft): void {
    setDraft(next)
    keep(slot, next)
  }
  function startOver(): void {
    const before = draft
    put(firstDraft(new Date()))
    setProblem(null)
    announce(w.startedOver, () => put(before))
  }
  async function plan(): Promise<void> {
    const wrong = problemIn(draft)
    setProblem(wrong)
    if (wrong !== null || isBusy || places.value === undefined) return
    setBusy(true)
    try {
      const crews = draft.people.by === 'list' ? await namedCrews() : crewsOf(draft)
      const works = await worksOf(workRequests(draft, region.name)).catch(() => null)
      const crewed = draft.shifts.map((shift, index) => ({
        minutes: minutesOf(shift)!,
        people: crews[index]!,
      }))
      const areas = Math.max(1, draft.areas.length)
      const deals = dealOut(crewed, { areas, works: areas > 1 && works?.length === areas ? works : null })
      const labels = labelsOf(places.value)
      const said = {
        region: region.name,
        volunteers: draft.people.teams ?? 1,
        labels,
        language: currentLanguage(),
      }
      const body = batchOf(draft, said)
      const names = body.areas?.map(({ label }) => label) ?? ['']
      if (areas > 1 || draft.people.by === 'list')
        body.volunteers = dealtVolunteers(crewed, deals, areas > 1 ? names : [''])
      const { id, shifts } = await doorwalk.POST('/v1/batches', {
        body,
        headers: { Prefer: 'respond-async' },
      })
      for (const [shift, { plans: made }] of shifts.entries())
        for (const { planId, area } of made) {
          const at = names.indexOf(area)
          keepCrew(
            planId,
            crews[shift]!.filter((_, index) => deals[shift]!.areas[index] === at).map(({ id }) => id),
          )
        }
      go(hashOf(['weekend', id]))
    } catch (error) {
      setProblem(problemOf(error))
      setBusy(false)
    }
  }

  /** Of each shift; one after the other, for whoever is new gets an id. */
  async function namedCrews(): Promise<Named[][]> {
    const crews: Named[][] = []
    for (const [index, shift] of draft.shifts.entries())
      crews.push(await namedVolunteers(listOf(draft, index), region, momentOf(shift, index)!))
    return crews
  }

  const plans = plansOf(draft)
  const [first] = draft.shifts
  const startAt = first && instantOf(first.date, first.from)
  return (
    <section aria-labelledby="weekend-title">
      <h2 id="weekend-title">{w.title}</h2>
      <p>{w.intro}</p>
      <ProblemBox
        problem={places.error === undefined ? null : problemOf(places.error)}
        onRetry={places.reload}
      />
      <form
        class="weekend"
        noValidate
        aria-busy={isBusy}
        onSubmit={(event) => {
          event.preventDefault()
          void plan()
        }}
      >
        <ProblemBox problem={problem} fields={FIELDS} />
        <div class="weekend-parts">
          <Shifts shifts={draft.shifts} problem={problem} onChange={(shifts) => change({ shifts })} />
          <AreaTicks
            {...{ ticks: draft.areas, places: places.value, problem, plans }}
            onChange={(areas) => change({ areas })}
          />
          <div>
            <PeopleChoice
              {...{ wish: draft.people, problem, hasMinutes: false, moments: commonMoments(draft) }}
              onChange={(people) => change({ people })}
            />
            {draft.people.by === 'list' && (
              <OwnLists {...{ draft, problem }} onChange={(shifts) => change({ shifts })} />
            )}
            {places.value && <Work {...{ draft, region: region.name, labels: labelsOf(places.value) }} />}
            <Estimate
              request={startAt ? estimateOf(draft, { region: region.name, startAt }) : null}
              walkers={crewsOf(draft)[0]?.length ?? 0}
            />
          </div>
        </div>
        <details>
          <summary>{w.more}</summary>
          <div class="columns">
            <Field label={w.label} help={w.labelHelp} pointer="/label" problem={problem}>
              {(attributes) => (
                <input
                  {...attributes}
                  maxLength={MOST_LABEL}
                  value={draft.label}
                  onInput={({ currentTarget }) => change({ label: currentTarget.value })}
                />
              )}
            </Field>
            <Field label={w.ranking} pointer="/priority" problem={problem}>
              {(attributes) => (
                <select
                  {...attributes}
                  value={draft.ranking}
                  onChange={({ currentTarget }) => change({ ranking: currentTarget.value })}
                >
                  <option value="">{w.rankingNone}</option>
                  {places.value?.rankings.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
        </details>
        <label class="choice">
          <input
            type="checkbox"
            checked={draft.give}
            onChange={({ currentTarget }) => change({ give: currentTarget.checked })}
          />
          <span>{w.give}</span>
        </label>
        <div class="pair">
          <button type="submit" class="main" disabled={isBusy || places.value === undefined}>
            {w.plan(sayNumber(plans), plans === 1)}
          </button>
          <button type="button" onClick={startOver}>
            {w.again}
          </button>
        </div>
        {isBusy && <Busy text={w.progress(sayNumber(0), sayNumber(plans))} />}
      </form>
      <Earlier region={region.name} />
    </section>
  )
}

const FIELDS = ['/shifts', '/areas', '/volunteers', '/label', '/priority']

/** What can be seen to be wrong before anything is sent. */
function problemIn(draft: WeekendDraft): Problem | null {
  const w = weekendWords()
  const fields = faultsOf(draft, new Date()).map(({ pointer, fault }) => ({
    pointer,
    detail: fault === 'nobody' ? choicesWords().nobody : w.faults[fault],
  }))
  return fields.length === 0 ? null : { kind: 'form', detail: '', fields, requestId: '' }
}
