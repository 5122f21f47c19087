/**
 * After a random campaign, no stored item, blob, answer, webhook or log line holds what happened at a target below 11
 * doors, a person's field, or a volunteer's exact start or end. PRIVACY_SEEDS=200 for an evening.
 */
import { expect, it } from 'vitest'
import type { SmallState } from '@doorwalk/core/ledger/small'
import { SMALLEST_SHOWN_DOORS } from '@doorwalk/core/ledger/visit'
import type { LngLat } from '@doorwalk/core/units'
import { rounds } from '../../support/length.ts'
import { type Lived, type Reported, PERSONAL, liveRandomly } from '../../support/scenes/random-campaign.ts'
import type { Item } from '@doorwalk/functions/ports/store'

const SEEDS = Number(process.env['PRIVACY_SEEDS'] ?? rounds({ short: 1, long: 4 }))
const FIRST_SEED = Number(process.env['PRIVACY_SEED'] ?? (SEEDS > 2 ? 20_261_125 : 20_260_314))
const CALLS = SEEDS > 2 ? 45 : 30
/** Numbers of measures, moments and of doors that stand there, which may look like anything. */
const MEASURES =
  /^(seconds|metres|arrive|prize|budget|milliseconds|minutes|iterations|seed|version|coordinates|geometry|\w+Milliseconds|until|expiresAt|busyUntil|doorsPerHour|doors|done|due|later|leased|uncovered|heldOut|left|not_selected|visited|oldSecretUntil|bbox)$/

type Vector = number[]
const vectorOf = (counts: Reported['counts']): Vector => [
  ...[counts.knocked, counts.opened, counts.refused, counts.revisit, counts.optedOut],
]
const NOTHING: Vector = [0, 0, 0, 0, 0]
const plus = (a: Vector, b: Vector): Vector => a.map((value, at) => value + b[at]!)
const minus = (a: Vector, b: Vector): Vector => a.map((value, at) => value - b[at]!)
const sum = (reported: Reported[]): Vector =>
  reported.reduce((total, { counts }) => plus(total, vectorOf(counts)), NOTHING)
const isSmall = ({ doors }: Reported): boolean => doors < SMALLEST_SHOWN_DOORS

/**
 * Sums of blocks and areas: the running one of a block, which no answer tells, and those that {@link
 * expectNoDifferenceTells} checks.
 */
const SUMS = /(^|\.)(counts|properties\.(knocked|opened|refused|revisit|optedOut))$/

/** Every number in a text that is JSON, with the path to it. */
function* numbersIn(value: unknown, path: string[] = []): Generator<[path: string, value: number]> {
  if (typeof value === 'number') yield [path.join('.'), value]
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'string' && /^[[{]/.test(value)) yield* numbersIn(parsed(value), path)
    return
  }
  for (const [name, inner] of Object.entries(value))
    if (!MEASURES.test(name) && !SUMS.test([...path, name].join('.')))
      yield* numbersIn(inner, [...path, name])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** All that a campaign leaves behind, as texts with a name. */
async function tracesOf({ campaign, answers, receiver }: Lived): Promise<[name: string, text: string][]> {
  const { api } = campaign
  const items = await api.scan()
  expect(items.length).toBeGreaterThan(20)
  expect(receiver.received.length).toBeGreaterThan(0)
  const blobs = await api.world.blobs.list('')
  const bodies = await Promise.all(
    blobs.map(async (key): Promise<[string, string]> => [
      `blob ${key}`,
      Buffer.from((await api.world.blobs.get(key)) ?? []).toString(),
    ]),
  )
  return [
    ...items.map((item): [string, string] => [`item ${item.pk} ${item.sk}`, JSON.stringify(item)]),
    ...bodies,
    ...receiver.received.map((each): [string, string] => ['webhook', JSON.stringify(each)]),
    ...api.lines.map((line): [string, string] => ['log', JSON.stringify(line)]),
    ...answers.map(({ call, text }): [string, string] => [`answer ${call}`, text]),
  ]
}

/** Somewhere in a text, [lng, lat] or lat and lng of a place, as exact as a decimetre. */
function isPlaceIn(text: string, [lng, lat]: LngLat): boolean {
  const near = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) < 1e-6
  if (!text.includes(lat.toFixed(6).slice(0, -2))) return false
  const numbers = [...text.matchAll(/\d+\.\d{5,}/g)].map(([number]) => Number(number))
  return numbers.some(
    (one, at) =>
      (near(one, lng) && near(numbers[at + 1], lat)) || (near(one, lat) && near(numbers[at + 1], lng)),
  )
}

