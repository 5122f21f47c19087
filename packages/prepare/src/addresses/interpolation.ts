/** House numbers that the map draws as a line between two numbered ends (`addr:interpolation`). */
import { metresPerDegree, type LngLat, type Metres } from '@doorwalk/core/units'
import type { OsmExtract, OsmWay } from '../osm/extract.ts'
import type { AddressPoint } from './address.ts'
import { houseNumbers, streetOf } from './house-numbers.ts'
import { between, countingOf } from './number-range.ts'

/**
 * Numbers between each two numbered nodes of a line, evenly along it; the nodes themselves are addresses of their own.
 * A line with fewer than two numbers in the extract says nothing.
 *
 * @param streets of associatedStreet relations, by member key
 * Source: https://wiki.openstreetmap.org/wiki/Addresses#Interpolation
 */
export function interpolatedAddresses(extract: OsmExtract, streets: Map<string, string>): AddressPoint[] {
  return extract.interpolations.flatMap((way) => {
    const counting = countingOf(way.tags['addr:interpolation'])
    if (counting === undefined) return []
    const numbered = numberedNodes(way, extract)
    return numbered.slice(1).flatMap((end, i) => {
      const start = numbered[i]!
      const all = between(start.number, end.number, counting) ?? []
      const list = all.filter((number) => number !== start.number && number !== end.number)
      if (list.length === 0) return []
      if (isDown(all, { start, end })) list.reverse()
      const line = way.refs
        .slice(start.at, end.at + 1)
        .map((ref) => extract.locate(ref))
        .filter((place) => place !== undefined)
      const street = streetOf(
        { ...way.tags, ...end.tags, ...start.tags },
        streets.get(`n${start.id}`) ?? streets.get(`w${way.id}`),
      )
      const metres = lengthOf(line) / (list.length + 1)
      return list.map((number, place): AddressPoint => {
        const location = along(line, (place + 1) / (list.length + 1))
        return { source: 'osm', key: `w${way.id}.${number}`, number, street, location, interpolated: metres }
      })
    })
  })
}

interface NumberedNode {
  id: number
  /** Place among the way's nodes. */
  at: number
  number: string
  tags: Record<string, string>
}

function isDown(all: string[], { start, end }: { start: NumberedNode; end: NumberedNode }): boolean {
  return all.at(-1) === start.number || Number.parseInt(start.number, 10) > Number.parseInt(end.number, 10)
}

/** Of a node with several numbers, the first. */
function numberedNodes({ refs }: OsmWay, extract: OsmExtract): NumberedNode[] {
  return refs.flatMap((id, at) => {
    const tags = extract.nodes.get(id)?.tags ?? {}
    const number = tags['addr:housenumber'] === undefined ? undefined : houseNumbers(tags)[0]
    return number === undefined || !/\p{Nd}|^\p{L}$/u.test(number) ? [] : [{ id, at, number, tags }]
  })
}

function lengthOf(line: LngLat[]): Metres {
  return line.slice(1).reduce((sum, place, i) => sum + metresBetween(line[i]!, place), 0)
}

function along(line: LngLat[], share: number): LngLat {
  let left = share * lengthOf(line)
  for (const [i, b] of line.slice(1).entries()) {
    const a = line[i]!
    const length = metresBetween(a, b)
    const part = length === 0 ? 0 : Math.min(1, left / length)
    if (left <= length) return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
    left -= length
  }
  return line.at(-1)!
}

function metresBetween(a: LngLat, b: LngLat): Metres {
  const scale = metresPerDegree(a[1])
  return Math.hypot((b[0] - a[0]) * scale.lng, (b[1] - a[1]) * scale.lat)
}
