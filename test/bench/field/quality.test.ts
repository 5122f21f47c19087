/** What people see of walks, counted by hand, and as the judge of the shared tools counts it where that is here. */
import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { planWalks } from '@doorwalk/core/plan'
import { PlanRequest } from '@doorwalk/core/request/request'
import type { Plan } from '@doorwalk/core/walk/answer'
import { type Quality, type WalkedPlan, qualityOf, sharesOf, sumOf } from '../../../bench/field/quality.ts'
import { bundledRegion } from '../../support/worlds/regions.ts'
import { shared } from '../../support/worlds/shared.ts'

const JUDGE = 'tools/walk-quality.mjs'

type Stop = WalkedPlan['walks'][number]['stops'][number]

/** A stop on the left of Rue A, so many metres along. */
function stop(id: string, metres: number, more: Partial<Stop> = {}): Stop {
  const location = [2.35 + metres / 73_000, 48.88] as const
  return { street: 'Rue A', side: 'left', location, seconds: 300, targets: [{ id }], ...more }
}

/** Walks of an hour with ten seconds before each stop and back. */
function plan(...walks: Stop[][]): WalkedPlan {
  return {
    walks: walks.map((stops, index) => ({
      number: index + 1,
      budget: 3_600,
      stops,
      legs: [...stops, null].map(() => ({ seconds: 10 })),
    })),
  }
}

describe('the quality of walks', () => {
  it('counts changes along a street side beyond those that the walks need', () => {
    const alone = plan([stop('a', 0), stop('b', 10)], [stop('c', 20), stop('d', 30)])
    expect(qualityOf(alone)).toMatchObject({ stops: 4, interleaved: 0 })
    const mixed = plan([stop('a', 0), stop('c', 20)], [stop('b', 10), stop('d', 30)])
    expect(qualityOf(mixed).interleaved).toBe(2)
    expect(sharesOf(qualityOf(mixed)).interleaved).toBe(50)
    const across = plan([stop('a', 0), stop('c', 20)], [stop('b', 10, { side: 'right' }), stop('d', 30)])
    expect(qualityOf(across).interleaved).toBe(0)
    const nameless = plan([stop('a', 0), stop('c', 20)], [stop('b', 10, { street: '' }), stop('d', 30)])
    expect(qualityOf(nameless).interleaved).toBe(0)
  })

  it('counts a building that two walks share although one could hold it', () => {
    expect(qualityOf(plan([stop('a#1', 0)], [stop('a#2', 0)]))).toMatchObject({ buildings: 1, split: 1 })
    const large = { seconds: 2_000 }
    expect(qualityOf(plan([stop('a#1', 0, large)], [stop('a#2', 0, large)]))).toMatchObject({ split: 0 })
    const entrances = { targets: [{ id: 'x', building: 'a' }] }
    expect(qualityOf(plan([stop('a', 0)], [stop('x', 0, entrances)]))).toMatchObject({ split: 1 })
  })

  it('counts a walk that comes back to a building', () => {
    expect(qualityOf(plan([stop('a!1', 0), stop('a!2', 0), stop('b', 10)])).apart).toBe(0)
    expect(qualityOf(plan([stop('a!1', 0), stop('b', 10), stop('a!2', 0)])).apart).toBe(1)
  })

  it('counts the way between floors of one street door', () => {
    const closed = plan([stop('a#1', 0), stop('a#2', 0), stop('b', 10)])
    expect(qualityOf(closed)).toMatchObject({ floors: 10, walking: 40 })
    const [walk] = closed.walks
    const open = { walks: [{ ...walk!, legs: [{ seconds: 7 }, { seconds: 5 }] }] }
    expect(qualityOf(open)).toMatchObject({ floors: 7, walking: 12 })
  })

  it.skipIf(shared(JUDGE) === null)('is what the judge of the shared tools counts', async () => {
    const { regions, region } = bundledRegion()
    const folder = await mkdtemp(join(tmpdir(), 'doorwalk-quality-'))
    const files: string[] = []
    const counted: Quality[] = []
    for (const [volunteers, closed] of [
      [10, true],
      [6, false],
    ] as const) {
      const asked = { region, volunteers, closed, minutes: 90, iterations: 300 }
      const request = PlanRequest.parse({ ...asked, startAt: '2026-03-14T14:00:00+01:00' })
      const made = tangled(await planWalks(request, { regions, clock: { now: () => 0 }, id: () => 'pln_1' }))
      const file = join(folder, `${volunteers}.json`)
      await writeFile(file, JSON.stringify(made))
      files.push(file)
      counted.push(qualityOf(made))
    }
    const { stdout } = await promisify(execFile)(process.execPath, [shared(JUDGE)!, ...files])
    const lines = stdout.trim().split('\n')
    const all = [...counted, sumOf(counted)]
    expect(counted[0]!.interleaved).toBeGreaterThan(0)
    lines.forEach((line, index) => expect(line).toContain(asTheJudge(all[index]!)))
    expect(lines).toHaveLength(all.length)
  })
})

/** Every second stop of the first two walks changes walk: nothing to see in a plan where all is well. */
function tangled(made: Plan): Plan {
  const [one, two, ...others] = made.walks
  const mix = (own: Plan['walks'][number], other: Plan['walks'][number]) => ({
    ...own,
    stops: own.stops.map((stop, i) => (i % 2 === 1 ? (other.stops[i] ?? stop) : stop)),
  })
  return { ...made, walks: [mix(one!, two!), mix(two!, one!), ...others] }
}

function asTheJudge(quality: Quality): string {
  const { interleaved, floors } = sharesOf(quality)
  return (
    `stops ${quality.stops}, interleaved ${quality.interleaved} (${interleaved.toFixed(1)} %), ` +
    `split ${quality.split} and apart ${quality.apart} of ${quality.buildings} buildings, ` +
    `floors ${floors.toFixed(1)} % of walking`
  )
}
