/** What one walk makes of its stops: parts of an entrance top down either way, one street door paid once. */
import { describe, expect, it } from 'vitest'
import { plannedStops } from '@doorwalk/core/assembly/planned-stops'
import { DEFAULT_ASSUMPTIONS } from '@doorwalk/core/building/door-time'
import type { Target } from '@doorwalk/core/building/building'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { makeCrew } from '@doorwalk/core/grouping/crew'
import type { PlacedTarget } from '@doorwalk/core/grouping/stop'
import { makeStop } from '@doorwalk/core/grouping/stop'
import type { LngLat } from '@doorwalk/core/units'
import { PARIS, aCandidate, aRequest, aTarget } from '../../support/worlds/builders.ts'

const [member] = makeCrew(aRequest({ volunteers: 1, start: PARIS }), null, DEFAULT_ASSUMPTIONS)
/** Two floors of four doors, at P(entry) = 0.7: 0.7 × (2 × 15 + 4 × 89). */
const SECONDS = 0.7 * (30 + 4 * 89)

function placed(id: string, metres: number, over: Partial<Target> = {}): PlacedTarget {
  const from: LngLat = [PARIS[0], PARIS[1] + metres * 9e-6]
  const snap: Snap = {
    ...{ edge: 7, position: metres / 1000, location: from, from, metresAway: 3, street: 'Rue A' },
    ...{ side: 'left', rule: 'named_street', confidence: 1 },
  }
  const target = aTarget({ id, location: from, doors: 4, floors: 2, streetDoor: id.split('#')[0]!, ...over })
  return { candidate: aCandidate({ target }), snap, pavement: null, seconds: 60 + SECONDS, entry: 60 }
}

function part(door: string, number: number, over: Partial<Target> = {}): PlacedTarget {
  const metres = door.charCodeAt(0)
  const part = { number, of: 3, fromFloor: 6 - 2 * number, toFloor: 7 - 2 * number }
  return placed(`${door}#${number}`, metres, { part, ...over })
}

/** Ids of the targets of each stop, and their seconds. */
function walked(targets: PlacedTarget[], rows: number[][], { reversed = rows.map(() => false) } = {}) {
  const planned = plannedStops({
    route: { stops: rows.map((_, index) => index), reversed },
    stops: rows.map((row) => makeStop(row, targets, 0)),
    placed: targets,
    member: member!,
    assumptions: DEFAULT_ASSUMPTIONS,
  })
  return planned.map((stop) => stop.targets.map(({ candidate, seconds }) => [candidate.target.id, seconds]))
}

const ids = (stops: ReturnType<typeof walked>) => stops.map((targets) => targets.map(([id]) => id).join(' '))

describe('parts of one entrance', () => {
  it('are walked top down and pass the street door once', () => {
    const stops = walked([part('a', 3), part('a', 1), part('a', 2)], [[0], [1], [2]])
    expect(ids(stops)).toEqual(['a#1', 'a#2', 'a#3'])
    expect(stops.flat().map(([, seconds]) => seconds)).toEqual([60 + SECONDS, SECONDS, SECONDS])
  })

  it('are walked top down in a row that is walked backwards, too', () => {
    const targets = [placed('x', 0), part('a', 1), part('a', 2), placed('y', 200)]
    expect(ids(walked(targets, [[0, 1, 2, 3]]))).toEqual(['x a#1 a#2 y'])
    expect(ids(walked(targets, [[0, 1, 2, 3]], { reversed: [true] }))).toEqual(['y a#1 a#2 x'])
  })

  it('of two entrances behind one gate are not mixed', () => {
    const gate = { streetDoor: 'gate' }
    const targets = [part('a', 2, gate), part('a', 1, gate), part('b', 2, gate), part('b', 1, gate)]
    expect(ids(walked(targets, [[0], [1], [2], [3]]))).toEqual(['a#1', 'a#2', 'b#1', 'b#2'])
  })
})