function expectNothingIn(name: string, text: string, { exact, marks }: Lived): void {
  const about = `${name}: ${text.slice(0, 300)}`
  for (const place of exact)
    if (isPlaceIn(text, place)) expect.fail(`the place ${place.join(' ')} in ${about}`)
  // A refusal tells its caller what he sent, and is kept nowhere.
  const isRefusal = /^answer .* (200|4\d\d)$/.test(name) && /refused|"errors"|"detail"/.test(text)
  if (!isRefusal)
    for (const words of PERSONAL) if (text.includes(words)) expect.fail(`"${words}" in ${about}`)
  for (const [path, value] of numbersIn(parsed(text), []))
    if (marks.has(value)) expect.fail(`${path} = ${value} in ${about}`)
}

function expectStates(items: Item[], lived: Lived): void {
  const small = new Map(lived.reported.filter(isSmall).map((each) => [each.target, each.doors]))
  let found = 0
  for (const { sk, data } of items.filter(({ pk }) => pk.includes('#BLOCKS#'))) {
    const { targets, seen } = data['ledger'] as { targets: Record<string, object>; seen: string[] }
    for (const [id, record] of Object.entries(targets).filter(([id]) => small.has(id))) {
      found++
      expect(Object.keys(record).toSorted(), `${sk} ${id}`).toEqual(['doors', 'small'])
      const { small: state, doors } = record as { small: SmallState; doors: number }
      expect(doors).toBe(small.get(id))
      expect(Object.keys(state).toSorted()).toEqual(['at', 'rounds', 'state'])
    }
    expect(seen.filter((id) => targets[id])).toEqual([])
  }
  expect(found).toBe(small.size)
}

/**
 * What coverage told at different times and of different areas: no two answers differ by what was reported of fewer
 * than 11 doors that were knocked on.
 */
function expectNoDifferenceTells({ reported, coverages }: Lived): void {
  /** Per block, how many of its small visits were last seen in its sums. */
  const told = new Map<string, number>()
  const unit = new Map<string, Vector>()
  for (const { after, area, coverage } of coverages) {
    const known = reported.slice(0, after)
    for (const { block, counts } of coverage.blocks) {
      const here = known.filter((each) => each.block === block)
      const small = here.filter(isSmall)
      const shown = counts ? minus(vectorOf(counts), sum(here.filter((each) => !isSmall(each)))) : NOTHING
      unit.set(block, shown)
      const from = told.get(block) ?? 0
      let to = from
      while (to < small.length && String(sum(small.slice(0, to))) !== String(shown)) to++
      expect(sum(small.slice(0, to)), `block ${block} tells a sum that nobody reported`).toEqual(shown)
      if (String(sum(small.slice(0, from))) === String(shown)) continue
      told.set(block, to)
      const knocks = new Map<string, { doors: number; knocked: number }>()
      for (const { target, doors, counts: news } of small.slice(from, to))
        knocks.set(target, { doors, knocked: news.knocked + (knocks.get(target)?.knocked ?? 0) })
      const covered = [...knocks.values()].reduce((all, each) => all + Math.min(each.doors, each.knocked), 0)
      expect(covered, `block ${block} tells of ${covered} doors`).toBeGreaterThanOrEqual(SMALLEST_SHOWN_DOORS)
    }
    const rows = coverage.blocks.map(({ counts }) => (counts ? vectorOf(counts) : NOTHING))
    const { counts: whole } = coverage.total
    expect(whole ? vectorOf(whole) : NOTHING, 'all is the sum of its blocks').toEqual(
      rows.reduce(plus, NOTHING),
    )
    if (area !== undefined) continue
    const parts = coverage.precincts.map(({ counts }) => (counts ? vectorOf(counts) : NOTHING))
    expect(parts.reduce(plus, NOTHING), 'precincts together are all').toEqual(rows.reduce(plus, NOTHING))
  }
}

it(
  `random campaigns (${SEEDS}) tell nothing about a few households or a person`,
  { timeout: 14_400_000 },
  async () => {
    const done: Record<string, number> = {}
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      const lived = await liveRandomly({ seed, calls: CALLS })
      try {
        for (const [name, text] of await tracesOf(lived)) expectNothingIn(name, text, lived)
        expectStates(await lived.campaign.api.scan(), lived)
        expectNoDifferenceTells(lived)
        expect(lived.marks.size).toBeGreaterThan(3)
      } catch (error) {
        throw new Error(`PRIVACY_SEED=${seed}: ${String(error)}`, { cause: error })
      } finally {
        await lived.campaign.api.close()
        await lived.receiver.kill()
      }
      for (const [name, count] of Object.entries(lived.done)) done[name] = (done[name] ?? 0) + count
    }
    // A campaign in which everything was refused shows little.
    for (const name of ['plan', 'now', 'visits', 'inbound', 'coverage'])
      expect(done[name] ?? 0, name).toBeGreaterThan(0)
  },
)
