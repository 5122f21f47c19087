/** A crew meets where it collects most in its time, not where most is in all. */
import { expect, it } from 'vitest'
import { blocksOf, proposeMeetingPoint } from '@doorwalk/core/grouping/block'
import { meetForCrew } from '@doorwalk/core/grouping/crew-meeting'
import { aCandidate, aTarget } from '../../support/worlds/builders.ts'

it('is a small rich place for one walker, and the large one for many', () => {
  const at = (id: string, lng: number, prize: number) => {
    const target = aTarget({ id, location: [lng, 48.88], block: id.slice(0, 2) })
    return { ...aCandidate(), target, prize }
  }
  const poor = Array.from({ length: 40 }, (_, n) => at(`b${n % 4}-${n}`, 2.3 + 0.0005 * (n % 4), 5))
  const rich = [at('a0-1', 2.35, 12), at('a0-2', 2.35, 12)]
  const candidates = [...poor, ...rich]
  const blocks = blocksOf(candidates)
  const meet = (walkers: number) =>
    meetForCrew({
      ...{ candidates, blocks, seconds: candidates.map(() => 600), walkingMetresPerSecond: 1.25 },
      crew: Array.from({ length: walkers }, () => ({ usable: 1_300 })),
    })[0]
  expect(meet(1)).toBe(2.35)
  expect(meet(20)).toBeLessThan(2.31)
  expect(proposeMeetingPoint(candidates, blocks)![0]).toBeLessThan(2.31)
})
