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
