/** Ids that outlive a new map: what continues what, through the real `prepare` and back into plans. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Target } from '@doorwalk/core/building/building'
import { loadAliases } from '@doorwalk/core/building/load'
import { decodeAliases } from '@doorwalk/core/building/alias'
import { BLOCK_RESOLUTION, cellAt } from '@doorwalk/core/h3'
import { ledgerView } from '@doorwalk/core/ledger/due'
import { Visit } from '@doorwalk/core/ledger/visit'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest, type PlanRequestInput } from '@doorwalk/core/request/request'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { reportLines } from '@doorwalk/prepare/report'
import { place, World } from '../../support/worlds/osm-fixture.ts'
import { prepareWorld, type PreparedRegion } from '../../support/worlds/prepared.ts'

const HOUSE = { building: 'house', 'building:levels': '2' }
const FLATS = { building: 'apartments', 'building:levels': '5' }
const addr = (number: string) => ({ 'addr:housenumber': number, 'addr:street': 'Rue Droite' })

/** Rue Droite (way 1) with house 99 (way 2) at its end, and whatever stands on it: ids are those of the order drawn. */
function rueDroite(draw: (world: World) => void = () => {}): World {
  const world = new World('rue-droite')
  world.box([-50, -50, 500, 100])
  world.line(
    [0, 100, 200, 300, 400].map((x) => [x, 0]),
    { highway: 'residential', name: 'Rue Droite' },
  )
  world.building([380, 8, 10, 10], { ...HOUSE, ...addr('99') })
  draw(world)
  return world
}

/** One version after the other into one region; the last. */
async function versions(...worlds: World[]): Promise<PreparedRegion> {
  let last: PreparedRegion | undefined
  for (const world of worlds) last = await prepareWorld(world, {}, last?.root)
  if (!last) throw new Error('no world given')
  return last
}

async function tableOf({ root, manifest }: PreparedRegion) {
  if (!manifest.aliases) return { aliases: {}, orphans: [] }
  const { aliases, orphans } = decodeAliases(await diskRegions([root]).read(manifest, manifest.aliases))
  return { aliases: Object.fromEntries(aliases), orphans: orphans.map(({ id }) => id) }
}

function targetsOf({ buildings }: PreparedRegion): Target[] {
  return buildings.flatMap(({ targets }) => targets)
}

/** Way 3, with the tags on it. */
const asWay = (tags: Record<string, string>) => rueDroite((world) => world.building([10, 8, 12, 10], tags))
/** Way 3 without tags, outer ring of relation 1, which has them. */
const asRelation = (tags: Record<string, string>) =>
  rueDroite((world) => {
    const ref = world.ring([10, 8, 12, 10])
    world.relation([{ type: 'way', ref, role: 'outer' }], { type: 'multipolygon', ...tags })
  })

