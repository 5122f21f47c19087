/**
 * Names of people by opaque id, and who was sent to each plan, which a plan itself tells only of those who have a walk.
 * They stay in this browser; the server, links and logs have the ids.
 */
import { withoutPlan } from '../model/people/names-file.ts'
import { type Crews, type Register, areCrews, claimIds, isRegister } from '../model/people/register.ts'
import { keep, readKept } from './kept.ts'

const SLOT = 'people'
const CREWS_SLOT = 'crews'
const NONE: Register = {}
const ID_BYTES = 8

/** An id for each name, the same as last time where the name is known. */
export function idsFor(names: readonly string[]): string[] {
  const { ids, register } = claimIds(namesNow(), names, newId)
  keep(SLOT, register)
  return ids
}

/** Undefined: somebody whom this browser does not know. */
export function nameOf(id: string): string | undefined {
  return namesNow()[id]
}

/** Names of those whom this browser knows, and how many teams without a name there are beside. */
export function sayPeople(ids: readonly string[], teams: (count: number) => string): string {
  const names = ids.flatMap((id) => nameOf(id) ?? [])
  const others = ids.length - names.length
  return [...names, ...(others > 0 ? [teams(others)] : [])].join(', ')
}

function namesNow(): Register {
  return readKept(SLOT, isRegister, NONE)
}

/** Says nothing of whom it stands for. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return `v-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Of so many plans. */
const MOST_CREWS = 200

export function keepCrew(plan: string, ids: readonly string[]): void {
  if (ids.length === 0) return
  const others = Object.entries(crews()).filter(([each]) => each !== plan)
  keep(CREWS_SLOT, { ...Object.fromEntries(others.slice(1 - MOST_CREWS)), [plan]: ids })
}

/** None: the plan was asked for somewhere else, or for a number of teams. */
export function crewOf(plan: string): readonly string[] {
  return crews()[plan] ?? []
}

/** Those of them who have no walk in the plan. */
export function withoutWalk(plan: string, walkers: readonly string[]): string[] {
  const have = new Set(walkers)
  return crewOf(plan).filter((id) => !have.has(id))
}

function crews(): Crews {
  return readKept<Crews>(CREWS_SLOT, areCrews, {})
}

/** All that is known of people here. */
export function allNames(): { register: Register; crews: Crews } {
  return { register: namesNow(), crews: crews() }
}

/** In the place of all that is known here. */
export function keepNames({ register, crews: all }: { register: Register; crews: Crews }): void {
  keep(SLOT, register)
  keep(CREWS_SLOT, Object.fromEntries(Object.entries(all).slice(-MOST_CREWS)))
}

/** Of a plan that was deleted; whoever was sent to another plan stays known. */
export function forgetCrew(plan: string): void {
  if (plan in crews()) keepNames(withoutPlan(allNames(), plan))
}
