/** Routers on our own streets for the areas that plans ask for; a warm process keeps the last few. */
import { loadStreets, tileCells, type StreetArea } from '../graph/network/load.ts'
import type { Profile } from '../graph/osm/profile.ts'
import type { Regions } from '../ports.ts'
import type { Manifest } from '../region.ts'
import { embeddedRouter } from './embedded-router.ts'
import type { Router } from './router.ts'

/** What a plan asks streets for. */
export interface StreetPlace {
  regions: Regions
  manifest: Manifest
  area: StreetArea
  profile: Profile
  /** Somebody cannot take stairs: only where there is no other way within reason. */
  avoidStairs?: boolean
}

export type MakeRouter = (place: StreetPlace) => Promise<Router>

/** A router on streets loaded anew. */
export async function streetRouter({ regions, ...place }: StreetPlace): Promise<Router> {
  return embeddedRouter(await loadStreets(regions, place))
}

/** Search nodes kept by default: about 100 MB with hierarchies, a dense city of 80 km². */
const DEFAULT_MAX_NODES = 200_000

/**
 * Like streetRouter, but keeps what was used last: same region version, tiles and profile give the same router,
 * its hierarchy included.
 *
 * @param maxNodes  bound of all kept graphs together; the least recently used go first, one graph always stays
 */
export function keepRouters({ maxNodes = DEFAULT_MAX_NODES }: { maxNodes?: number } = {}): MakeRouter {
  const kept = new Map<string, Promise<{ router: Router; nodes: number }>>()
  return async (place) => {
    const { manifest, area, profile, avoidStairs = false } = place
    const wanted = new Set(tileCells(area))
    const cells = manifest.tiles.filter(({ cell }) => wanted.has(cell)).map(({ cell }) => cell)
    const key = [manifest.name, manifest.version, profile, avoidStairs, ...cells].join(' ')
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return (await known).router
    }
    const { regions, ...rest } = place
    const made = loadStreets(regions, rest).then((graph) => ({
      router: embeddedRouter(graph),
      nodes: graph.nodeCount,
    }))
    kept.set(key, made)
    // a failure is answered, not kept
    const { router } = await made.catch((error: unknown) => {
      kept.delete(key)
      throw error
    })
    await dropOldest(kept, maxNodes)
    return router
  }
}

async function dropOldest(kept: Map<string, Promise<{ nodes: number }>>, maxNodes: number): Promise<void> {
  const sizeOf = async ([key, entry]: [string, Promise<{ nodes: number }>]) => ({
    key,
    nodes: await entry.then(
      ({ nodes }) => nodes,
      () => 0,
    ),
  })
  const sizes = await Promise.all([...kept].map(sizeOf))
  let total = sizes.reduce((sum, { nodes }) => sum + nodes, 0)
  for (const { key, nodes } of sizes.slice(0, -1)) {
    if (total <= maxNodes) return
    kept.delete(key)
    total -= nodes
  }
}
