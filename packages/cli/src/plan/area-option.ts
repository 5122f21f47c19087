/** `--area`, `--precinct` and `--area-walk`: what to canvass, in the words of a request. */
import { VisibleError } from '@doorwalk/core/error'
import { readJson, walkOption } from '../terminal/arguments.ts'

interface AreaOptions {
  area?: string | undefined
  precinct?: string[] | undefined
  'area-walk'?: string | undefined
}

/**
 * The `area` of a request, not yet looked at; undefined: the whole region.
 *
 * @throws VisibleError usage, area.not_polygon, file.unreadable, file.not_json
 */
export async function areaOption(values: AreaOptions): Promise<unknown> {
  const { area, precinct } = values
  const walk = values['area-walk']
  if ([area, precinct, walk].filter((each) => each !== undefined).length > 1)
    throw new VisibleError(
      'input',
      'usage',
      'give one of --area, --precinct and --area-walk, not both; a file for --area may put several together',
    )
  if (area !== undefined) return geometryOf(await readJson(area), area)
  if (walk !== undefined) return walkOption('area-walk', walk)
  return precinct === undefined ? undefined : { precincts: precinct }
}

const SHAPES: unknown[] = ['Polygon', 'MultiPolygon', 'Feature', 'FeatureCollection']
const PUT_TOGETHER = ['any', 'all', 'of', 'without', 'walkFrom', 'precincts', 'cells', 'id']

/** A file that draws an area, as the request takes it. @throws VisibleError area.not_polygon */
function geometryOf(json: unknown, file: string): unknown {
  const type = (json as { type?: unknown } | null)?.type
  if (SHAPES.includes(type)) return json
  if (typeof json === 'object' && json !== null && PUT_TOGETHER.some((key) => key in json)) return json
  throw new VisibleError(
    'input',
    'area.not_polygon',
    `${file}: got ${JSON.stringify(type ?? json) ?? 'nothing'}, expected a GeoJSON Polygon or MultiPolygon, a Feature or a FeatureCollection of them, or areas put together as { "any": [ … ] }`,
  )
}
