import { describe, expect, it } from 'vitest'
import { WalkGoneError, editIn } from '../../../web/src/console/model/edit-wish.ts'

type Walks = Parameters<typeof editIn>[1]

const plan = (walks: Record<number, string>): Walks =>
  ({ walks: Object.entries(walks).map(([number, walkId]) => ({ number: Number(number), walkId })) }) as Walks

describe('an edit that was told for the plan before', () => {
  const [before, after] = [plan({ 1: 'a', 2: 'b', 3: 'c' }), plan({ 1: 'a', 2: 'B', 4: 'd' })]

  it('names the walks of the newer plan by their numbers', () => {
    expect(editIn({ type: 'move', targets: ['t'], walk: 'b' }, before, after)).toEqual({
      ...{ type: 'move', targets: ['t'], walk: 'B' },
    })
    expect(editIn({ type: 'swap_walkers', walks: ['a', 'b'] }, before, after)).toEqual({
      ...{ type: 'swap_walkers', walks: ['a', 'B'] },
    })
  })

  it('leaves alone what names no walk of the plan', () => {
    const added = { type: 'move' as const, targets: ['t'], walk: 'new 7' }
    expect(editIn(added, before, after)).toEqual(added)
    expect(editIn({ type: 'exclude', target: 't' }, before, after)).toEqual({ type: 'exclude', target: 't' })
  })

  it('says which walk is gone', () => {
    expect(() => editIn({ type: 'lock', walk: 'c' }, before, after)).toThrow(WalkGoneError)
  })
})
