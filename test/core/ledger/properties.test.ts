/** What must hold for every history of a block, whatever was reported and in whatever order. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BlockLedger } from '@doorwalk/core/ledger/block'
import { emptyBlock, mergeVisits } from '@doorwalk/core/ledger/block'
import { coverageOf, shownCounts } from '@doorwalk/core/ledger/coverage'
import { DEFAULT_POLICY } from '@doorwalk/core/ledger/due'
import { verdictOn } from '@doorwalk/core/ledger/verdict'
import { Visit } from '@doorwalk/core/ledger/visit'

const START = Date.parse('2026-03-01T08:00:00Z')
const HOUR = 3_600_000
const DOORS: Record<string, number> = { a: 1, b: 5, c: 10, d: 11, e: 24, f: 60 }
const time = (hours: number) => new Date(START + hours * HOUR).toISOString().slice(0, 19) + 'Z'

const anyVisit = fc
  .record({
    id: fc.integer({ min: 0, max: 60 }).map((n) => `visit-${String(n).padStart(4, '0')}`),
    target: fc.constantFrom(...Object.keys(DOORS)),
    hours: fc.integer({ min: 0, max: 400 }),
    shares: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100)),
    noAccess: fc.boolean(),
    scope: fc.constantFrom('doors' as const, 'target' as const),
  })
  .map(({ id, target, hours, shares: [k, o, r, v, x], noAccess, scope }) => {
    const part = (of: number, share: number) => Math.floor((of * share) / 100)
    const knocked = noAccess ? 0 : Math.max(1, part(DOORS[target]!, k))
    const opened = part(knocked, o)
    const refused = part(knocked - opened, r)
    const optedOut = x > 80 ? knocked - opened - refused : 0
    return Visit.parse({
      ...{ id, target, at: time(hours), knocked, opened, refused, optedOut, noAccess, scope },
      revisit: part(opened, v),
    })
  })
const history = fc.uniqueArray(anyVisit, { selector: ({ id }) => id, maxLength: 40 })

const merge = (block: BlockLedger, visits: Visit[]) =>
  mergeVisits(
    block,
    visits.map((visit) => ({ visit, doors: DOORS[visit.target]! })),
  ).block
const moment = (hours: number) => ({ at: time(hours), policy: DEFAULT_POLICY })
const verdict = (block: BlockLedger, target: string, hours: number) =>
  verdictOn(
    { doors: DOORS[target]!, record: block.targets[target], isHeldOut: false, isLeased: false },
    moment(hours),
  )
/** Everything that rules read; the order of lists and what may be shown so far are no part of it. */
const meaning = (block: BlockLedger) => ({
  seen: block.seen.toSorted(),
  counts: block.small.counts,
  targets: Object.fromEntries(
    Object.entries(block.targets)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { attempts, ...rest }]) => [
        id,
        { ...rest, attempts: attempts?.toSorted((a, b) => (a.id < b.id ? -1 : 1)) },
      ]),
  ),
})

describe('any history', () => {
  it('means the same in any order, in any batches, sent any number of times', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (visits, order) => {
        const straight = merge(emptyBlock(), visits)
        const shuffled = [...visits, ...visits, ...visits]
          .map((visit) => ({ visit, rank: Number(order.next().value) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ visit }) => visit)
        let pieces = emptyBlock()
        for (let at = 0; at < shuffled.length; at += 7) pieces = merge(pieces, shuffled.slice(at, at + 7))
        expect(meaning(pieces)).toEqual(meaning(straight))
      }),
    )
  })

  it('never brings back an opted-out door, a closed target or one not yet due', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 600 }), (visits, hours) => {
        const block = merge(emptyBlock(), visits)
        for (const [target, doors] of Object.entries(DOORS)) {
          const past = visits.filter((visit) => visit.target === target)
          const result = verdict(block, target, hours)
          const offered = 'doors' in result ? result.doors : 0
          const total = (count: (visit: Visit) => number) =>
            past.reduce((sum, visit) => sum + count(visit), 0)
          if (past.some((visit) => visit.optedOut > 0 && visit.scope === 'target')) expect(offered).toBe(0)
          if (doors < 11 && past.some((visit) => visit.optedOut > 0)) expect(offered).toBe(0)
          expect(offered).toBeLessThanOrEqual(Math.max(0, doors - total((visit) => visit.optedOut)))
          if (doors >= 11) {
            const closed = total((visit) => visit.opened - visit.revisit + visit.refused + visit.optedOut)
            expect(offered).toBeLessThanOrEqual(Math.max(0, doors - closed))
          }
          const fresh = past.filter(({ at }) => Date.parse(at) > START + (hours - 24) * HOUR)
          const knockedAll = fresh.reduce((sum, visit) => sum + visit.knocked, 0) >= doors
          if (knockedAll || fresh.some((visit) => visit.noAccess)) expect(offered).toBe(0)
        }
      }),
    )
  })

  it('adds up to the doors there are, and shows nothing about fewer than 11', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 600 }), (visits, hours) => {
        const block = merge(emptyBlock(), visits)
        const targets = Object.entries(DOORS).map(([id, doors]) => {
          return { id, doors, isHeldOut: id === 'e', record: block.targets[id] }
        })
        const isHeld = (id: string): boolean => id === 'f'
        const sum = coverageOf({ small: block.small, targets, isHeld, moment: moment(hours) })
        expect(sum.done + sum.later + sum.due + sum.heldOut).toBe(sum.doors)
        expect(sum.uncovered).toBeLessThanOrEqual(sum.due)
        if (sum.counted < 11) expect(shownCounts(sum)).toBeNull()
      }),
    )
  })

  it('keeps no count of a target below 11 doors', () => {
    fc.assert(
      fc.property(history, (visits) => {
        const block = merge(emptyBlock(), visits)
        for (const target of ['a', 'b', 'c']) {
          const kept = Object.keys(block.targets[target] ?? {})
          expect(kept.filter((key) => key !== 'doors' && key !== 'small')).toEqual([])
          expect(Object.keys(block.targets[target]?.small ?? {}).toSorted()).toEqual(
            block.targets[target] ? ['at', 'rounds', 'state'] : [],
          )
        }
      }),
    )
  })
})
