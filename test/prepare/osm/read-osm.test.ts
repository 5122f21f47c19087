import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readOsm } from '@doorwalk/prepare/osm/read-osm'
import { pbf, pbfFile, place, World } from '../../support/worlds/osm-fixture.ts'
import {
  courtyard,
  oneStreet,
  riverWithOneBridge,
  towerWithTwoEntrances,
} from '../../support/worlds/osm-worlds.ts'

async function fileWith(bytes: Uint8Array | string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'doorwalk-test-')), 'given.osm.pbf')
  await writeFile(path, bytes)
  return path
}

describe('a hand-made world', () => {
  it('comes back as it was drawn', async () => {
    const world = oneStreet()
    const extract = await readOsm(await pbfFile(world))
    expect(extract.streets.map((way) => way.tags.name)).toEqual(['Rue Droite'])
    expect(extract.buildingWays).toHaveLength(10)
    expect(extract.bbox).toEqual(world.bbox)
    expect(extract.streets[0]!.refs.map((ref) => extract.locate(ref))).toEqual(
      [0, 50, 100, 150, 200].map((x) => place(x, 0)),
    )
    expect(extract.counts).toMatchObject({ nodes: 45, ways: 11, relations: 0, missingNodes: 0 })
  })

  it('keeps the untagged outline of a square that is a relation', async () => {
    const world = new World('square')
    const outline = world.ring([0, 0, 40, 40])
    world.relation([{ type: 'way', ref: outline, role: 'outer' }], {
      type: 'multipolygon',
      highway: 'pedestrian',
    })
    const extract = await readOsm(await pbfFile(world))
    const { squareWays, streets, relations } = extract
    expect(squareWays.map(({ id }) => id)).toEqual([outline])
    expect(squareWays[0]!.refs.map((ref) => extract.locate(ref))).not.toContain(undefined)
    expect(streets).toEqual([])
    expect(relations).toHaveLength(1)
  })

  it('keeps multipolygon members, entrances and water', async () => {
    const yard = await readOsm(await pbfFile(courtyard()))
    expect(yard.relations.map((relation) => relation.tags.type)).toEqual(['multipolygon', 'associatedStreet'])
    expect(yard.buildingWays).toHaveLength(4)
    const tower = await readOsm(await pbfFile(towerWithTwoEntrances()))
    expect([...tower.nodes.values()].map((node) => node.tags.ref)).toEqual(['A', 'B'])
    const river = await readOsm(await pbfFile(riverWithOneBridge()))
    expect(river.barriers.map((way) => way.tags.waterway)).toEqual(['river'])
  })

  it('tolerates references that leave the extract, and counts them', async () => {
    const world = new World('torn')
    world.way([world.node(0, 0), 4711, world.node(50, 0), 4712], { highway: 'residential' })
    const extract = await readOsm(await pbfFile(world))
    expect(extract.counts.missingNodes).toBe(2)
    expect(extract.locate(4711)).toBeUndefined()
    expect(extract.streets[0]!.refs).toHaveLength(4)
  })

  it('takes a node beyond the earth for a missing one', async () => {
    const world = new World('beyond')
    world.way([world.node(0, 0), world.node(20, 0), world.node(50, 0)], { highway: 'residential' })
    world.nodes[1]!.location = [214.7483647, 214.7483647]
    const extract = await readOsm(await pbfFile(world))
    expect(extract.locate(2)).toBeUndefined()
    expect(extract.counts.missingNodes).toBe(1)
  })

  it('reports progress up to the whole file', async () => {
    const shares: number[] = []
    await readOsm(await pbfFile(oneStreet()), { onProgress: ({ share }) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
  })
})

describe('a file that is no complete extract', () => {
  const whole = pbf(oneStreet())
  it.each([
    ['empty', new Uint8Array(0)],
    ['cut in its header', whole.slice(0, 20)],
    ['cut in a block', whole.slice(0, whole.length - 10)],
    ['followed by rubbish', new Uint8Array([...whole, ...Array<number>(3000).fill(77)])],
    ['damaged inside', whole.map((byte, i) => (i > 200 && i < 400 ? 0 : byte))],
    ['a CSV', 'id,numero,rep,nom_voie\n1,2,,Rue Haute\n'.repeat(50)],
  ])('%s is refused with its name', async (_, bytes) => {
    await expect(readOsm(await fileWith(bytes))).rejects.toMatchObject({
      name: 'VisibleError',
      code: 'osm.damaged',
      message: expect.stringContaining('given.osm.pbf') as string,
    })
  })

  it('missing is refused with its name', async () => {
    await expect(readOsm('/nowhere/lost.osm.pbf')).rejects.toMatchObject({ code: 'osm.missing' })
  })
})
