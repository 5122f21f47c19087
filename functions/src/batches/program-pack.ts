/** A weekend for programs: a folder per shift and area with every form of each walk, and a table of all walks. */
import type { Zippable } from 'fflate'
import { FORMAT_NAMES } from '@doorwalk/core/formats/formats'
import type { Walk } from '@doorwalk/core/walk/answer'
import { csvCell } from '@doorwalk/core/words/escape'
import { type FormWorld, planForm, walkForm } from '../plans/forms.ts'
import type { PackOrder } from '../ports/desk.ts'
import { bytesOf, freeName, plainName } from './pack-names.ts'
import type { PackedPlan } from './people-pack.ts'

const COLUMNS = 'shift,area,walk,rank,walker,leave,return,minutes,stops,doors,metres,first address,walk id'

/** `shift-1-2026-03-13T1800-Nord/walk-01.gpx`, whatever the language of the walks. */
export async function filesForPrograms(
  world: FormWorld,
  plans: readonly PackedPlan[],
  paper: Pick<PackOrder, 'links' | 'print'>,
): Promise<Zippable> {
  const files: Zippable = {}
  const rows = [COLUMNS]
  const taken = new Set<string>()
  for (const { shift, startAt, area, plan } of plans) {
    const parts = [`shift-${shift}`, startAt.slice(0, 16).replaceAll(':', ''), plainName(area)]
    const folder = freeName(parts.filter((part) => part !== '').join('-'), taken)
    files[`${folder}/plan.geojson`] = bytesOf((await planForm(world, { plan, form: 'geojson' })).body)
    const place = area === '' ? undefined : { label: area }
    for (const walk of plan.walks) {
      const stored = { plan: { id: plan.id, region: plan.region }, walk }
      const name = `${folder}/walk-${String(walk.number).padStart(2, '0')}`
      for (const form of FORMAT_NAMES)
        files[`${name}.${form}`] = bytesOf((await walkForm(world, { stored, form, ...paper, place })).body)
    }
    rows.push(...plan.walks.map((walk) => rowOf(walk, { shift, area })))
  }
  files['walks.csv'] = bytesOf(`${rows.join('\r\n')}\r\n`)
  return files
}

function rowOf(walk: Walk, { shift, area }: { shift: number; area: string }): string {
  const { number, rank, walker, startAt, endAt, seconds, stops, doors, metres, walkId } = walk
  const first = stops[0]?.targets[0]?.address ?? ''
  const row = [
    ...[shift, area, number, rank, walker, startAt, endAt, Math.round(seconds / 60)],
    ...[stops.length, doors, metres, first, walkId],
  ]
  return row.map(csvCell).join(',')
}
