/** Requests of plans with every kind of wish, drawn from a seed. */
import type { LngLat } from '@doorwalk/core/units'
import type { Plan } from '@doorwalk/core/walk/answer'
import type { Chance } from './chance.ts'

/** What is known of a region before anything is asked. */
export interface Known {
  region: string
  targets: { id: string; location: LngLat }[]
  /** Ids of others. */
  left: string[]
}

export function knownBy(region: string, { walks, leftOut }: Plan): Known {
  return {
    region,
    targets: walks.flatMap(({ stops }) =>
      stops.flatMap(({ targets }) => targets.map(({ id, location }) => ({ id, location }))),
    ),
    left: leftOut.map(({ target }) => target),
  }
}

/** Some 50 to 100 m from a door. */
export function somewhere({ targets }: Known, chance: Chance): LngLat {
  const [lng, lat] = chance.pick(targets).location
  const off = () => (chance.below(2_000) - 1_000) / 1e6
  return [lng + off(), lat + off()]
}

export function drawVolunteer(known: Known, chance: Chance): object {
  return {
    ...(chance.is(0.25) && { start: chance.is(0.15) ? 'anywhere' : somewhere(known, chance) }),
    ...(chance.is(0.1) && { end: somewhere(known, chance) }),
    ...(chance.is(0.3) && { minutes: 25 + chance.below(60) }),
    ...(chance.is(0.2) && { doors: 20 + chance.below(90) }),
    ...(chance.is(0.2) && { people: 2, split: chance.is(0.5) }),
    ...(chance.is(0.15) && { avoidStairs: true }),
    ...(chance.is(0.1) && { language: chance.pick(['en', 'fr']) }),
  }
}

export function drawPlan(known: Known, chance: Chance): { commit: boolean } {
  const count = 2 + chance.below(5)
  const crew = Array.from({ length: count }, (_, at) => ({
    ...(chance.is(0.85) && { id: `v${at}` }),
    ...drawVolunteer(known, chance),
  }))
  const targets = drawTargets(known, chance)
  return {
    ...{ region: known.region, minutes: 30 + chance.below(60), closed: chance.is(0.6) },
    ...{ seed: chance.below(1_000), iterations: 400, commit: chance.is(0.35) },
    ...{ volunteers: chance.is(0.25) ? count : crew, ...(chance.is(0.2) && { teamSize: 2 }) },
    ...(chance.is(0.5) && { start: chance.is(0.15) ? 'anywhere' : somewhere(known, chance) }),
    ...(chance.is(0.2) && { doors: 40 + chance.below(90) }),
    ...(targets.length > 0 && { targets }),
    ...(chance.is(0.1) && { skip: { targets: chance.some(known.left, 5) } }),
    ...(chance.is(0.15) && { reserves: false }),
    ...(chance.is(0.2) && { language: 'en' }),
    ...(chance.is(0.1) && { keyShare: 0 }),
  }
}

/** What the request knows better of targets. */
function drawTargets(known: Known, chance: Chance): object[] {
  const ids = known.targets.map(({ id }) => id)
  const all = [...ids, ...known.left]
  const said = new Map<string, object>()
  const say = (share: number, list: readonly string[], what: () => object) => {
    if (chance.is(share)) for (const id of list) said.set(id, { ...said.get(id), id, ...what() })
  }
  say(0.35, chance.some(all, 3), () => ({ key: true }))
  say(
    0.25,
    chance.some(ids, 4).filter((id) => !said.has(id)),
    () => ({ exclude: true }),
  )
  say(0.3, chance.some(all, 20), () => ({ priority: chance.below(101) }))
  say(0.1, chance.some(all, 5), () => ({ doors: chance.below(40) }))
  say(0.15, ['own-1'], () => ({ location: somewhere(known, chance), doors: 8, floors: 1 }))
  say(0.1, [buildingOf(chance.pick(ids))], () => ({ exclude: true }))
  return [...said.values()]
}

export function buildingOf(target: string): string {
  return target.replace(/[!#].*$/, '')
}
