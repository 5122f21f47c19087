/**
 * What an organiser prints and hands out for a weekend, as one ZIP: a folder per shift and area, a table of all walks.
 */
import type { Zippable } from 'fflate'
import { VisibleError } from '@doorwalk/core/error'
import { FORMAT_NAMES } from '@doorwalk/core/formats/formats'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { csvCell } from '@doorwalk/core/words/escape'
import { type FormWorld, planForm, walkForm } from '../plans/forms.ts'
import { readPlan } from '../plans/plans.ts'
import type { PackOrder } from '../ports/desk.ts'
import type { Bytes } from '../ports/planner.ts'
import type { World } from '../world.ts'
import type { Batch } from './batch-answer.ts'
import { unknownShift } from './stored-batch.ts'

/** AWS takes 6 MB from a Lambda, and base64 makes four of three. */
const MAX_PACK_BYTES = 4_400_000
const COLUMNS = 'shift,area,walk,rank,walker,leave,return,minutes,stops,doors,metres,first address,walk id'

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
  { campaign, createdAt, plans, links, print, most }: PackOrder,
): Promise<Bytes> {
  // Not at the top: the API function starts without it.
  const { zipSync } = await import('fflate')
  const files: Zippable = {}
  const rows = [COLUMNS]
  const taken = new Set<string>()
  for (const { shift, startAt, area, planId } of plans) {
    const plan = await readPlan(world, { campaign, planId })
    if (!plan) continue
    const parts = [`shift-${shift}`, startAt.slice(0, 16).replaceAll(':', ''), plainName(area)]
    const folder = freeName(parts.filter((part) => part !== '').join('-'), taken)
    await addPlan(world, { plan, files, folder, links, print })
    rows.push(...plan.walks.map((walk) => rowOf(walk, { shift, area })))
  }
  files['walks.csv'] = bytesOf(`${rows.join('\r\n')}\r\n`)
  const zip = zipSync(files, { mtime: createdAt, level: 6 })
  if (zip.length <= most) return new Uint8Array(zip)
  throw new VisibleError(
    'too_large',
    'batch.pack_too_large',
    `the pack has ${zip.length} bytes, at most ${most} are sent; ask for one shift with ?shift=1, or for the plans one by one`,
  )
}

async function addPlan(
  world: FormWorld,
  {
    plan,
    files,
    folder,
    links,
    print,
  }: { plan: Plan; files: Zippable; folder: string } & Pick<PackOrder, 'links' | 'print'>,
): Promise<void> {
  files[`${folder}/plan.geojson`] = bytesOf((await planForm(world, { plan, form: 'geojson' })).body)
  for (const walk of plan.walks) {
    const stored = { plan: { id: plan.id, region: plan.region }, walk }
    const name = `${folder}/walk-${String(walk.number).padStart(2, '0')}`
    for (const form of FORMAT_NAMES)
      files[`${name}.${form}`] = bytesOf((await walkForm(world, { stored, form, links, print })).body)
  }
}

function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text)
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

/** File systems take 255 bytes; shift, time and what tells names apart take 40 of them. */
const LONGEST_NAME_BYTES = 180

/** Letters and digits of every script, which every file system takes; all else becomes a hyphen. */
function plainName(label: string): string {
  const words = label
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  let name = ''
  for (const letter of words) {
    if (Buffer.byteLength(name + letter) > LONGEST_NAME_BYTES) break
    name += letter
  }
  return name.replace(/-+$/, '')
}

/** The name, with a number where it is taken: areas whose labels differ only in signs, or in capitals, have folders. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  // Some file systems know no capitals.
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}-${number}`
  taken.add(free.toLowerCase())
  return free
}
