import { describe, expect, it } from 'vitest'
import { loadBuildings } from '@doorwalk/core/building/load'
import { type AddressedTarget, openMatching } from '@doorwalk/core/matching/match'
import { plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'
import { readAddress } from '@doorwalk/core/matching/written-address'
import { Random } from '@doorwalk/core/solver/chance/random'
import { rounds } from '../../support/length.ts'
import { damagedAddress } from '../../support/spelling-damage.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'

const AT = { lng: 2.35, lat: 48.87 }

function target(id: string, address: string, more: Partial<AddressedTarget> = {}): AddressedTarget {
  const [number = '', ...street] = address.split(' ')
  return {
    ...{ id, building: id, doors: 10, location: [AT.lng, AT.lat] },
    address: { number, street: street.join(' ') },
    ...more,
  }
}

const STREETS = [
  target('a', '12 Rue Condorcet'),
  target('b', '14 Rue Condorcet'),
  target('c', '12 Rue Saint-Denis'),
  target('d', '12 Rue du Faubourg Saint-Denis'),
  target('e', '3 Rue de Metz'),
  target('f', '3bis Rue de Metz'),
  target('g', '5 Boulevard de Strasbourg', { location: [2.356, 48.871] }),
]

function found(cells: Parameters<typeof readAddress>[0], location?: [number, number]) {
  const { class: name, targets, doubt, candidates } = openMatching(STREETS)(readAddress(cells)!, location)
  const ids = (name === 'doubtful' ? candidates.flatMap((each) => each.targets) : targets).map(({ id }) => id)
  return doubt === undefined ? [name, ...ids] : [name, doubt, ...ids]
}

describe('an address of a list', () => {
  it.each([
    [{ number: '12', street: 'rue condorcet' }, ['exact', 'a']],
    [{ address: '12, R. CONDORCET, 75009 PARIS' }, ['exact', 'a']],
    [{ address: 'Rue Condorcet 14' }, ['exact', 'b']],
    [{ number: '12.0', street: 'Rue Condorcet' }, ['exact', 'a']],
    [{ number: '12', street: 'Rue Condorect' }, ['close', 'a']],
    [{ number: '12', street: 'Condorcet' }, ['close', 'a']],
    [{ number: '5', street: 'Bd Strasbourg' }, ['exact', 'g']],
    [{ number: '5', street: 'Boulvard de Strasbourg' }, ['close', 'g']],
    // Two streets of one name
    [{ number: '12', street: 'rue St Denis' }, ['exact', 'c']],
    [{ number: '12', street: 'r. du fbg St-Denis' }, ['exact', 'd']],
    // One slip in four letters may make another name.
    [{ number: '3', street: 'Rue de Retz' }, ['doubtful', 'street', 'e']],
    [{ number: '3 BIS', street: 'Rue de Metz' }, ['exact', 'f']],
    [{ number: '16', street: 'Rue Condorcet' }, ['doubtful', 'number', 'b', 'a']],
    [{ number: '9', street: 'Kalverstraat' }, ['none']],
    [{ street: 'Rue Condorcet' }, ['none']],
  ])('is told as far as it can be: %j', (cells, expected) => {
    expect(found(cells)).toEqual(expected)
  })

  it('that lies elsewhere than its position is doubtful', () => {
    const cells = { number: '5', street: 'Boulevard de Strasbourg' }
    expect(found(cells, [2.3561, 48.8711])).toEqual(['exact', 'g'])
    expect(found(cells, [2.36, 48.8711])).toEqual(['doubtful', 'position', 'g'])
  })

  it('that is spelt badly is told by a position beside it', () => {
    expect(found({ number: '3', street: 'Rue de Retz' }, [AT.lng, AT.lat])).toEqual(['close', 'e'])
  })

  it('of another town is doubtful', () => {
    const address = { number: '12', street: 'Rue Condorcet', postcode: '75009', city: 'Paris' }
    const match = openMatching([target('a', '', { address })])
    const read = (postcode: string) =>
      match(readAddress({ number: '12', street: 'Rue Condorcet', postcode })!)
    expect(read('75009').class).toBe('exact')
    expect(read('93140')).toMatchObject({ class: 'doubtful', doubt: 'town', targets: [] })
  })

  it('that several places have needs a position', () => {
    const here = target('here', '1 Rue de la Mairie')
    const there = target('there', '1 Rue de la Mairie', { location: [2.4, 48.9] })
    const match = openMatching([here, there])
    const written = readAddress({ address: '1 rue de la Mairie' })!
    expect(match(written)).toMatchObject({ class: 'doubtful', doubt: 'several' })
    expect(match(written, [2.4, 48.9])).toMatchObject({ class: 'exact' })
  })
})

const SEEDS = Array.from({ length: rounds({ short: 2, long: 40 }) }, (_, index) => index + 1)

describe('addresses with slips of spelling', () => {
  it.each(SEEDS)('are rarely told wrong, seed %i', async (seed) => {
    const { regions, region } = bundledRegion()
    const manifest = await regions.manifest(region)
    const all = (await loadBuildings(regions, manifest, manifest.bbox))
      .flatMap(({ targets }) => targets)
      .filter(({ address }) => address?.number && address.street)
    const match = openMatching(all)
    const random = new Random(seed)
    let [told, right, rows] = [0, 0, 0]
    for (; rows < 1_000; rows++) {
      const { address } = all[random.below(all.length)]!
      const { number, street } = damagedAddress(address!, () => random.unit())
      const { targets } = match(readAddress({ number, street })!)
      if (targets.length === 0) continue
      told++
      const isSame = targets.every(
        ({ address: other }) =>
          plainStreet(other!.street) === plainStreet(address!.street) &&
          plainNumber(other!.number) === plainNumber(address!.number),
      )
      if (isSame) right++
    }
    expect(right / told).toBeGreaterThan(0.99)
    expect(told / rows).toBeGreaterThan(0.75)
  })
})
