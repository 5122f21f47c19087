/** Names under ids as a file, from one browser to another: written, checked, taken in beside those that are there. */
import { plainName } from './name.ts'
import { type Crews, type Register, areCrews } from './register.ts'

/** What the file is, in words, so that whoever finds it knows. */
export interface NamesFile {
  doorwalk: 'names'
  version: 1
  /** Whose data it is, whom it is for, when it is to be deleted. */
  notice: string
  /** A day, after which it is not read any more; null: the campaign has no last ballot yet. */
  until: string | null
  /** Name by id. */
  people: Register
  /** Who was sent to a plan, by its id. */
  crews: Crews
}

/** Days for which names outlast the last ballot, in files as in browsers. */
const DAYS_AFTER = 7
const FIELDS = ['doorwalk', 'version', 'notice', 'until', 'people', 'crews']
const ID = /^[\w.-]{1,64}$/
const LONGEST_NAME = 300
/** Characters of what came that are told. */
const TOLD = 40

export interface FileFault {
  kind: 'no_json' | 'other_file' | 'version' | 'unknown_field' | 'field' | 'over'
  /** As JSON pointers name it; empty: the whole file. */
  field: string
  came: string
}

/** The last day on which names are kept; null: no ballot is known. */
export function lastDay(ballots: readonly string[]): string | null {
  const last = [...ballots].sort().at(-1)
  if (last === undefined) return null
  const day = new Date(`${last}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + DAYS_AFTER)
  return day.toISOString().slice(0, 10)
}

/** Of these people and these plans alone: no file says more than it is needed for. */
export function namesFile(
  { register, crews }: { register: Register; crews: Crews },
  of: { ids: readonly string[]; plans: readonly string[]; until: string | null; notice: string },
): NamesFile {
  const own = Object.fromEntries(of.plans.flatMap((plan) => (crews[plan] ? [[plan, crews[plan]]] : [])))
  const wanted = new Set([...of.ids, ...Object.values(own).flat()])
  const people = Object.fromEntries(Object.entries(register).filter(([id]) => wanted.has(id)))
  return { doorwalk: 'names', version: 1, notice: of.notice, until: of.until, people, crews: own }
}

/** @param today  as `until` writes it */
export function readNamesFile(text: string, today: string): NamesFile | FileFault {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: 'no_json', field: '', came: text.trim().slice(0, TOLD) }
  }
  if (!isMap(value) || value['doorwalk'] !== 'names')
    return {
      kind: 'other_file',
      field: isMap(value) ? '/doorwalk' : '',
      came: show(isMap(value) ? value['doorwalk'] : value),
    }
  const unknown = Object.keys(value).find((field) => !FIELDS.includes(field))
  if (value['version'] !== 1) return { kind: 'version', field: '/version', came: show(value['version']) }
  if (unknown !== undefined)
    return { kind: 'unknown_field', field: `/${unknown.slice(0, TOLD)}`, came: show(value[unknown]) }
  const { until, people, crews } = value
  const wrong = wrongField(value)
  if (wrong !== null) return { kind: 'field', ...wrong }
  if (typeof until === 'string' && until < today) return { kind: 'over', field: '/until', came: until }
  return {
    ...{ doorwalk: 'names', version: 1, notice: value['notice'] as string },
    ...{ until: until as string | null, people: people as Register, crews: crews as Crews },
  }
}

function wrongField({
  notice,
  until,
  people,
  crews,
}: Record<string, unknown>): { field: string; came: string } | null {
  if (typeof notice !== 'string') return { field: '/notice', came: show(notice) }
  const isDay =
    typeof until === 'string' && /^\d{4}-\d\d-\d\d$/.test(until) && !Number.isNaN(Date.parse(until))
  if (until !== null && !isDay) return { field: '/until', came: show(until) }
  if (!isMap(people)) return { field: '/people', came: show(people) }
  for (const [id, name] of Object.entries(people)) {
    const field = `/people/${id.slice(0, TOLD)}`
    const isName = typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME
    if (!ID.test(id) || !isName) return { field, came: show(name) }
  }
  if (!isMap(crews)) return { field: '/crews', came: show(crews) }
  for (const [plan, ids] of Object.entries(crews))
    if (!ID.test(plan) || !areCrews({ plan: ids }) || !(ids as string[]).every((id) => ID.test(id)))
      return { field: `/crews/${plan.slice(0, TOLD)}`, came: show(ids) }
  return null
}

export interface NameConflict {
  id: string
  mine: string
  theirs: string
}

export interface Merged {
  register: Register
  crews: Crews
  added: number
  known: number
  /** One id with two names: the one that is here stays until somebody chooses. */
  conflicts: readonly NameConflict[]
  /** Names that now stand under two ids: two people, or one whom both browsers named. */
  namesakes: readonly string[]
}

/** What is here stays, and all of the file comes to it. */
export function mergeNames(own: { register: Register; crews: Crews }, file: NamesFile): Merged {
  const before = Object.values(own.register).map(plainName)
  const fresh = Object.entries(file.people).filter(([id]) => !(id in own.register))
  const known = Object.entries(file.people).filter(([id]) => id in own.register)
  const crews: Record<string, readonly string[]> = { ...own.crews }
  for (const [plan, ids] of Object.entries(file.crews))
    crews[plan] = [...new Set([...(crews[plan] ?? []), ...ids])]
  return {
    register: { ...own.register, ...Object.fromEntries(fresh) },
    crews,
    added: fresh.length,
    known: known.filter(([id, name]) => own.register[id] === name).length,
    conflicts: known.flatMap(([id, theirs]) => {
      const mine = own.register[id]!
      return mine === theirs ? [] : [{ id, mine, theirs }]
    }),
    namesakes: fresh.flatMap(([, name]) => (before.includes(plainName(name)) ? [name] : [])),
  }
}

/** Without a plan that was deleted, and without those who were sent to no other. */
export function withoutPlan(
  { register, crews }: { register: Register; crews: Crews },
  plan: string,
): { register: Register; crews: Crews } {
  const { [plan]: gone = [], ...rest } = crews
  const needed = new Set(Object.values(rest).flat())
  const left = new Set(gone.filter((id) => !needed.has(id)))
  return {
    register: Object.fromEntries(Object.entries(register).filter(([id]) => !left.has(id))),
    crews: rest,
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > TOLD ? `${text.slice(0, TOLD)}…` : text
}
