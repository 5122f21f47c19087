/** Blocks of an area under today's ids, with those around from which a target may have come. */
import type { Aliases } from '@doorwalk/core/building/alias'
import type { LedgerToday } from '@doorwalk/core/ledger/today'
import { ledgerToday } from '@doorwalk/core/ledger/today'
import { type LedgerRef, allBlocks, readBlocks } from './blocks.ts'
import type { Storage } from '../world.ts'

/**
 * Beyond so many blocks the whole ledger of the region is read: a query brings 50 times more items a second than gets.
 */
const BLOCKS_BY_KEY = 300
/** Of several targets that became one, those of other blocks were at most 100 m away: two rings are 200 m at least. */
const REACH_RINGS = 2

export async function ledgerAround(
  storage: Pick<Storage, 'store'>,
  { ref, cells, aliases }: { ref: LedgerRef; cells: string[]; aliases: Aliases },
): Promise<LedgerToday> {
  const own = [...new Set(cells)]
  const wanted = aliases.size > 0 ? await withRings(own) : own
  const isMany = wanted.length > BLOCKS_BY_KEY
  const blocks = isMany ? await allBlocks(storage, ref) : await readBlocks(storage, ref, wanted)
  return ledgerToday(blocks.values(), aliases)
}

async function withRings(cells: string[]): Promise<string[]> {
  // Not at the top: the API function starts without H3.
  const { disk } = await import('@doorwalk/core/h3')
  return [...new Set(cells.flatMap((cell) => disk(cell, REACH_RINGS)))]
}
