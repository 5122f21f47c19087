/**
 * What an organiser prints and hands out for a weekend, as one ZIP in the language of its walks: one page with all
 * sheets, a table of all walks, and a folder per shift and area with files for phones and maps.
 */
import type { Zippable } from 'fflate'
import { VisibleError } from '@doorwalk/core/error'
import { surroundingsOf } from '@doorwalk/core/formats/format'
import type { PlanToPrint } from '@doorwalk/core/paper/print'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { DEFAULT_LANGUAGE, type Language, wordsOf } from '@doorwalk/core/words/languages'
import { sayDate, sayTime } from '@doorwalk/core/words/say'
import { spreadsheetOf } from '@doorwalk/core/words/spreadsheet'
import { type FormWorld, planForm, walkForm } from '../plans/forms.ts'
import { readPlan } from '../plans/plans.ts'
import type { PackOrder } from '../ports/desk.ts'
import type { Bytes } from '../ports/planner.ts'
import type { World } from '../world.ts'
import type { Batch } from './batch-answer.ts'
import { unknownShift } from './stored-batch.ts'

/** AWS takes 6 MB from a Lambda, and base64 makes four of three. */
const MAX_PACK_BYTES = 4_400_000
/** What is carried of each walk beside paper. */
const CARRIED = ['gpx', 'geojson', 'csv'] as const

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
  const packed: PackedPlan[] = []
  for (const { planId, ...about } of plans) {
    const plan = await readPlan(world, { campaign, planId })
    // Of a shift for which nothing was left there is nothing to carry.
    if (plan && plan.walks.length > 0) packed.push({ ...about, plan })
  }
  const language = packed[0]?.plan.walks[0]?.language ?? DEFAULT_LANGUAGE
  const { files: names } = wordsOf(language).table
  const files: Zippable = {}
  const taken = new Set<string>()
  for (const each of packed) await addPlan(world, { ...each, files, taken, language })
  if (packed.length > 0)
    files[`${names.print}.html`] = bytesOf(await pagesOf(world, packed, { links, print }))
  files[`${names.walks}.csv`] = bytesOf(tableOf(packed, language))
  const zip = zipSync(files, { mtime: createdAt, level: 6 })
  if (zip.length <= most) return new Uint8Array(zip)
  throw new VisibleError(
    'too_large',
    'batch.pack_too_large',
    `the pack has ${zip.length} bytes, at most ${most} are sent; ask for one shift with ?shift=1, or for the plans one by one`,
  )
}

interface PackedPlan {
  shift: number
  startAt: string
  /** Empty: the whole region. */
  area: string
  plan: Plan
}

/** Every sheet, in the order of shifts and areas: one file to print. */
async function pagesOf(
  { regions }: FormWorld,
  packed: readonly PackedPlan[],
  paper: Pick<PackOrder, 'links' | 'print'>,
): Promise<string> {
  // As the other forms: the API function starts without it.
  const { plansToPrintHtml } = await import('@doorwalk/core/paper/print')
  const pages: PlanToPrint[] = []
  for (const { plan, area } of packed) {
    const place = area === '' ? undefined : { label: area }
    const { map, starts, ...options } = surroundingsOf(regions, { ...plan, ...paper, place })
    pages.push({ plan, map: await map(), options: { ...options, starts: await starts() } })
  }
  return plansToPrintHtml(pages)
}

interface FolderOf extends PackedPlan {
  files: Zippable
  taken: Set<string>
  language: Language
}

async function addPlan(
  world: FormWorld,
  { plan, shift, startAt, area, files, taken, language }: FolderOf,
): Promise<void> {
  const { files: names } = wordsOf(language).table
  const [day, time = ''] = startAt.slice(0, 16).split('T')
  const where = plainName(area, LONGEST_NAME_BYTES)
  const short = plainName(area, LONGEST_IN_FILE_BYTES)
  const parts = [`${names.shift}-${shift}`, day!, time.replace(':', 'h'), where]
  const folder = freeName(parts.filter((part) => part !== '').join('-'), taken)
  const named = (name: string): string => `${folder}/${[name, short].filter((part) => part !== '').join('-')}`
  files[`${named(names.map)}.geojson`] = bytesOf((await planForm(world, { plan, form: 'geojson' })).body)
  for (const walk of plan.walks) {
    const stored = { plan: { id: plan.id, region: plan.region }, walk }
    const name = named(`${names.walk}-${String(walk.number).padStart(2, '0')}`)
    for (const form of CARRIED)
      files[`${name}.${form}`] = bytesOf((await walkForm(world, { stored, form, table: language })).body)
  }
}

function bytesOf(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** All walks, one a line, as a spreadsheet opens it. */
function tableOf(packed: readonly PackedPlan[], language: Language): string {
  const { walk, volunteer, table } = wordsOf(language)
  const heads = [
    ...[table.shift, table.area, walk, volunteer, table.day, table.leave, table.back, table.minutes],
    ...[table.stops, table.doors, table.metres, table.firstAddress, table.walkId],
  ]
  const rows = packed.flatMap(({ shift, area, plan }) =>
    plan.walks.map((each) => [shift, area, ...cellsOf(each, language)]),
  )
  return spreadsheetOf([heads, ...rows], language)
}

function cellsOf(walk: Walk, language: Language): (string | number)[] {
  const { number, walker, startAt, endAt, seconds, stops, doors, metres, walkId } = walk
  return [
    ...[number, walker, sayDate(startAt, language), sayTime(startAt, language), sayTime(endAt, language)],
    ...[Math.round(seconds / 60), stops.length, doors, metres],
    ...[stops[0]?.targets[0]?.address ?? '', walkId],
  ]
}

/** File systems take 255 bytes; shift, time and what tells names apart take 40 of them. */
const LONGEST_NAME_BYTES = 180
/** Whole paths are cut off at 260 by old programs. */
const LONGEST_IN_FILE_BYTES = 40

/** Letters and digits of every script, which every file system takes; all else becomes a hyphen. */
function plainName(label: string, most: number): string {
  const words = label
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  let name = ''
  for (const letter of words) {
    if (Buffer.byteLength(name + letter) > most) break
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
