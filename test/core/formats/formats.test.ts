/** What is true of every form of walks, whichever there are. */
import { describe, expect, it } from 'vitest'
import type { Format } from '@doorwalk/core/formats/format'
import { FORMATS, PLAN_FORMAT_NAMES } from '@doorwalk/core/formats/formats'
import { fixturePlan } from '../../support/worlds/plan-fixture.ts'

const plan = fixturePlan({ walks: 2, stops: 3 })
const around = {
  attribution: plan.region.attribution,
  map: () => Promise.resolve({ streets: [], footprints: [] }),
  starts: () => Promise.resolve({}),
}
const formats: [string, Format][] = Object.entries(FORMATS)

describe.each(formats)('%s', (name, format) => {
  it('tells every target of a walk', async () => {
    const [walk] = plan.walks
    const text = await format.walk(walk!, around)
    for (const { address } of walk!.stops.flatMap(({ targets }) => targets)) expect(text).toContain(address)
  })

  it('has a suffix that an address takes, and a media type of its own', () => {
    expect(name).toMatch(/^[a-z]+$/)
    expect(formats.filter(([, { type }]) => type === format.type)).toHaveLength(1)
    expect(format.type).toMatch(/^[a-z]+\/[a-z+]+$/)
  })

  it('is written by the command whole only where a plan has it', () => {
    if (format.file === undefined) return
    expect(format.file.endsWith(`.${name}`)).toBe(true)
    if (!format.file.includes('NN')) expect(format.plan).toBeDefined()
  })
})

it.each(PLAN_FORMAT_NAMES)('%s tells every walk of a plan', async (name) => {
  const text = await FORMATS[name].plan(plan, around)
  for (const { address } of plan.walks.flatMap(({ stops }) => stops.flatMap(({ targets }) => targets)))
    expect(text).toContain(address)
})
