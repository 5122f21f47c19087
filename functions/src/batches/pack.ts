/**
 * What an organiser prints and hands out for a weekend, as one ZIP: a folder per shift and area, a table of all walks.
 */
import { type Zippable, strToU8, zipSync } from 'fflate'
import { VisibleError } from '@doorwalk/core/error'
import { FORMAT_NAMES } from '@doorwalk/core/formats/formats'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { csvCell } from '@doorwalk/core/words/escape'
import { planForm, walkForm } from '../plans/forms.ts'
import { readPlan } from '../plans/plans.ts'
import type { World } from '../world.ts'
import type { Batch } from './batch-answer.ts'

/** AWS takes 6 MB from a Lambda, and base64 makes four of three. */
const MAX_PACK_BYTES = 4_400_000
const COLUMNS = 'shift,area,walk,rank,walker,leave,return,minutes,stops,doors,metres,first address,walk id'

interface PackOf {
  campaign: string
  batch: Batch
  /** Number; undefined: all. */
  shift: number | undefined
  /** Bytes that the pack may have. */
  most?: number
}

/** @throws VisibleError batch.running, batch.pack_too_large */
export async function packBatch(
  world: Pick<World, 'blobs' | 'regions' | 'config'>,
  { campaign, batch, shift, most = MAX_PACK_BYTES }: PackOf,
): Promise<Uint8Array> {
  if (batch.status !== 'done') {
    const { done, of } = batch.progress
    throw new VisibleError('conflict', 'batch.running', `${done} of ${of} plans are done; ask again later`)
  }
  const files: Zippable = {}
  const rows = [COLUMNS]
  for (const { number, startAt, plans } of batch.shifts) {
    if (shift !== undefined && number !== shift) continue
    for (const { planId, area } of plans) {
      const plan = await readPlan(world, { campaign, planId })
      if (!plan) continue
      const folder = [`shift-${number}`, startAt.slice(0, 16).replaceAll(':', ''), plainName(area)]
      await addPlan(world, { plan, files, folder: folder.filter((part) => part !== '').join('-') })
      rows.push(...plan.walks.map((walk) => rowOf(walk, { shift: number, area })))
    }
  }
  files['walks.csv'] = strToU8(`${rows.join('\r\n')}\r\n`)
  const zip = zipSync(files, { mtime: batch.createdAt, level: 6 })
  if (zip.length <= most) return zip
  throw new VisibleError(
    'too_large',
    'batch.pack_too_large',
    `the pack has ${zip.length} bytes, at most ${most} are sent; ask for one shift with ?shift=1, or for the plans one by one`,
  )
}

async function addPlan(
  world: Pick<World, 'regions' | 'config'>,
  { plan, files, folder }: { plan: Plan; files: Zippable; folder: string },
): Promise<void> {
  files[`${folder}/plan.geojson`] = strToU8((await planForm(world, { plan, form: 'geojson' })).body)
  for (const walk of plan.walks) {
    const stored = { plan: { id: plan.id, region: plan.region }, walk }
    const name = `${folder}/walk-${String(walk.number).padStart(2, '0')}`
    for (const form of FORMAT_NAMES)
      files[`${name}.${form}`] = strToU8((await walkForm(world, { stored, form })).body)
  }
}

function rowOf(walk: Walk, { shift, area }: { shift: number; area: string }): string {
  const first = walk.stops[0]?.targets[0]?.address ?? ''
  const { number, rank, walker, startAt, endAt, seconds, stops, doors, metres, walkId } = walk
  const minutes = Math.round(seconds / 60)
  const row = [
    shift,
    area,
    number,
    rank,
    walker,
    startAt,
    endAt,
    minutes,
    stops.length,
    doors,
    metres,
    first,
    walkId,
  ]
  return row.map(csvCell).join(',')
}

/** Letters and digits that every file system takes. */
function plainName(label: string): string {
  return label
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
