/** A plan in outline: what leasing and replacing read of it, and no more. */
import { expect, it } from 'vitest'
import { boxHolds } from '@doorwalk/core/region/box'
import { nearWalks, outlineOf } from '@doorwalk/core/walk/outline'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

it('keeps head, walks, blocks and ids of a plan, and is a small part of it', () => {
  const plan = fixturePlan({ walks: 4, stops: 20 })
  const outline = outlineOf(plan)
  const { walks: _walks, leftOut: _leftOut, ...head } = plan
  expect(outline).toMatchObject(head)
  expect(Object.keys(outline)).not.toContain('leftOut')
  const ids = ({ walks }: typeof outline) =>
    walks.map(({ walkId, walker, budget, stops, reserves }) => [
      ...[walkId, walker, budget],
      ...stops.map(({ block, arriveAt, done, targets }) => [
        block,
        arriveAt,
        done,
        targets.map(({ id }) => id),
      ]),
      ...reserves.map(({ id }) => id),
    ])
  expect(ids(outline)).toEqual(ids(plan))
  const [first] = plan.walks
  const [box] = outline.walks[0]!.near!
  for (const { location } of [...first!.stops.flatMap(({ targets }) => targets), ...first!.reserves])
    expect(boxHolds(box!, location)).toBe(true)
  expect(nearWalks(outline)).toHaveLength(4)
  const { near: _near, ...old } = outline.walks[0]!
  expect(nearWalks({ walks: [old, ...outline.walks.slice(1)] }), 'an outline of before').toBeUndefined()
  expect(JSON.stringify(outline).length).toBeLessThan(JSON.stringify(plan).length / 3)
})
