/** Rows of a list of targets, read from a region. */
import type { Regions } from '@doorwalk/core/ports'
import type { TargetRow } from '@doorwalk/core/listing/list'
import type { RowsAsked } from '../ports/desk.ts'

/** Some of the list, and how long all of it is. */
export async function targetRows(
  regions: Regions,
  { region, version, area: asked, targets, priority, from, to }: RowsAsked,
): Promise<{ rows: TargetRow[]; total: number }> {
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
  const { rows } = await listTargets({
    regions,
    manifest,
    precincts,
    area,
    aliases,
    targets,
    priority,
  })
  return { rows: rows.slice(from, to), total: rows.length }
}
