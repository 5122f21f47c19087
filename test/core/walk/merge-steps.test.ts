import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { mergeSteps, TRIVIAL_METRES } from '@doorwalk/core/walk/merge-steps'
import type { Step } from '@doorwalk/core/graph/route/path'

const MODIFIERS = [
  'straight',
  'slight left',
  'slight right',
  'left',
  'right',
  'sharp left',
  'sharp right',
  'uturn',
] as const

function step(type: Step['type'], name: string, metres: number, over: Partial<Step> = {}): Step {
  const straight = { modifier: 'straight' as const, bearingBefore: 90, bearingAfter: 90 }
  return { type, name, metres, location: [2.35, 48.88], deciseconds: metres * 8, ...straight, ...over }
}
const turned = {
  left: { modifier: 'left', bearingBefore: 90, bearingAfter: 0 },
  right: { modifier: 'right', bearingBefore: 0, bearingAfter: 90 },
} as const

describe('mergeSteps', () => {
  it('does not say straight on along the same street', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('notification', 'Rue A', 30),
      step('continue', '', 20),
      step('new name', 'Rue A', 10),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged.map((s) => s.type)).toEqual(['depart', 'arrive'])
    expect(merged[0]?.metres).toBe(100)
  })

  it('says a new name', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('new name', 'Rue B', 30),
      step('arrive', 'Rue B', 0),
    ])
    expect(merged).toHaveLength(3)
  })

  it('makes flights one above the other one staircase, and none of what leads up and down', () => {
    const flights = (...details: ('up' | 'down')[]) =>
      mergeSteps([
        step('depart', 'Rue A', 40),
        ...details.map((detail) => step('steps', '', 8, { detail })),
        step('arrive', 'Rue A', 0),
      ]).map(({ type, metres, detail }) => [type, metres, detail])
    expect(flights('up', 'up', 'up')[1]).toEqual(['steps', 24, 'up'])
    expect(flights('up', 'down').slice(1, 3)).toEqual([
      ['steps', 8, 'up'],
      ['steps', 8, 'down'],
    ])
  })

  it('says stairs again that come after a street', () => {
    const [, first, second] = mergeSteps([
      step('depart', 'Rue A', 40),
      step('steps', '', 80, { detail: 'up' }),
      step('steps', '', 8, { detail: 'up' }),
      step('arrive', 'Rue A', 0),
    ])
    expect([first?.metres, second?.metres]).toEqual([80, 8])
  })

  it('makes a zig-zag onto the other pavement nothing at all', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('turn', '', 6, turned.left),
      step('turn', 'Rue A', 60, turned.right),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged.map((s) => [s.type, s.metres])).toEqual([
      ['depart', 106],
      ['arrive', 0],
    ])
  })

  it('makes two bends at a corner one turn', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('turn', '', 5, { modifier: 'slight left', bearingBefore: 90, bearingAfter: 55 }),
      step('turn', 'Rue B', 60, { modifier: 'left', bearingBefore: 55, bearingAfter: 0 }),
      step('arrive', 'Rue B', 0),
    ])
    expect(merged[1]).toMatchObject({ type: 'turn', modifier: 'left', name: 'Rue B', metres: 65 })
  })

  it('crosses a boulevard with an island once, by its lights', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('turn', '', 3, turned.left),
      step('cross', 'Boulevard B', 8, { detail: 'marked' }),
      step('cross', 'Boulevard B', 9, { detail: 'signals' }),
      step('turn', 'Boulevard B', 60, turned.right),
      step('arrive', 'Boulevard B', 0),
    ])
    expect(merged.map((s) => [s.type, s.metres, s.detail])).toEqual([
      ['depart', 43, undefined],
      ['cross', 17, 'signals'],
      ['turn', 60, undefined],
      ['arrive', 0, undefined],
    ])
  })

  it('does not take the street crossed for the street walked on', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('cross', 'Boulevard B', 12, { detail: 'signals' }),
      step('new name', 'Rue A', 80),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged.map((s) => s.type)).toEqual(['depart', 'cross', 'arrive'])
    expect(merged[1]).toMatchObject({ name: 'Boulevard B', onto: 'Rue A' })
  })

  it('does not say the turn after changing sides of the street one walks along', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('cross', 'Rue A', 6, { bearingBefore: 90, bearingAfter: 0, modifier: 'left' }),
      step('turn', 'Rue A', 80, turned.right),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged.map((s) => [s.type, s.metres])).toEqual([
      ['depart', 40],
      ['cross', 86],
      ['arrive', 0],
    ])
    expect(merged[1]?.onto).toBe('Rue A')
  })

  it('turns into the street just crossed, and does not stay on it', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('cross', 'Rue B', 6),
      step('continue', 'Rue B', 80, turned.left),
      step('arrive', 'Rue B', 0),
    ])
    expect(merged[2]).toMatchObject({ type: 'turn', modifier: 'left', name: 'Rue B' })
  })

  it('leaves a last bend of a few metres to the arrival, unless it leads to another street', () => {
    const bent = (name: string) =>
      mergeSteps([
        step('depart', 'Rue A', 40),
        step('turn', name, 2, turned.left),
        step('arrive', 'Rue B', 0),
      ]).map((s) => [s.type, s.name, s.metres])
    const [depart, arrive] = [
      ['depart', 'Rue A', 42],
      ['arrive', 'Rue B', 0],
    ]
    expect(bent('')).toEqual([depart, arrive])
    expect(bent('Rue A')).toEqual([depart, arrive])
    expect(bent('Rue B')).toEqual([['depart', 'Rue A', 40], ['turn', 'Rue B', 2], arrive])
  })

  it('goes back along the street one came by, and turns sharply into another', () => {
    const twice = (name: string) =>
      mergeSteps([
        step('depart', 'Rue A', 40),
        step('turn', '', 5, { modifier: 'right', bearingBefore: 90, bearingAfter: 180 }),
        step('turn', name, 60, { modifier: 'right', bearingBefore: 180, bearingAfter: 265 }),
        step('arrive', name, 0),
      ])[1]
    expect(twice('Rue A')).toMatchObject({ type: 'continue', modifier: 'uturn' })
    expect(twice('Rue B')).toMatchObject({ type: 'turn', modifier: 'sharp right' })
    expect(twice('')).toMatchObject({ type: 'turn', modifier: 'sharp right' })
  })

  it('names a street of a few metres between two others', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('turn', 'Rue B', 6, turned.left),
      step('turn', 'Rue C', 60, turned.right),
      step('arrive', 'Rue C', 0),
    ])
    expect(merged.map((s) => s.name)).toEqual(['Rue A', 'Rue B', 'Rue C', 'Rue C'])
  })

  it('sets off on the street of the door, though one leaves it at once', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 4),
      step('turn', 'Rue B', 60, turned.left),
      step('arrive', 'Rue B', 0),
    ])
    expect(merged.map((s) => [s.type, s.name])).toEqual([
      ['depart', 'Rue A'],
      ['turn', 'Rue B'],
      ['arrive', 'Rue B'],
    ])
  })

  it('says the street that one comes back to after a way without a name', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('turn', '', 50, { ...turned.left, way: 'footway' }),
      step('new name', 'Rue A', 60),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged.map((s) => s.name)).toEqual(['Rue A', '', 'Rue A', 'Rue A'])
  })

  it('stays on a street where the router tells a turn', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('turn', 'Rue A', 60, { modifier: 'slight left', bearingBefore: 90, bearingAfter: 60 }),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged[1]).toMatchObject({ type: 'continue', modifier: 'slight left', name: 'Rue A' })
  })

  it('crosses a street once, where an island or a corner of it lies between', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('cross', 'Rue B', 0, { corner: 'Rue C' }),
      step('turn', 'Rue B', 8, turned.right),
      step('cross', 'Rue B', 7, { detail: 'marked' }),
      step('fork', 'Rue A', 34, { modifier: 'slight left', bearingBefore: 90, bearingAfter: 60 }),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged.map((s) => [s.type, s.name])).toEqual([
      ['depart', 'Rue A'],
      ['cross', 'Rue B'],
      ['arrive', 'Rue A'],
    ])
    expect(merged[1]).toMatchObject({ metres: 49, detail: 'marked', corner: 'Rue C', onto: 'Rue A' })
  })

  it('sets off in the direction walked after the first metres', () => {
    const merged = mergeSteps([
      step('depart', '', 4, { bearingAfter: 180 }),
      step('turn', 'Rue A', 90, turned.left),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged[0]).toMatchObject({ type: 'depart', name: 'Rue A', bearingAfter: 0, metres: 94 })
  })

  it('keeps stairs, however short', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 40),
      step('steps', 'Rue A', 3, { detail: 'up' }),
      step('arrive', 'Rue A', 0),
    ])
    expect(merged).toHaveLength(3)
  })
})

