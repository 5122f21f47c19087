/** Whole seconds of what follows one upon the other: their sum is never further from the truth than half a second. */
import type { Deciseconds, Seconds } from '../units.ts'

/** Of the legs of a walk, and of its stops. */
interface Times<Unit> {
  legs: Unit[]
  stops: Unit[]
}

/**
 * A walk takes as long as the solver found, to half a second, and no longer than its budget however many stops it has:
 * what is rounded away at one leg or stop is told at a later one. What lies ahead of what is done begins anew.
 *
 * @param leads  whether the first leg leads to the first stop
 * @param done   stops that are done
 */
export function wholeSeconds(
  { legs, stops }: Times<Deciseconds>,
  { leads, done }: { leads: boolean; done: number },
): Times<Seconds> {
  let passed: Deciseconds = 0
  let told: Seconds = 0
  const pass = (time: Deciseconds): Seconds => {
    passed += time
    const before = told
    told = Math.round(passed / 10)
    return told - before
  }
  const times: Times<Seconds> = { legs: [], stops: [] }
  stops.forEach((stop, index) => {
    if (index === done) passed = 10 * told
    const leg = legs[leads ? index : index - 1]
    if (leg !== undefined) times.legs.push(pass(leg))
    times.stops.push(pass(stop))
  })
  for (const leg of legs.slice(times.legs.length)) times.legs.push(pass(leg))
  return times
}

/**
 * The same where what is done took no longer than `room`: nobody sets out before he did. Its legs and stops then share
 * the room as the plan shared the time.
 */
export function withinPast(
  { legs, stops }: Times<Seconds>,
  { leads, done, room }: { leads: boolean; done: number; room: Seconds },
): Times<Seconds> {
  const pastLegs = Math.max(0, leads ? done : done - 1)
  const past = [...legs.slice(0, pastLegs), ...stops.slice(0, done)].reduce((sum, each) => sum + each, 0)
  if (past <= room) return { legs, stops }
  let passed: Seconds = 0
  let told: Seconds = 0
  const squeeze = (seconds: Seconds): Seconds => {
    passed += seconds
    const before = told
    told = Math.round((room * passed) / past)
    return told - before
  }
  const shorter: Times<Seconds> = { legs: legs.slice(), stops: stops.slice() }
  for (let stop = 0; stop < done; stop++) {
    const leg = leads ? stop : stop - 1
    if (leg >= 0) shorter.legs[leg] = squeeze(legs[leg]!)
    shorter.stops[stop] = squeeze(stops[stop]!)
  }
  return shorter
}
