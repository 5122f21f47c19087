/** Rows of a list of targets, read from a region. */
import type { Regions } from '@doorwalk/core/ports'
import type { TargetRow } from '@doorwalk/core/listing/list'
import type { DeskTasks, RowsAsked, RowsWritten } from '../ports/desk.ts'
import { encodeJson } from '../store/json.ts'
import type { Storage } from '../world.ts'

/** Of one blob: about 1 MB. */
const CHUNK_ROWS = 2_000

/** Of the list that is kept for its next page: about 20 MB. */
const MOST_KEPT_ROWS = 50_000

export type TargetRows = (
  asked: DeskTasks['targetRows']['input'],
) => Promise<DeskTasks['targetRows']['answer']>

/** Some of a list, and how long all of it is. The last list is kept: pages of one are asked for one after the other. */
export function openTargetRows(regions: Regions): TargetRows {
  let kept: { of: string; rows: TargetRow[] } | null = null
  return async ({ from, to, ...asked }) => {
    // All that a list depends on: the region has the version that is named.
    const of = JSON.stringify(asked)
    const isKept = kept?.of === of && asked.version !== undefined
    const rows = isKept ? kept!.rows : await allRows(regions, asked)
    kept = rows.length > MOST_KEPT_ROWS ? null : { of, rows }
    return { rows: rows.slice(from, to), total: rows.length }
  }
}

/** All of the list in blobs of a folder, for whoever goes on with it bit by bit. */
export async function writeRows(
  { regions, blobs }: Pick<Storage, 'regions' | 'blobs'>,
  { folder, ...asked }: DeskTasks['targetChunks']['input'],
): Promise<RowsWritten> {
  const rows = await allRows(regions, asked)
  const chunks: string[] = []
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const name = `${folder}/rows-${String(chunks.length).padStart(5, '0')}.json`
    await blobs.put(name, encodeJson(rows.slice(from, from + CHUNK_ROWS)))
    chunks.push(name)
  }
  return { total: rows.length, chunks }
}

async function allRows(
  regions: Regions,
  { region, version, area: asked, targets, priority }: RowsAsked,
): Promise<TargetRow[]> {
  // Not at the top: the API function starts without polygons and H3.
  const [{ resolveArea }, { listTargets }, { loadAliases, loadPrecincts }] = await Promise.all([
    import('@doorwalk/core/area/area'),
    import('@doorwalk/core/listing/list'),
    import('@doorwalk/core/building/load'),
  ])
  const manifest = await regions.manifest(region, version)
  const [precincts, aliases] = await Promise.all([
    loadPrecincts(regions, manifest),
    loadAliases(regions, manifest),
  ])
  const area = resolveArea(asked, { manifest, precincts })
  const { rows } = await listTargets({ regions, manifest, precincts, area, aliases, targets, priority })
  return rows
}
