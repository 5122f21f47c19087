/**
 * What people see of plans, by city and crew: street sides that two walks share in turns, buildings split or
 * come back to, floors, beside the prize and the iterations a second.
 *
 *     npm run bench:people -- [--regions DIR] [--crews 10x90,40x90] [--seeds 2]
 *                             [--against CHECKOUT [--against-regions DIR]]
 *
 * Plans are made by the `doorwalk` command, one process each. With another checkout, in turns with that, and once more
 * here with as many iterations as take the time that its search took: prizes are compared at equal processor seconds.
 * The search is timed as what a plan takes beyond one of a single iteration, so that loading does not count.
 */
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { type Asked, type MadePlan, planBy } from './plan-process.ts'
import { type Quality, qualityOf, sharesOf, sumOf } from './quality.ts'

const HERE = resolve(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    regions: { type: 'string', default: join(HERE, 'data') },
    crews: { type: 'string', default: '10x90,40x90' },
    seeds: { type: 'string', default: '2' },
    against: { type: 'string' },
    'against-regions': { type: 'string' },
  },
})
/** Plans of a single iteration that are timed. */
const MOST_RESTS = 3
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1)
const here = { checkout: HERE, regions: resolve(values.regions) }
const there = values.against !== undefined && {
  checkout: resolve(values.against),
  regions: resolve(values['against-regions'] ?? values.regions),
}

type Place = typeof here
type Crew = Pick<Asked, 'volunteers' | 'minutes'>

/** Plans of one city and crew, over the seeds. */
interface Result {
  quality: Quality
  /** Mean of a plan. */
  prize: number
  targets: number
  notSelected: number
  balance: number
  iterations: number
  /** Of the search. */
  perSecond: number
}

console.log(`Node ${process.version}, ${seeds.length} seeds, load ${loadavg()[0]!.toFixed(1)}`)
for (const crew of values.crews.split(',')) await compare(crew)

async function compare(crew: string): Promise<void> {
  const [volunteers, minutes] = crew.split('x').map(Number) as [number, number]
  const heads = ['city', 'plans', 'prize', 'to theirs', 'interleaved', 'split', 'apart', 'floors']
  const more = ['targets', 'not selected', 'balance', 'iterations', 'a second']
  console.log(`\n${volunteers} × ${minutes} minutes\n\n| ${[...heads, ...more].join(' | ')} |`)
  console.log(`| ${[...heads, ...more].map((_, i) => (i < 2 ? '---' : '---:')).join(' | ')} |`)
  const all = new Map<string, { result: Result; ratio: number }[]>()
  for (const city of await diskRegions([here.regions]).list()) {
    const results = await resultsOf(city, { volunteers, minutes })
    const theirs = results.get('theirs')?.prize
    for (const [name, result] of results) {
      const ratio = theirs === undefined ? NaN : result.prize / theirs
      console.log(row(city, name, result, ratio))
      all.set(name, [...(all.get(name) ?? []), { result, ratio }])
    }
  }
  for (const [name, parts] of all) {
    const results = parts.map(({ result }) => result)
    const mean = (of: (result: Result) => number): number =>
      results.reduce((sum, result) => sum + of(result), 0) / results.length
    const ratio = parts.reduce((sum, part) => sum + part.ratio, 0) / parts.length
    const quality = sumOf(results.map((result) => result.quality))
    console.log(
      row(
        'all',
        name,
        {
          quality,
          prize: mean(({ prize }) => prize),
          targets: mean(({ targets }) => targets),
          notSelected: mean(({ notSelected }) => notSelected),
          balance: Math.max(...results.map(({ balance }) => balance)),
          iterations: mean(({ iterations }) => iterations),
          perSecond: mean(({ perSecond }) => perSecond),
        },
        ratio,
      ),
    )
  }
}

/** By whose plans they are. */
async function resultsOf(city: string, crew: Crew): Promise<Map<string, Result>> {
  const rest = await restOf(here, city, crew)
  if (!there) return new Map([['ours', resultOf(await plansOf(here, city, crew), rest)]])
  const theirRest = await restOf(there, city, crew)
  const [mine, others]: [MadePlan[], MadePlan[]] = [[], []]
  for (const seed of seeds) {
    // In turns: a machine that gets busier does so for both.
    mine.push(await one(here, city, { ...crew, seed }))
    others.push(await one(there, city, { ...crew, seed }))
  }
  const [ours, theirs] = [resultOf(mine, rest), resultOf(others, theirRest)]
  const iterations = Math.round((theirs.iterations * ours.perSecond) / theirs.perSecond)
  const equal = resultOf(await plansOf(here, city, crew, iterations), rest)
  return new Map([
    ['theirs', theirs],
    ['ours', ours],
    ['ours, equal time', equal],
  ])
}

async function plansOf(place: Place, city: string, crew: Crew, iterations?: number): Promise<MadePlan[]> {
  const plans: MadePlan[] = []
  for (const seed of seeds)
    plans.push(await one(place, city, { ...crew, seed, ...(iterations !== undefined && { iterations }) }))
  return plans
}

function one(
  { checkout, regions }: Place,
  city: string,
  crew: Omit<Asked, 'checkout' | 'region'>,
): Promise<MadePlan> {
  return planBy({ checkout, region: join(regions, city), ...crew })
}

/** Seconds of a plan that are no search. */
async function restOf(place: Place, city: string, crew: Crew): Promise<number> {
  let processor = 0
  const some = seeds.slice(0, MOST_RESTS)
  for (const seed of some) processor += (await one(place, city, { ...crew, seed, iterations: 1 })).processor
  return processor / some.length
}

function resultOf(plans: MadePlan[], rest: number): Result {
  const mean = (of: (made: MadePlan) => number): number =>
    plans.reduce((sum, made) => sum + of(made), 0) / plans.length
  const iterations = mean(({ plan }) => plan.iterations)
  return {
    quality: sumOf(plans.map(({ plan }) => qualityOf(plan))),
    prize: mean(({ plan }) => plan.summary.prize),
    targets: mean(({ plan }) => plan.summary.targets),
    notSelected: mean(({ plan }) => plan.summary.leftOut['not_selected'] ?? 0),
    balance: mean(({ plan }) => plan.summary.balance),
    iterations,
    perSecond: iterations / Math.max(0.001, mean(({ processor }) => processor) - rest),
  }
}

function row(city: string, name: string, result: Result, ratio: number): string {
  const { interleaved, split, apart, floors } = sharesOf(result.quality)
  const cells = [
    city,
    name,
    result.prize.toFixed(1),
    Number.isNaN(ratio) ? '–' : `${(100 * ratio).toFixed(1)} %`,
    ...[interleaved, split, apart, floors].map((share) => `${share.toFixed(2)} %`),
    ...[result.targets, result.notSelected].map((number) => number.toFixed(1)),
    result.balance.toFixed(2),
    ...[result.iterations, result.perSecond].map((number) => number.toFixed(0)),
  ]
  return `| ${cells.join(' | ')} |`
}
