/** A sheet that came back: its numbers typed in as they are printed, by keyboard alone in less than a minute. */
import type { Plan, Walk } from '@doorwalk/client'
import { sayWithin } from '@doorwalk/core/words/say'
import { printedTargets } from '@doorwalk/core/walk/numbering'
import { useEffect, useRef, useState } from 'preact/hooks'
import { placeOf } from '../../../api/answers.ts'
import { doorwalk } from '../../../api/api.ts'
import { type Address, hashOf } from '../../model/address.ts'
import type { Problem } from '../../model/problem.ts'
import {
  COUNTS,
  type CellFault,
  type RowDraft,
  type SheetDraft,
  faultsOfSheet,
  isSheetDraft,
  linesOf,
  unlikelyIn,
} from '../../model/weekend/paper.ts'
import { Busy } from '../../parts/busy.tsx'
import { ProblemBox } from '../../parts/problem-box.tsx'
import { sayWalker } from '../../parts/walks/link-sheet.tsx'
import { keep, readKept } from '../../state/kept.ts'
import { useLoad } from '../../state/load.ts'
import { problemOf } from '../../state/problem.ts'
import { go } from '../../state/session.ts'
import { handOutWords } from '../../words/hand-out.ts'
import { currentLanguage, sayNumber } from '../../../words/language.ts'
import { shellWords } from '../../words/shell.ts'
import { Frame } from './frame.tsx'
import { usePlan } from './use-plan.ts'

/** Which walk is typed in stands in the address: `?walk=3`. */
export function Paper({ address }: { address: Address }) {
  const id = address.path[1]!
  return (
    <Frame {...{ id, tab: 'paper', title: handOutWords().paper }} plan={usePlan(id)}>
      {(plan) => <SheetOf plan={plan} number={Number(address.query['walk'] ?? 1)} />}
    </Frame>
  )
}

function SheetOf({ plan, number }: { plan: Plan; number: number }) {
  const w = handOutWords()
  const head = plan.walks.find((walk) => walk.number === number) ?? plan.walks[0]
  if (head === undefined) return null
  return (
    <>
      <p class="help">{w.paperHelp}</p>
      <div class="field">
        <label for="paper-walk">{w.who}</label>
        <select
          id="paper-walk"
          value={head.number}
          onChange={({ currentTarget }) =>
            go(hashOf(['plans', plan.id, 'paper'], { walk: currentTarget.value }), { replace: true })
          }
        >
          {plan.walks.map((walk) => (
            <option key={walk.walkId} value={walk.number}>
              {optionOf(walk.walker, walk.number)}
            </option>
          ))}
        </select>
      </div>
      <Sheet key={head.walkId} walkId={head.walkId} />
    </>
  )
}

function optionOf(walker: string, number: number): string {
  const walk = handOutWords().walk(sayNumber(number))
  const who = sayWalker(walker, number)
  return who === walk ? walk : `${walk} · ${who}`
}

