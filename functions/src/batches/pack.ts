/** What an organiser prints and hands out for a weekend, as one ZIP: for people in a language, else for programs. */
import { VisibleError } from '@doorwalk/core/error'
import type { FormWorld } from '../plans/forms.ts'
import { readPlan } from '../plans/plans.ts'
import type { PackOrder } from '../ports/desk.ts'
import type { Bytes } from '../ports/planner.ts'
import type { World } from '../world.ts'
import type { Batch } from './batch-answer.ts'
import { type PackedPlan, filesForPeople } from './people-pack.ts'
import { filesForPrograms } from './program-pack.ts'
import { unknownShift } from './stored-batch.ts'

/** AWS takes 6 MB from a Lambda, and base64 makes four of three. */
const MAX_PACK_BYTES = 4_400_000

interface PackOf {
  campaign: string
  batch: Batch
  /** Number; undefined: all. */
  shift: number | undefined
}

/** @throws VisibleError batch.running, batch.unknown_shift */
export function packOrder({ campaign, batch, shift }: PackOf): Omit<PackOrder, 'links'> {
  if (batch.status !== 'done') {
    const { done, of } = batch.progress
    throw new VisibleError('conflict', 'batch.running', `${done} of ${of} plans are done; ask again later`)
  }
  if (shift !== undefined && shift > batch.shifts.length) throw unknownShift(shift, batch.shifts.length)
  const shifts = batch.shifts.filter(({ number }) => shift === undefined || number === shift)
  const plans = shifts.flatMap(({ number, startAt, plans: all }) =>
    all.map(({ planId, area }) => ({ shift: number, startAt, area, planId })),
  )
  return { campaign, createdAt: batch.createdAt, plans, most: MAX_PACK_BYTES }
}

/** @throws VisibleError batch.pack_too_large */
export async function writePack(
  world: FormWorld & Pick<World, 'blobs'>,
  { campaign, createdAt, plans, links, print, language, most }: PackOrder,
): Promise<Bytes> {
  // Not at the top: the API function starts without it.
  const { zipSync } = await import('fflate')
  const packed: PackedPlan[] = []
  for (const { planId, ...about } of plans) {
    const plan = await readPlan(world, { campaign, planId })
    if (plan) packed.push({ ...about, plan })
  }
  const files =
    language === undefined
      ? await filesForPrograms(world, packed, { links, print })
      : await filesForPeople(world, packed, { links, print, language })
  const zip = zipSync(files, { mtime: createdAt, level: 6 })
  if (zip.length <= most) return new Uint8Array(zip)
  throw new VisibleError(
    'too_large',
    'batch.pack_too_large',
    `the pack has ${zip.length} bytes, at most ${most} are sent; ask for one shift with ?shift=1, or for the plans one by one`,
  )
}
