/**
 * A weekend for people, in their language: one page with all sheets, a table of all walks for spreadsheets, and a
 * folder per shift and area with files for phones and maps.
 */
import type { Zippable } from 'fflate'
import { surroundingsOf } from '@doorwalk/core/formats/format'
import type { PlanToPrint } from '@doorwalk/core/paper/print'
import type { Plan, Walk } from '@doorwalk/core/walk/answer'
import { type Language, wordsOf } from '@doorwalk/core/words/languages'
import { sayDate, sayTime } from '@doorwalk/core/words/say'
import { spreadsheetOf } from '@doorwalk/core/words/spreadsheet'
import { type FormWorld, planForm, walkForm } from '../plans/forms.ts'
import type { PackOrder } from '../ports/desk.ts'
import { bytesOf, freeName, plainName } from './pack-names.ts'

/** What is carried of each walk beside paper. */
const CARRIED = ['gpx', 'geojson', 'csv'] as const

export interface PackedPlan {
  shift: number
  startAt: string
  /** Empty: the whole region. */
  area: string
  plan: Plan
}

/** Of a shift for which nothing was left there is nothing to carry. */
export async function filesForPeople(
  world: FormWorld,
  plans: readonly PackedPlan[],
  { language, ...paper }: Pick<PackOrder, 'links' | 'print'> & { language: Language },
): Promise<Zippable> {
  const packed = plans.filter(({ plan }) => plan.walks.length > 0)
  const { files: names } = wordsOf(language).table
  const files: Zippable = {}
  const taken = new Set<string>()
  for (const each of packed) await addPlan(world, { ...each, files, taken, language })
  if (packed.length > 0) files[`${names.print}.html`] = bytesOf(await pagesOf(world, packed, paper))
  files[`${names.walks}.csv`] = bytesOf(tableOf(packed, language))
  return files
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
  const where = plainName(area)
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

/** Whole paths are cut off at 260 by old programs. */
const LONGEST_IN_FILE_BYTES = 40