describe('ids of the version before', () => {
  it.each([
    ['with an address', { ...HOUSE, ...addr('1') }],
    ['without one, by its footprint', { ...FLATS }],
  ])('a way drawn again as a relation %s keeps its old id as alias', async (_, tags) => {
    const region = await versions(asWay(tags), asRelation(tags))
    expect(targetsOf(region).map(({ id }) => id)).toContain('osm:r1')
    expect(await tableOf(region)).toEqual({ aliases: { 'osm:w3': ['osm:r1'] }, orphans: [] })
    expect(region.report.ids).toMatchObject({ kept: 1, renamed: 1, fresh: 0, orphans: [] })
    expect(region.manifest.counts).toMatchObject({ aliases: 1 })
  })

  it('follows an address whose node was drawn anew, but not one 200 m away', async () => {
    const addresses = (second: [x: number, y: number], again: boolean) =>
      rueDroite((world) => {
        world.building([10, 8, 40, 10], FLATS)
        world.building([200, 8, 40, 10], FLATS)
        world.address(15, 10, ['1', 'Rue Droite'])
        if (again) world.node(0, 40)
        world.address(...second, ['3', 'Rue Droite'])
        world.address(45, 10, ['5', 'Rue Droite'])
      })
    const before = await versions(addresses([25, 10], false))
    const first = targetsOf(before).find(({ address }) => address?.number === '3')
    const near = await versions(addresses([25, 10], false), addresses([30, 12], true))
    const now = targetsOf(near).find(({ address }) => address?.number === '3')
    expect(now?.id).not.toBe(first!.id)
    const { aliases, orphans } = await tableOf(near)
    expect(aliases).toMatchObject({ [first!.id]: [now!.id] })
    expect(orphans).toEqual([])
    // What stood at number 3 has its heir on its own ground.
    const far = await versions(addresses([25, 10], false), addresses([220, 10], true))
    const there = targetsOf(far).find(({ address }) => address?.number === '3')
    expect((await tableOf(far)).aliases[first!.id]).not.toContain(there!.id)
  })

  it('lists what was demolished as orphan, on the terminal and in the region, and finds it again by its address', async () => {
    const gone = await versions(asWay({ ...HOUSE, ...addr('1') }), rueDroite())
    expect(await tableOf(gone)).toEqual({ aliases: {}, orphans: ['osm:w3'] })
    expect(gone.manifest.counts).toMatchObject({ orphans: 1 })
    const lines = reportLines(gone.report).join('\n')
    expect(lines).toMatch(
      /Ids since version [0-9a-f]{16}: 1 kept, 0 renamed, 0 new, 1 orphan; nothing continues:/,
    )
    expect(lines).toContain('osm:w3, 1 Rue Droite, 1 door')
    const back = await prepareWorld(asRelation({ ...HOUSE, ...addr('1') }), {}, gone.root)
    expect(await tableOf(back)).toEqual({ aliases: { 'osm:w3': ['osm:r1'] }, orphans: [] })
  })

  it('gives a building that was split to both halves, and two that were joined to the one', async () => {
    const whole = rueDroite((world) => world.building([10, 8, 24, 10], HOUSE))
    const halves = rueDroite((world) => {
      world.ring([10, 30, 1, 1])
      world.building([10, 8, 12, 10], HOUSE)
      world.building([22, 8, 12, 10], HOUSE)
    })
    const split = await versions(whole, halves)
    expect(await tableOf(split)).toEqual({ aliases: { 'osm:w3': ['osm:w4', 'osm:w5'] }, orphans: [] })
    const joined = await versions(halves, whole)
    expect(await tableOf(joined)).toEqual({
      aliases: { 'osm:w4': ['osm:w3'], 'osm:w5': ['osm:w3'] },
      orphans: [],
    })
  })

  it('does not take a tower for the house that stood on a corner of its ground', async () => {
    const region = await versions(
      rueDroite((world) => world.building([10, 8, 8, 8], HOUSE)),
      rueDroite((world) => {
        world.ring([10, 60, 1, 1])
        world.building([10, 8, 40, 20], FLATS)
      }),
    )
    expect(await tableOf(region)).toEqual({ aliases: {}, orphans: ['osm:w3'] })
    expect(region.report.ids).toMatchObject({ kept: 1, fresh: targetsOf(region).length - 1 })
  })

  it('keeps parts by their storeys', async () => {
    const tower = (flats: string) =>
      rueDroite((world) =>
        world.building([10, 8, 20, 20], {
          ...{ building: 'apartments', 'building:levels': '10', 'building:flats': flats },
          ...addr('1'),
        }),
      )
    const cut = await versions(tower('8'), tower('40'))
    const parts = targetsOf(cut).filter(({ building }) => building === 'osm:w3')
    expect(parts.length).toBeGreaterThan(1)
    expect(await tableOf(cut)).toEqual({ aliases: { 'osm:w3': parts.map(({ id }) => id) }, orphans: [] })
    const whole = await versions(tower('40'), tower('8'))
    const aliases = Object.fromEntries(parts.map(({ id }) => [id, ['osm:w3']]))
    expect(await tableOf(whole)).toEqual({ aliases, orphans: [] })

    // As a relation with other doors, so that no id is the same and the storeys decide.
    const redrawn = rueDroite((world) => {
      const ref = world.ring([10, 8, 20, 20])
      world.relation([{ type: 'way', ref, role: 'outer' }], {
        ...{ type: 'multipolygon', building: 'apartments', 'building:levels': '10', 'building:flats': '40' },
        ...addr('1'),
      })
    })
    const { aliases: renamed } = await tableOf(await versions(tower('40'), redrawn))
    for (const { id } of parts) expect(renamed[id]).toEqual([id.replace('w3', 'r1')])
    // The building had several targets: its own id leads to all of them.
    expect(renamed['osm:w3']).toHaveLength(parts.length)
  })

  it('leads over several versions to what stands there now, and the same sources give the same version again', async () => {
    const tags = { ...HOUSE, ...addr('1') }
    const again = rueDroite((world) => {
      world.ring([10, 60, 1, 1])
      world.building([10, 8, 12, 10], tags)
    })
    const region = await versions(asWay(tags), asRelation(tags), again)
    const expected = { aliases: { 'osm:r1': ['osm:w4'], 'osm:w3': ['osm:w4'] }, orphans: [] }
    expect(await tableOf(region)).toEqual(expected)
    const repeated = await prepareWorld(again, {}, region.root)
    expect(repeated.manifest).toEqual(region.manifest)
    expect(repeated.report.ids).toMatchObject({ kept: 2, renamed: 0, fresh: 0 })
    // What has its first id again needs no alias.
    expect((await tableOf(await prepareWorld(asWay(tags), {}, region.root))).aliases).toEqual({
      'osm:r1': ['osm:w3'],
      'osm:w4': ['osm:w3'],
    })
  })

  it('keeps the block in which a target was first', async () => {
    const blockAt = (x: number) => cellAt(place(x, 8), BLOCK_RESOLUTION)
    let x = 20
    while (blockAt(x) === blockAt(20)) x++
    const houseAt = (west: number) =>
      rueDroite((world) => world.building([west, 8, 10, 10], { ...HOUSE, ...addr('1') }))
    const region = await versions(houseAt(x - 12), houseAt(x + 2))
    const target = targetsOf(region).find(({ id }) => id === 'osm:w3')!
    expect(cellAt(target.location, BLOCK_RESOLUTION)).not.toBe(target.block)
    expect(target.block).toBe(blockAt(20))
  })
})

