/** Routers on our own streets for the areas that plans ask for; a warm process keeps the last few. */
import { hoursOf, loadStreets, tileCells, type StreetsAsked } from '../graph/network/load.ts'
import type { Regions } from '../ports.ts'
import { embeddedRouter } from './embedded-router.ts'
import type { Router } from './router.ts'

/** What a plan asks streets for. */
export interface StreetPlace extends StreetsAsked {
  regions: Regions
}

export type MakeRouter = (place: StreetPlace) => Promise<Router>

/** A router on streets loaded anew. */
export async function streetRouter({ regions, ...place }: StreetPlace): Promise<Router> {
  return embeddedRouter(await loadStreets(regions, place))
}

/** Search nodes kept by default: about 100 MB with hierarchies, a dense city of 80 km². */
const DEFAULT_MAX_NODES = 200_000

/**
 * Like streetRouter, but keeps what was used last: same region version, tiles, profile and open gates give the same
 * router, its hierarchy included.
 *
 * @param maxNodes  bound of all kept graphs together; the least recently used go first, one graph always stays
 */
export function keepRouters(maxNodes = DEFAULT_MAX_NODES): MakeRouter {
  const recent = new Map<string, Promise<{ router: Router; nodes: number }>>()
  return async (place) => {
    const { manifest, area, profile, avoidStairs = false } = place
    const wanted = new Set(tileCells(area, manifest))
    const cells = manifest.tiles.filter(({ cell }) => wanted.has(cell)).map(({ cell }) => cell)
    const key = [manifest.name, manifest.version, profile, avoidStairs, hoursOf(place), ...cells].join(' ')
    const known = recent.get(key)
    if (known) {
      recent.delete(key)
      recent.set(key, known)
      return (await known).router
    }
    const { regions, ...rest } = place
    const made = loadStreets(regions, rest).then((graph) => ({
      router: embeddedRouter(graph),
      nodes: graph.nodeCount,
    }))
    recent.set(key, made)
    // a failure is answered, not kept
    const { router } = await made.catch((error: unknown) => {
      recent.delete(key)
      throw error
    })
    await dropOldest(recent, maxNodes)
    return router
  }
}

async function dropOldest(recent: Map<string, Promise<{ nodes: number }>>, maxNodes: number): Promise<void> {
  const sizeOf = async ([key, entry]: [string, Promise<{ nodes: number }>]) => ({
    key,
    nodes: await entry.then(
      ({ nodes }) => nodes,
      () => 0,
    ),
  })
  const sizes = await Promise.all([...recent].map(sizeOf))
  let total = sizes.reduce((sum, { nodes }) => sum + nodes, 0)
  for (const { key, nodes } of sizes.slice(0, -1)) {
    if (total <= maxNodes) return
    recent.delete(key)
    total -= nodes
  }
}
