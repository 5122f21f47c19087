/** What every Router must do, ours and OSRM's: one suite, and what is special about asking a server. */
import { createServer, type Server } from 'node:http'
import { osrmRouter } from '@doorwalk/functions/osrm/router'
import type { Snap } from '@doorwalk/core/graph/route/snap'
import { durationBetween } from '@doorwalk/core/matrix/matrix'
import { UNREACHABLE } from '@doorwalk/core/units'
import { embeddedRouter } from '@doorwalk/core/matrix/embedded-router'
import type { Router } from '@doorwalk/core/matrix/router'
import { metresBetween, type LngLat } from '@doorwalk/core/units'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { World } from '../../support/worlds/osm-fixture.ts'
import { serveOsrm, type OsrmServer } from '../../support/servers/osrm-server.ts'
import { at, graphOf } from '../../support/worlds/streets.ts'

interface Scene {
  router: Router
  /** Pairs that one can walk between, and a place on an island that one cannot reach. */
  pairs: [LngLat, LngLat][]
  island: LngLat
}

let server: OsrmServer
beforeAll(async () => {
  server = await serveOsrm()
})
afterAll(() => server.close())

function town(): World {
  const world = new World('town')
  const rows = [0, 100, 200].map((y) => [0, 100, 200, 300].map((x) => world.node(x, y)))
  rows.forEach((row, i) => world.way(row, { highway: 'residential', name: `Rue ${i}` }))
  ;[0, 1, 2, 3].forEach((x) =>
    world.way(
      rows.map((row) => row[x]!),
      { highway: 'tertiary', name: `Avenue ${x}` },
    ),
  )
  world.line(
    [
      [1000, 0],
      [1100, 0],
      [1100, 100],
    ],
    { highway: 'footway', name: 'Sur l’île' },
  )
  return world
}

function ours(profile: 'canvass' | 'osrm-compat'): Scene {
  const world = town()
  const place = (x: number, y: number) => at(world, [x, y])
  return {
    router: embeddedRouter(graphOf(world, profile)),
    pairs: [
      [place(10, 8), place(250, 190)],
      [place(150, -6), place(295, 150)],
      [place(20, 104), place(60, 96)],
    ],
    island: place(1050, 5),
  }
}

function theirs(): Scene {
  const { recording, url } = server
  return {
    router: osrmRouter({ url }),
    pairs: recording.routes.map(({ from, to }) => [from, to]),
    island: recording.points.at(-1)!,
  }
}

const SCENES: Record<string, () => Scene> = {
  'embedded, canvass': () => ours('canvass'),
  'embedded, osrm-compat': () => ours('osrm-compat'),
  'OSRM by HTTP': theirs,
}

function urlOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return `http://127.0.0.1:${address.port}`
}

async function snapped(router: Router, places: LngLat[]): Promise<Snap[]> {
  const snaps = await router.snap(places.map((location) => ({ location })))
  return snaps.map((snap) => {
    if (!snap) throw new Error('a place of the suite has no street')
    return snap
  })
}

describe.each(Object.entries(SCENES))('router: %s', (_name, make) => {
  test('snaps each query, in order, to a place as far away as it says', async () => {
    const { router, pairs } = make()
    const snaps = await snapped(router, pairs.flat())
    snaps.forEach((snap, i) => {
      expect(snap.from).toEqual(pairs.flat()[i])
      expect(Math.abs(metresBetween(snap.from, snap.location) - snap.metresAway)).toBeLessThan(0.5)
    })
  })

  test('answers a square table with zeros on the diagonal and whole deciseconds', async () => {
    const { router, pairs } = make()
    const snaps = await snapped(router, pairs.flat())
    const { size, durations } = await router.table(snaps)
    expect(size).toBe(snaps.length)
    expect(durations.length).toBe(size * size)
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        expect(durations[i * size + j] === 0).toBe(i === j)
        expect(durations[i * size + j]).toBeGreaterThanOrEqual(0)
      }
    }
  })

  test('walks as long as its table says, in steps that add up', async () => {
    const { router, pairs } = make()
    const snaps = await snapped(router, pairs.flat())
    const table = await router.table(snaps)
    const paths = await router.routes(pairs.map((_, i) => [snaps[2 * i]!, snaps[2 * i + 1]!]))
    expect(paths.length).toBe(pairs.length)
    paths.forEach((path, i) => {
      expect(path!.deciseconds).toBe(table.durations[2 * i * table.size + 2 * i + 1])
      expect(path!.steps[0]!.type).toBe('depart')
      expect(path!.steps.at(-1)!.type).toBe('arrive')
      expect(path!.steps.reduce((sum, step) => sum + step.deciseconds, 0)).toBe(path!.deciseconds)
      expect(path!.steps.reduce((sum, step) => sum + step.metres, 0)).toBeCloseTo(path!.metres, 3)
      expect(path!.geometry.length).toBeGreaterThan(1)
      const [first, last] = [path!.geometry[0]!, path!.geometry.at(-1)!]
      const near = (a: LngLat, snap: Snap) =>
        Math.min(metresBetween(a, snap.location), metresBetween(a, snap.from))
      expect(near(first, snaps[2 * i]!)).toBeLessThan(1)
      expect(near(last, snaps[2 * i + 1]!)).toBeLessThan(1)
    })
  })

  test('goes no way between two at one place, even where they are put on different streets', async () => {
    const { router, pairs } = make()
    const [here, there] = await snapped(router, pairs[0]!)
    const upstairs = { ...there!, from: here!.from }
    const table = await router.table([here!, upstairs, there!])
    expect(durationBetween(table, 0, 1)).toBe(0)
    expect(durationBetween(table, 1, 0)).toBe(0)
    expect(durationBetween(table, 0, 2)).toBeGreaterThan(0)
    for (const to of [here!, upstairs]) {
      const [path] = await router.routes([[here!, to]])
      expect(path).toMatchObject({ deciseconds: 0, metres: 0, steps: [] })
      expect(path!.geometry.length).toBe(2)
      expect(path!.geometry[0]).toEqual(path!.geometry[1])
    }
  })

  test('says that an island is out of reach', async () => {
    const { router, pairs, island } = make()
    const snaps = await router.snap([pairs[0]![0], island].map((location) => ({ location })))
    // an embedded router may refuse the island at once; on it, there is no way
    if (snaps[1] === null) return
    const [from, to] = await snapped(router, [pairs[0]![0], island])
    const table = await router.table([from!, to!])
    expect(durationBetween(table, 0, 1)).toBe(UNREACHABLE)
    expect(await router.routes([[from!, to!]])).toEqual([null])
  })

  test('does nothing for nobody', async () => {
    const { router } = make()
    expect(await router.snap([])).toEqual([])
    expect((await router.table([])).size).toBe(0)
    expect(await router.routes([])).toEqual([])
  })
})

