/**
 * The ledger under today's ids: what was kept under an id of an earlier version of the region holds for every target
 * that continues it.
 */
import type { Aliases } from '../building/alias.ts'
import { resolveAlias } from '../building/alias.ts'
import type { BlockLedger, Hold } from './block.ts'
import { holdsOf } from './block.ts'
import type { Paces } from './pace.ts'
import { addPaces } from './pace.ts'
import type { TargetRecord } from './record.ts'
import { strongerOf } from './small.ts'
import type { Counts } from './totals.ts'
import { NO_COUNTS, addCounts } from './totals.ts'

export interface LedgerToday {
  records: Map<string, TargetRecord>
  /** Several when two targets became one, or while a plan made again takes over. */
  holds: Map<string, Hold[]>
  /** Sums over small targets, as far as they may be shown. */
  sums: Counts
  /** How long doors took on finished walks. */
  paces: Paces
}

/** Cost: linear in what the blocks hold. */
export function ledgerToday(blocks: Iterable<BlockLedger>, aliases: Aliases): LedgerToday {
  const records = new Map<string, TargetRecord>()
  const holds = new Map<string, Hold[]>()
  let sums = NO_COUNTS
  let paces: Paces = {}
  for (const block of blocks) {
    sums = addCounts(sums, block.small.shown.counts)
    paces = addPaces(paces, block.paces ?? {})
    for (const [id, record] of Object.entries(block.targets)) {
      resolveAlias(aliases, id).forEach((today, index) => {
        const before = records.get(today)
        const mine = index === 0 ? record : echoOf(record)
        records.set(today, before ? join(before, mine) : mine)
      })
    }
    for (const [id, hold] of Object.entries(block.holds))
      for (const today of resolveAlias(aliases, id))
        holds.set(today, [...(holds.get(today) ?? []), ...holdsOf(hold)])
  }
  return { records, holds, sums, paces }
}

/** One record with everything that several say; undefined of none. */
export function joinRecords(records: TargetRecord[]): TargetRecord | undefined {
  const [first, ...more] = records
  return first && more.reduce(join, first)
}

function join(a: TargetRecord, b: TargetRecord): TargetRecord {
  const attempts = [...(a.attempts ?? []), ...(b.attempts ?? [])]
  const echoes = [...(a.echoes ?? []), ...(b.echoes ?? [])]
  const small = a.small && b.small ? strongerOf(a.small, b.small) : (a.small ?? b.small)
  return {
    doors: a.doors,
    ...(attempts.length > 0 ? { attempts } : {}),
    ...(echoes.length > 0 ? { echoes } : {}),
    ...(small ? { small } : {}),
  }
}

/** For the second target and on that continue an earlier one: what was reported holds, and is not counted again. */
function echoOf({ doors, attempts, small }: TargetRecord): TargetRecord {
  return { doors, ...(attempts ? { echoes: attempts } : {}), ...(small ? { small } : {}) }
}
