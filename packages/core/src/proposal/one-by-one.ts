/** What one would do without a proposal: the best areas by rank, one after the other. */
import { type Cluster, take } from './choice.ts'
import type { Ground } from './ground.ts'
import type { Choice, Sought } from './together.ts'

/**
 * In two ways: area by area until each evening is full; and one area for each evening. Where a start is given, of what
 * is within reach of it.
 */
export function oneByOne(ground: Ground, sought: Sought): Choice[][] {
  const { start, evenings } = sought
  const way = start?.seconds ?? new Float64Array(ground.parts.length)
  const order = [...ground.areas.keys()].sort(
    (a, b) => ground.areas[a]!.rank - ground.areas[b]!.rank || a - b,
  )
  const open = order
    .map((area) => ground.partsOf[area]!.filter((part) => Number.isFinite(way[part]!)))
    .filter((parts) => parts.length > 0)
  const single = open.slice(0, evenings).map((parts): Choice => ({ ways: start, parts }))
  return [filled(ground, open, { ...sought, way }), single]
}

function filled(
  ground: Ground,
  open: readonly (readonly number[])[],
  { start, evenings, capacity, way }: Sought & { way: ArrayLike<number> },
): Choice[] {
  const choices: Choice[] = []
  const left = open.map((parts) => [...parts])
  for (let evening = 0; evening < evenings; evening++) {
    const cluster: Cluster = { parts: [], score: 0, seconds: 0 }
    while (cluster.seconds < capacity && left.length > 0) {
      const isWhole = take(cluster, { field: ground, parts: left[0]!, way, capacity })
      const taken = new Set(cluster.parts)
      left[0] = left[0]!.filter((part) => !taken.has(part))
      if (!isWhole) break
      left.shift()
    }
    if (cluster.parts.length > 0) choices.push({ ways: start, parts: cluster.parts.sort((a, b) => a - b) })
  }
  return choices
}