describe('--previous', () => {
  const world = () => asWay({ ...HOUSE, ...addr('1') })

  it('takes a region, one of its versions, or none', async () => {
    const before = await versions(world())
    const folder = join(before.root, 'rue-droite')
    for (const previous of [folder, join(folder, before.manifest.version)]) {
      expect((await prepareWorld(rueDroite(), { previous })).manifest.counts).toMatchObject({ orphans: 1 })
    }
    const fresh = await prepareWorld(rueDroite(), { previous: 'none' }, before.root)
    expect(fresh.report.ids).toBeUndefined()
    expect(fresh.manifest).toEqual((await prepareWorld(rueDroite())).manifest)
  })

  it('says when nothing is there, or another place', async () => {
    await expect(prepareWorld(world(), { previous: '/nowhere' })).rejects.toMatchObject({
      code: 'previous.unknown',
    })
    const elsewhere = new World('elsewhere')
    elsewhere.box([5000, 5000, 100, 100])
    elsewhere.building([5010, 5010, 10, 10], HOUSE)
    const { root } = await prepareWorld(elsewhere)
    await expect(prepareWorld(world(), { previous: join(root, 'elsewhere') })).rejects.toMatchObject({
      code: 'previous.elsewhere',
    })
  })

  it('is refused when damaged; what --out holds by itself only costs a warning', async () => {
    const before = await versions(world())
    const folder = join(before.root, 'rue-droite')
    const { path } = before.manifest.tiles[0]!.footprints!
    await writeFile(join(folder, before.manifest.version, path), 'x')
    await expect(prepareWorld(rueDroite(), { previous: folder })).rejects.toMatchObject({
      code: 'region.damaged',
    })
    const next = await prepareWorld(rueDroite(), {}, before.root)
    expect(reportLines(next.report).join('\n')).toContain('Warning: The ids were not compared')
  })
})

describe('a crash before the pointer flips', () => {
  it('leaves the old version current, and the next run finishes the work', async () => {
    const before = await versions(asWay({ ...HOUSE, ...addr('1') }))
    const folder = join(before.root, 'rue-droite')
    const pointer = await readFile(join(folder, 'current.json'), 'utf8')
    // The last file written before the flip cannot be written: everything else of the new version is on disk.
    const obstacle = join(folder, `.current-${process.pid}.json`)
    await mkdir(obstacle)
    await expect(prepareWorld(rueDroite(), {}, before.root)).rejects.toThrow('EISDIR')
    expect(await readFile(join(folder, 'current.json'), 'utf8')).toBe(pointer)
    expect(await diskRegions([before.root]).manifest('rue-droite')).toEqual(before.manifest)
    expect((await readdir(folder)).filter((name) => /^[0-9a-f]{16}$/.test(name))).toHaveLength(2)

    await rm(obstacle, { recursive: true })
    const after = await prepareWorld(rueDroite(), {}, before.root)
    expect(after.manifest.version).not.toBe(before.manifest.version)
    expect(await diskRegions([before.root]).manifest('rue-droite')).toEqual(after.manifest)
    expect(await tableOf(after)).toMatchObject({ orphans: ['osm:w3'] })
  })
})

describe('a plan on the new version', () => {
  const tags = { ...HOUSE, ...addr('1') }

  async function plan(request: Partial<PlanRequestInput>, visits: Visit[] = []) {
    const { root } = await versions(asWay(tags), asRelation(tags))
    const regions = diskRegions([root])
    expect(await loadAliases(regions, await regions.manifest('rue-droite'))).toEqual(
      new Map([['osm:w3', ['osm:r1']]]),
    )
    const startAt = '2026-03-14T14:00:00+01:00'
    return planWalks(
      PlanRequest.parse({ region: 'rue-droite', volunteers: 1, iterations: 100, startAt, ...request }),
      {
        regions,
        clock: { now: () => 0 },
        id: (prefix) => `${prefix}_test`,
        ledger: (moment) => ledgerView(visits, moment),
      },
    )
  }

  it('skips, changes and remembers targets that are named by their old id', async () => {
    const skipped = await plan({ skip: { targets: ['osm:w3'] } })
    expect(skipped.leftOut).toContainEqual({ target: 'osm:r1', reason: 'excluded' })

    const changed = await plan({ targets: [{ id: 'osm:w3', doors: 7 }] })
    const stops = changed.walks.flatMap((walk) => walk.stops.flatMap((stop) => stop.targets))
    expect(stops.find(({ id }) => id === 'osm:r1')).toMatchObject({ doors: 7 })
    expect(changed.warnings.join()).not.toContain('osm:w3')

    const visit = Visit.parse({
      ...{ id: 'visit-0001', target: 'osm:w3', at: '2026-03-14T13:00:00+01:00', knocked: 1, opened: 1 },
    })
    const visited = await plan({}, [visit])
    expect(visited.leftOut).toContainEqual({ target: 'osm:r1', reason: 'visited' })
  })
})
