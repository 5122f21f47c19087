/** `doorwalk plan`: a request by options or file in, `plan.json` and its companions out. */
import type { Visit } from '@doorwalk/core/ledger/visit'
import { VisitBatch } from '@doorwalk/core/ledger/visit'
import { parseInput } from '@doorwalk/core/request/parse'
import { PlanRequest } from '@doorwalk/core/request/request'
import { LANGUAGES } from '@doorwalk/core/words/languages'
import { VisibleError } from '@doorwalk/core/error'
import { numberOption, positionOption, readJson, required } from '../terminal/arguments.ts'
import { command, type Given } from '../terminal/command.ts'
import { rankingOption } from '../rank/ranking-option.ts'
import { areaOption } from '../plan/area-option.ts'
import { runPlan } from '../plan/run-plan.ts'
import { targetsOption } from '../plan/targets-option.ts'
import { PLAN_FILES } from '../plan/write-plan.ts'

const OPTIONS = {
  region: { type: 'string' },
  area: { type: 'string' },
  precinct: { type: 'string', multiple: true },
  'area-walk': { type: 'string' },
  request: { type: 'string' },
  volunteers: { type: 'string' },
  minutes: { type: 'string' },
  doors: { type: 'string' },
  start: { type: 'string' },
  open: { type: 'boolean' },
  'start-at': { type: 'string' },
  priority: { type: 'string' },
  ranking: { type: 'string' },
  language: { type: 'string' },
  profile: { type: 'string' },
  seconds: { type: 'string' },
  iterations: { type: 'string' },
  seed: { type: 'string' },
  visits: { type: 'string' },
  targets: { type: 'string' },
  'large-print': { type: 'boolean' },
  out: { type: 'string' },
} as const

const HELP = `doorwalk plan --region DIR --volunteers N --minutes M --out DIR

  --region DIR        a region made by "doorwalk prepare"
  --area FILE         GeoJSON polygon to canvass, or areas put together as in a request    (default: the whole region)
  --precinct CODE     a precinct instead; may be repeated
  --area-walk lng,lat,MINUTES  what lies within so many minutes' walk instead
  --request FILE      the body of POST /v1/plans; the options below change it
  --volunteers N      how many walks
  --minutes M         of each walk, from leaving to returning
  --doors N           door limit of each walk
  --start lng,lat     meeting point, or "anywhere"         (default: proposed)
  --open              walks need not return
  --start-at TIME     RFC 3339 with offset                 (default: now)
  --priority FIELD    numeric property of the precincts
  --ranking FILE      a ranking instead: the JSON of "doorwalk rank --out" or of GET /v1/rankings/{id}
  ${`--language ${LANGUAGES.join('|')}`.padEnd(19)} of instructions and paper
  --iterations N      work of the solver                   (default: by the number of stops)
  --seconds S         a cap on top of the iterations
  --seed K            same seed, same plan
  --visits FILE       what was visited, the body of POST /v1/visits
  --targets FILE      your own targets: CSV, GeoJSON points or JSON, as POST /v1/buildings takes them
  --large-print       pages to print in letters of 16 points and more
  --out DIR           receives ${PLAN_FILES.join(', ')}`

export const planCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const region = required('region', values.region)
    const out = required('out', values.out)
    const given = values.request === undefined ? {} : await readJson(values.request)
    if (typeof given !== 'object' || given === null || Array.isArray(given))
      throw new VisibleError(
        'input',
        'request.invalid',
        `${values.request}: expected a JSON object, the plan request`,
      )
    const body = { ...given, ...(await bodyOf(values)), region: 'folder' }
    // What the request says about a target itself comes last, and so first.
    if (values.targets !== undefined) {
      const own = 'targets' in given && Array.isArray(given.targets) ? (given.targets as unknown[]) : []
      const ids = new Set(own.map((each) => (each as { id?: unknown } | null)?.id))
      const listed = await targetsOption(values.targets, { region, io })
      Object.assign(body, { targets: [...listed.filter(({ id }) => !ids.has(id)), ...own] })
    }
    if (values.ranking !== undefined && 'priority' in body)
      throw new VisibleError('input', 'usage', 'give a priority or --ranking, not both')
    const asked = parseInput(PlanRequest, body, { what: 'plan request', code: 'request.invalid' })
    const request: PlanRequest =
      values.ranking === undefined
        ? asked
        : { ...asked, priority: await rankingOption(values.ranking, region) }
    // Nobody leases from files, and nobody has learnt from visits there.
    if (request.commit) io.err('commit: true changes nothing here; a server leases the targets of a plan')
    if (request.calibrate) io.err('calibrate: true changes nothing here; a server learns from its visits')
    const print = values['large-print'] ? ('large' as const) : undefined
    await runPlan({ request, region, out, io, visits: await visitsOf(values.visits), print })
  },
})

async function visitsOf(file: string | undefined): Promise<Visit[]> {
  if (file === undefined) return []
  return parseInput(VisitBatch, await readJson(file), { what: file, code: 'visits.invalid' }).visits
}

type Values = Given<typeof OPTIONS>['values']

async function bodyOf(values: Values): Promise<Record<string, unknown>> {
  const body: Record<string, unknown> = {}
  const area = await areaOption(values)
  if (area !== undefined) body.area = area
  for (const name of ['volunteers', 'minutes', 'doors', 'seconds', 'iterations', 'seed'] as const) {
    const text = values[name]
    if (text !== undefined) body[name] = numberOption(name, text)
  }
  if (values.start !== undefined)
    body.start = values.start === 'anywhere' ? 'anywhere' : positionOption('start', values.start)
  if (values.open) body.closed = false
  if (values['start-at'] !== undefined) body.startAt = values['start-at']
  if (values.priority !== undefined) body.priority = { field: values.priority }
  for (const name of ['language', 'profile'] as const)
    if (values[name] !== undefined) body[name] = values[name]
  return body
}
