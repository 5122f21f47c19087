import { describe, expect, it } from 'vitest'
import type { BlockLedger } from '@doorwalk/core/ledger/block'
import { emptyBlock, mergeVisits, withHolds } from '@doorwalk/core/ledger/block'
import { DEFAULT_POLICY } from '@doorwalk/core/ledger/due'
import { joinRecords, ledgerToday } from '@doorwalk/core/ledger/today'
import { dueAt, lastVisit } from '@doorwalk/core/ledger/verdict'
import { Visit } from '@doorwalk/core/ledger/visit'

const AT = '2026-03-14T15:00:00+01:00'
const NEXT_WEEK = { at: '2026-03-24T19:00:00+01:00', policy: DEFAULT_POLICY }
let count = 0
const block = (target: string, doors: number, over: object): BlockLedger =>
  mergeVisits(emptyBlock(), [
    {
      doors,
      visit: Visit.parse({ id: `visit-${String(++count).padStart(4, '0')}`, target, at: AT, ...over }),
    },
  ]).block
const records = (aliases: Record<string, string[]>, ...blocks: BlockLedger[]) =>
  ledgerToday(blocks, new Map(Object.entries(aliases))).records

describe('what was kept under an earlier id', () => {
  it('holds for the target that continues it, joined with what was reported since', () => {
    const before = block('old', 20, { knocked: 20, opened: 8 })
    const since = block('new', 20, { knocked: 10, opened: 5, at: '2026-03-16T19:00:00+01:00' })
    const record = records({ old: ['new'] }, before, since).get('new')
    expect(record?.attempts).toHaveLength(2)
    expect(dueAt(20, record, NEXT_WEEK)).toEqual({ now: 7, later: 0 })
    expect(lastVisit(record!)).toBe('2026-03-16T19:00:00+01:00')
  })

  it('holds for each of several, and is counted at the first', () => {
    const today = records({ old: ['east', 'west'] }, block('old', 24, { knocked: 24, opened: 24 }))
    expect([...today.keys()]).toEqual(['east', 'west'])
    for (const record of today.values()) expect(dueAt(12, record, NEXT_WEEK)).toEqual({ now: 0, later: 0 })
    expect([...today.values()].map(({ attempts = [] }) => attempts.length)).toEqual([1, 0])
  })

  it('of a small and a large target that became one follows the stricter', () => {
    const small = block('house', 4, { knocked: 4, optedOut: 1 })
    const large = block('tower', 20, { knocked: 2, opened: 2 })
    const record = records({ house: ['tower'] }, small, large).get('tower')
    expect(dueAt(24, record, NEXT_WEEK)).toEqual({ now: 0, later: 0 })
  })

  it('is held by whoever held it, and an id of today stays as it is', () => {
    const hold = { walk: 'w', plan: 'p' }
    const { holds, records: none } = ledgerToday(
      [withHolds(emptyBlock(), { targets: ['old', 'other'], hold })],
      new Map([['old', ['new']]]),
    )
    expect(Object.fromEntries(holds)).toEqual({ new: [hold], other: [hold] })
    expect(none.size).toBe(0)
    expect(joinRecords([])).toBeUndefined()
  })
})