describe('OSRM by HTTP', () => {
  test('asks for large tables in blocks and puts them together', async () => {
    const { recording } = server
    const small = await serveOsrm({ tableSize: 7 })
    const router = osrmRouter({ url: small.url, tableSize: 7 })
    const { size, durations } = await router.table(await snapped(router, recording.points))
    expect(size).toBe(25)
    recording.durations.forEach((row, i) => {
      row.forEach((seconds, j) => {
        expect(durations[i * size + j]).toBe(seconds === null ? 500_000_000 : Math.round(10 * seconds))
      })
    })
    expect(small.asked.filter((path) => path.startsWith('/table')).length).toBe(4 + 16)
    await small.close()
  })

  test('asks for halves where the server allows less than OSRM does by itself', async () => {
    const small = await serveOsrm({ tableSize: 5 })
    const router = osrmRouter({ url: small.url })
    const { durations } = await router.table(await snapped(router, small.recording.points))
    const expected = small.recording.durations.flatMap((row) =>
      row.map((seconds) => (seconds === null ? 500_000_000 : Math.round(10 * seconds))),
    )
    expect([...durations]).toEqual(expected)
    await small.close()
  })

  test('says what cannot be used: no address, no OSRM, a table with a row missing', async () => {
    expect(() => osrmRouter({ url: 'localhost:port' })).toThrow(/no address/)
    const point = { location: server.recording.points[0]! }
    const answers = ['<h1>Not found</h1>', JSON.stringify({ code: 'Ok', durations: [], destinations: [] })]
    for (const [body, said] of [
      [answers[0], /HTTP 404 and no JSON/],
      [answers[1], /another size than the 1 × 1/],
      [JSON.stringify({ code: 'NoSegment', message: 'nothing near' }), /NoSegment: nothing near/],
    ] as const) {
      const other = createServer((_, response) => response.writeHead(404).end(body))
      await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
      const router = osrmRouter({ url: urlOf(other) })
      await expect(router.snap([point])).rejects.toMatchObject({
        code: 'osrm.refused',
        message: expect.stringMatching(said) as string,
      })
      other.close()
    }
  })

  test('stops asking at the first failure', async () => {
    const own = await serveOsrm()
    const router = osrmRouter({ url: own.url, parallel: 1, tableSize: 1, retries: 0 })
    own.trouble.push(500)
    await expect(router.snap(own.recording.points.map((location) => ({ location })))).rejects.toThrow()
    expect(own.asked.length).toBe(1)
    await own.close()
  })

  test('tries again when the server is busy or slow', async () => {
    const own = await serveOsrm()
    own.trouble.push(503, 429)
    const router = osrmRouter({ url: own.url, pause: 1 })
    expect((await router.snap([{ location: own.recording.points[0]! }]))[0]).not.toBeNull()
    own.trouble.push(0)
    const impatient = osrmRouter({ url: own.url, pause: 1, timeout: 100, retries: 1_000 })
    expect((await impatient.snap([{ location: own.recording.points[0]! }]))[0]).not.toBeNull()
    await own.close()
  })

  test('gives up with a clear error', async () => {
    const own = await serveOsrm()
    own.trouble.push(500, 500, 500)
    const router = osrmRouter({ url: own.url, pause: 1 })
    await expect(router.snap([{ location: own.recording.points[0]! }])).rejects.toThrow(
      /no answer in 3 tries.*HTTP 500/,
    )
    await own.close()
    await expect(router.snap([{ location: own.recording.points[0]! }])).rejects.toMatchObject({
      code: 'osrm.unreachable',
    })
  })

  test('puts nobody on a street that is too far', async () => {
    const router = osrmRouter({ url: server.url, maxMetresAway: 5 })
    const snaps = await router.snap(server.recording.points.map((location) => ({ location })))
    server.recording.sources.forEach(([, , metres], i) => expect(snaps[i] === null).toBe(metres > 5))
  })
})