function Sheet({ walkId }: { walkId: string }) {
  const w = handOutWords()
  const slot = `paper-${walkId}`
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<SheetDraft>(() => readKept(slot, isSheetDraft, {}))
  /** Told when it was to be saved, and not corrected since. */
  const [faults, setFaults] = useState<readonly CellFault[]>([])
  const [refusals, setRefusals] = useState(0)
  /** Asked about already; saved again they are meant. */
  const [meant, setMeant] = useState<readonly CellFault[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [said, setSaid] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  /** The sheet came back for good: its walk is over. */
  const [isBack, setBack] = useState(true)
  const walk = useLoad(
    `walk ${walkId}`,
    async (signal) =>
      (await doorwalk.GET('/v1/walks/{walkId}', { params: { path: { walkId } }, signal })) as Walk,
  )

  // Once the cells say so themselves.
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusals])

  function put(next: SheetDraft): void {
    setDraft(next)
    keep(slot, next)
    const still = [...faultsOfSheet(next), ...unlikelyIn(next, doorsByStop(walk.value))]
    setFaults(faults.filter((told) => still.some((now) => isSameFault(told, now))))
    // What is typed in anew was not asked about.
    setMeant(meant.filter(({ stop }) => next[stop]?.knocked === draft[stop]?.knocked))
  }
  async function send(): Promise<void> {
    const unlikely = unlikelyIn(draft, doorsByStop(walk.value))
    const asked = unlikely.filter((each) => !meant.some((one) => isSameFault(one, each)))
    const wrong = [...faultsOfSheet(draft), ...asked]
    setMeant(unlikely)
    const stops = linesOf(draft)
    setFaults(wrong)
    if (wrong.length > 0) setRefusals(refusals + 1)
    setSaid([])
    setProblem(
      wrong.length === 0 && stops.length === 0
        ? { kind: 'form', detail: w.nothing, fields: [], requestId: '' }
        : null,
    )
    if (wrong.length > 0 || stops.length === 0 || isBusy) return
    setBusy(true)
    try {
      const params = { path: { walkId }, query: { finish: isBack ? 'true' : 'false' } } as const
      const { accepted, duplicate, corrected, refused, state } = await doorwalk.POST(
        '/v1/walks/{walkId}/paper',
        {
          params,
          body: { stops },
        },
      )
      // What was refused stays in its fields, to be corrected.
      const left = new Set(refused.map(({ stop }) => stop))
      put(Object.fromEntries(Object.entries(draft).filter(([stop]) => left.has(stop))))
      setSaid([
        w.saved(sayNumber(accepted.length), accepted.length === 1),
        ...(corrected.length > 0 ? [w.corrected(sayNumber(corrected.length), corrected.length === 1)] : []),
        ...(duplicate.length > 0 ? [w.known(sayNumber(duplicate.length), duplicate.length === 1)] : []),
        ...(state === 'finished' ? [w.walkOver] : []),
        ...(refused.length === 0 ? [w.nextSheet] : []),
        ...refused.map(({ stop, detail }) => `${stop}: ${detail}`),
      ])
      if (refused.length === 0) document.querySelector<HTMLElement>('#paper-walk')?.focus()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      ref={form}
      noValidate
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <ProblemBox problem={problem ?? (walk.error === undefined ? null : problemOf(walk.error))} />
      {walk.value === undefined && walk.error === undefined && <Busy text={shellWords().loading} />}
      {walk.value && (
        <div class="scroll" tabIndex={0} role="region" aria-label={w.lines}>
          <table class="sheet" onKeyDown={moveByKey}>
            <thead>
              <tr>
                <th scope="col">{w.stop}</th>
                {[...COUNTS, 'noAccess' as const].map((column) => (
                  <th key={column} scope="col">
                    {w.columns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {printedTargets(walk.value).map(({ label, target }) => (
                <SheetRow
                  key={label}
                  {...{ label, row: draft[label] ?? {}, faults: faults.filter(({ stop }) => stop === label) }}
                  doors={target.doors}
                  place={[placeOf(target), ...sayWithin(target, currentLanguage())].join(', ')}
                  onChange={(row) => put({ ...draft, [label]: row })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={isBack}
          onChange={({ currentTarget }) => setBack(currentTarget.checked)}
        />
        <span>{w.isBack}</span>
      </label>
      <button type="submit" class="main" disabled={isBusy || walk.value === undefined}>
        {w.save}
      </button>
      <div role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </form>
  )
}

function doorsByStop(walk: Walk | undefined): ReadonlyMap<string, number> {
  return new Map(walk ? printedTargets(walk).map(({ label, target }) => [label, target.doors]) : [])
}

function isSameFault(a: CellFault, b: CellFault): boolean {
  return a.stop === b.stop && a.count === b.count && a.fault === b.fault
}

interface RowProps {
  label: string
  place: string
  doors: number
  row: RowDraft
  faults: readonly CellFault[]
  onChange: (row: RowDraft) => void
}

function SheetRow({ label, place, doors, row, faults, onChange }: RowProps) {
  const w = handOutWords()
  const say = { count: w.count, too_much: w.tooMuch, unlikely: w.unlikely(sayNumber(doors), doors === 1) }
  return (
    <tr>
      <th scope="row">
        {label} · {place}
        {faults.map(({ count, fault }) => (
          <p key={count} class="wrong">
            {w.columns[count]} : {say[fault]}
          </p>
        ))}
      </th>
      {COUNTS.map((count) => (
        <td key={count}>
          <input
            inputMode="numeric"
            autocomplete="off"
            maxLength={4}
            aria-label={w.cell(label, w.columns[count])}
            aria-invalid={faults.some((one) => one.count === count)}
            value={row[count] ?? ''}
            onInput={({ currentTarget }) => {
              // "x" is what a shut door has on paper.
              if (!/x/i.test(currentTarget.value)) return onChange({ ...row, [count]: currentTarget.value })
              currentTarget.value = row[count] ?? ''
              onChange({ ...row, noAccess: row.noAccess !== true })
            }}
          />
        </td>
      ))}
      <td>
        <input
          type="checkbox"
          aria-label={w.cell(label, w.columns.noAccess)}
          checked={row.noAccess === true}
          onChange={({ currentTarget }) => onChange({ ...row, noAccess: currentTarget.checked })}
        />
      </td>
    </tr>
  )
}

/** Enter goes to the next field, after the last one to the button; arrows up and down stay in the column. */
function moveByKey(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLInputElement)) return
  const table = event.currentTarget as HTMLElement
  const fields = [...table.querySelectorAll('input')]
  const steps: Record<string, number> = {
    Enter: 1,
    ArrowDown: COUNTS.length + 1,
    ArrowUp: -COUNTS.length - 1,
  }
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = fields[fields.indexOf(event.target) + step]
  if (next) next.focus()
  else if (event.key === 'Enter')
    table.closest('form')?.querySelector<HTMLElement>('button[type="submit"]')?.focus()
  if (next?.type === 'text') next.select()
}