const anyStep = fc.record({
  type: fc.constantFrom<Step['type']>(
    'turn',
    'new name',
    'continue',
    'end of road',
    'fork',
    'notification',
    'cross',
    'steps',
    'passage',
  ),
  modifier: fc.constantFrom(...MODIFIERS),
  name: fc.constantFrom('', 'Rue A', 'Rue B', 'Rue C'),
  location: fc.constant<[number, number]>([2.35, 48.88]),
  bearingBefore: fc.integer({ min: 0, max: 359 }),
  bearingAfter: fc.integer({ min: 0, max: 359 }),
  metres: fc.integer({ min: 0, max: 3 * TRIVIAL_METRES }),
  deciseconds: fc.integer({ min: 0, max: 400 }),
})

describe('any path', () => {
  it('does not say the kerb of the street that is crossed next', () => {
    const merged = mergeSteps([
      step('depart', 'Rue A', 30),
      step('new name', 'Boulevard B', 7),
      step('cross', 'Boulevard B', 12, { detail: 'signals', crossed: 'primary' }),
      step('new name', 'Rue C', 40),
      step('arrive', 'Rue C', 0),
    ])
    expect(merged.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'depart Rue A',
      'cross Boulevard B',
      'new name Rue C',
      'arrive Rue C',
    ])
    // a real turn is said, however near the crossing
    const turned = mergeSteps([
      step('depart', 'Rue A', 30),
      step('turn', 'Rue B', 7, { modifier: 'left' }),
      step('cross', 'Rue B', 60),
      step('arrive', 'Rue B', 0),
    ])
    expect(turned.map(({ type }) => type)).toEqual(['depart', 'turn', 'cross', 'arrive'])
  })

  it('keeps its length, time, first and last step, stairs and passages, and is merged once and for all', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (middle) => {
        const path = [step('depart', 'Rue A', 5), ...middle, step('arrive', 'Rue B', 0)]
        const before = structuredClone(path)
        const merged = mergeSteps(path)
        expect(path).toEqual(before)
        expect(sum(merged, 'metres')).toBe(sum(path, 'metres'))
        expect(sum(merged, 'deciseconds')).toBe(sum(path, 'deciseconds'))
        expect(merged[0]?.type).toBe('depart')
        expect(merged.at(-1)?.type).toBe('arrive')
        const passages = (steps: Step[]) => steps.filter((s) => s.type === 'passage').length
        expect(passages(merged)).toBe(passages(path))
        const stairs = (steps: Step[]) =>
          new Set(steps.filter((s) => s.type === 'steps').map(({ name, detail }) => `${name} ${detail}`))
        expect(stairs(merged)).toEqual(stairs(path))
        expect(new Set(merged.flatMap(names)), 'no street is dropped').toEqual(new Set(path.flatMap(names)))
        expect(mergeSteps(merged)).toEqual(merged)
      }),
    )
  })
})

/** What a step says. */
function names({ name, onto }: Step): string[] {
  return [name, onto ?? ''].filter((each) => each !== '')
}

function sum(steps: Step[], field: 'metres' | 'deciseconds'): number {
  return steps.reduce((total, s) => total + s[field], 0)
}
