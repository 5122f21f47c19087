import { describe, expect, it } from 'vitest'
import { stayingAt, type Step } from '@doorwalk/core/graph/route/path'
import type { PlacedTarget } from '@doorwalk/core/grouping/stop'
import { makeLeg } from '@doorwalk/core/walk/leg'
import { aCandidate, aTarget, PARIS } from '../../support/worlds/builders.ts'

const order = 'number_first'
const member = {
  ...{ id: '1', start: PARIS, end: PARIS, budget: 3600, usable: 3600, doors: null, people: 1, hands: 1 },
  ...{ avoidStairs: false, language: 'en' as const },
}

function at(street: string, target: Parameters<typeof aTarget>[0] = {}): PlacedTarget {
  const place = { edge: 0, position: 0.5, location: PARIS, from: PARIS, metresAway: 5, side: null }
  return {
    candidate: aCandidate({ target: aTarget(target) }),
    snap: { ...place, street, rule: 'nearest_public', confidence: 1 },
    seconds: 60,
    pavement: null,
    entry: 0,
  }
}

function step(type: Step['type'], over: Partial<Step> = {}): Step {
  const still = { location: PARIS, bearingBefore: 90, bearingAfter: 90, metres: 0, deciseconds: 0 }
  return { type, name: 'Rue A', ...still, ...over }
}

function said(
  index: number,
  steps: Step[],
  to: PlacedTarget | undefined,
  start: [number, number] | null = PARIS,
) {
  const metres = steps.reduce((sum, each) => sum + each.metres, 0)
  const path =
    steps.length === 0 ? stayingAt(PARIS) : { metres, deciseconds: 0, geometry: [PARIS, PARIS], steps }
  const leg = makeLeg(path, { index, count: 3, member: { ...member, start }, to, order })
  return leg.steps.map(({ instruction }) => instruction)
}

describe('a leg', () => {
  const home = at('Rue A', { address: { number: '3', street: 'Rue A' } })
  const straight = (metres: number) => [step('depart', { metres, modifier: 'left' }), step('arrive')]

  it('has no words where the next door is in sight, but on the first leg', () => {
    expect(said(1, straight(40), home)).toEqual([])
    expect(said(1, straight(41), home)).toEqual([
      'Head east on Rue A, left out of the door',
      'You have arrived at 3 Rue A',
    ])
    expect(said(0, straight(5), home)).toEqual(['Head east on Rue A', 'You have arrived at 3 Rue A'])
  })

  it('has words, however short, where it turns or crosses', () => {
    const crossed = [step('depart', { metres: 9 }), step('cross', { metres: 3 }), step('arrive')]
    expect(said(1, crossed, home)[1]).toBe('Cross Rue A')
    const turned = [
      step('depart'),
      step('turn', { name: 'Rue B', metres: 9, modifier: 'left' }),
      step('arrive'),
    ]
    expect(said(1, turned, home)[1]).toBe('Turn left onto Rue B')
  })

  it('says that one is there already, at the beginning and never from floor to floor', () => {
    expect(said(0, [], home)).toEqual(['You have arrived at 3 Rue A'])
    expect(said(0, [], home, null)).toEqual([])
    expect(said(1, [], home)).toEqual([])
  })

  it('describes a door without a number', () => {
    const nameless = { kind: 'flats', floors: 5, entrance: { id: 'e1', label: 'B' } } as const
    const counted = at('Rue A', { ...nameless, address: { number: '', street: 'Rue A' } })
    counted.candidate.storeys = 5
    expect(said(1, straight(50), counted)[1]).toBe(
      'You have arrived at the 5-storey building without a number on Rue A, entrance B',
    )
    // storeys that nobody counted are not told
    expect(said(1, straight(50), at('', nameless))[1]).toBe(
      'You have arrived at the building without a number, entrance B',
    )
  })

  it('leads to the street of the address where the map has no name', () => {
    const lane = [
      step('depart', { metres: 30 }),
      step('turn', { name: '', way: 'footway', metres: 30, modifier: 'right' }),
      step('arrive', { name: '' }),
    ]
    const to = at('', { address: { number: '24', street: 'Allée des Camélias' } })
    expect(said(1, lane, to)[1]).toBe('Turn right onto the footpath to Allée des Camélias')
    expect(said(1, lane, at('', { address: { number: '9', street: 'Rue A' } }))[1]).toBe(
      'Turn right onto the footpath',
    )
  })

  it('leads back without a word of doors', () => {
    expect(said(2, straight(60), undefined)[1]).toBe('You have arrived at the starting point')
  })
})
