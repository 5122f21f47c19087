/** Which stops stand in one row: on one side of one street, and in which order. */
import type { Deciseconds } from '../units.ts'
import type { Stop } from './stop.ts'

interface StreetSides {
  /** Per stop the number of its side; -1 where the street has no name. */
  side: Int32Array
  /** Deciseconds from one end of the side, however the street bends. */
  along: Int32Array
}

/**
 * A side goes as far as the name of its street: people divide streets, not edges. Stops of a street whose side is
 * unknown are a row of their own.
 *
 * @param input.time  walking time from one stop to another
 * Cost: two walking times for each stop.
 */
export function streetSides({
  stops,
  time,
}: {
  stops: Stop[]
  time: (from: number, to: number) => Deciseconds
}): StreetSides {
  const side = new Int32Array(stops.length).fill(-1)
  const along = new Int32Array(stops.length)
  const rows = new Map<string, number[]>()
  stops.forEach(({ street, pavement }, stop) => {
    if (street === '') return
    const key = `${street}\n${pavement ?? ''}`
    const row = rows.get(key)
    if (row) row.push(stop)
    else rows.set(key, [stop])
  })
  ;[...rows.values()].forEach((row, number) => {
    const timesFrom = (from: number) => row.map((stop) => time(from, stop))
    // The stop farthest from any one is at an end.
    const end = timesFrom(row[0]!).reduce((far, each, i, all) => (each > all[far]! ? i : far), 0)
    timesFrom(row[end]!).forEach((each, i) => {
      along[row[i]!] = each
      side[row[i]!] = number
    })
  })
  return { side, along }
}
