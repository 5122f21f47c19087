/** A proposal as a map: the areas of each evening, or their blocks where they are not whole, and where to meet. */
import type { Polygonal } from '../area/polygon.ts'
import { mergedCells } from '../h3.ts'
import type { ShapedArea } from '../ranking/worth.ts'
import type { Proposal } from './answer.ts'

/** GeoJSON: of each evening a feature for each area (`kind: "area"`), and a point (`kind: "meeting_point"`). */
export function proposalMap(
  { evenings, region, version }: Proposal,
  areas: readonly Pick<ShapedArea, 'code' | 'geometry'>[],
): GeoJSON.FeatureCollection & { region: string; version: string } {
  const shapes = new Map(areas.map(({ code, geometry }) => [code, geometry]))
  const features = evenings.flatMap((evening): GeoJSON.Feature[] => {
    const { number, meetingPoint, doors, score, work, hours, reached, scorePerHour } = evening
    return [
      ...evening.areas.map(({ cells, ...area }) => ({
        type: 'Feature' as const,
        properties: { kind: 'area', evening: number, ...area },
        geometry: shapeOf(cells, shapes.get(area.code)!),
      })),
      {
        type: 'Feature',
        properties: {
          ...{ kind: 'meeting_point', evening: number, doors, score, work, hours },
          ...{ doorsReached: reached.doors, share: reached.share, scorePerHour },
        },
        geometry: { type: 'Point', coordinates: meetingPoint },
      },
    ]
  })
  return { type: 'FeatureCollection', region, version, features }
}

function shapeOf(cells: readonly string[] | undefined, whole: Polygonal): Polygonal {
  return cells ? { type: 'MultiPolygon', coordinates: mergedCells(cells) } : whole
}
