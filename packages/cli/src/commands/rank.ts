/** `doorwalk rank`: precincts and squares in the order in which to go there, with what each score is made of. */
import { countedField, type Formula } from '@doorwalk/core/ranking/formula'
import type { Bbox } from '@doorwalk/core/area/polygon'
import type { Proposal } from '@doorwalk/core/proposal/answer'
import { proposalMap } from '@doorwalk/core/proposal/proposal-map'
import type { ProposalRequest } from '@doorwalk/core/proposal/request'
import type { RankableArea } from '@doorwalk/core/ranking/ranked-area'
import { refuseField } from '@doorwalk/core/ranking/refused-fields'
import { checkKnown } from '@doorwalk/core/ranking/formula'
import { rankAreas, SMOOTH_BELOW, type Ranking, type RankingOrder } from '@doorwalk/core/ranking/ranking'
import { rankingCsv } from '@doorwalk/core/ranking/ranking-csv'
import {
  rankable,
  rankablePrecincts,
  rankableSquares,
  withPrecinctFields,
} from '@doorwalk/core/ranking/squares'
import { numericFields, usualPeople } from '@doorwalk/core/ranking/usual-fields'
import { scoredAreas, type ShapedArea } from '@doorwalk/core/ranking/worth'
import type { Precinct } from '@doorwalk/core/region/region'
import { writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { formulaOption, presetOption, PRESETS, usage } from '../rank/formula-options.ts'
import {
  knockedIn,
  precinctsOfFile,
  precinctsOfRegion,
  squaresOfFile,
  visitsOfFiles,
} from '../rank/read-areas.ts'
import { proposalReport } from '../rank/proposal-report.ts'
import { PROPOSAL_HELP, PROPOSAL_OPTIONS, proposalOption, proposeIn } from '../rank/propose.ts'
import { rankingReport } from '../rank/report.ts'
import { numberOption, required } from '../terminal/arguments.ts'
import { command, type Given } from '../terminal/command.ts'
import type { Io } from '../terminal/io.ts'

const OPTIONS = {
  region: { type: 'string' },
  precincts: { type: 'string' },
  squares: { type: 'string' },
  preset: { type: 'string' },
  weight: { type: 'string', multiple: true },
  standardise: { type: 'string' },
  abstention: { type: 'string' },
  own: { type: 'string' },
  list: { type: 'string', multiple: true },
  people: { type: 'string' },
  'square-people': { type: 'string' },
  visits: { type: 'string', multiple: true },
  at: { type: 'string' },
  by: { type: 'string' },
  'smooth-below': { type: 'string' },
  top: { type: 'string' },
  out: { type: 'string', multiple: true },
  ...PROPOSAL_OPTIONS,
} as const

/** Rows on the terminal. */
const TOP = 20
const ORDERS = ['score', 'amount'] as const satisfies RankingOrder[]
const Time = z.iso.datetime({ offset: true })

const HELP = `doorwalk rank (--region DIR | --precincts FILE | --squares FILE) --preset NAME [--out FILE]

  --region DIR        precincts of a region made by "doorwalk prepare"
  --precincts FILE    precincts of a GeoJSON file instead
  --squares FILE      a grid as GeoJSON: its squares are ranked as well, by their own numbers and their precincts'
  --preset NAME       ${PRESETS.join(', ')}:
                        mobilise  abstention × own share of past votes
                        persuade  closeness of the race × turnout
                        cover     doors nobody has knocked at
                        fresh     half that, half the days since the last visit
  --weight FIELD=W    a formula of your own instead, over numbers and FIELD/FIELD; may be repeated
  --standardise HOW   z (default), range or none: what weights are put on
  --own FIELD         share of past votes of your own side, such as pct_a
  --abstention FIELD  (default: taux_abstention and the like)
  --list FIELD        share of a list, for persuade; may be repeated    (default: every pct_…)
  --people FIELD      how many people a score rests on    (default: inscrits and the like)
  --square-people F   the same of the squares             (default: ind, men)
  --visits FILE       what was visited, the body of POST /v1/visits; may be repeated
  --at TIME           visits up to then, RFC 3339 with offset           (default: now)
  --by score|amount   by the score of a door, or by how many people it stands for (default: score; cover: amount)
  --smooth-below N    shares of fewer people are drawn toward their surroundings (default: ${SMOOTH_BELOW}; 0: never)
  --top N             rows on the terminal                (default: ${TOP})
${PROPOSAL_HELP}
  --out FILE          .json or .csv, of a proposal .geojson, too; may be repeated

Each score comes with its parts, its rank, and the best and worst rank when weights move by 20 %.
Nobody is ranked by origin, nationality, religion, first names or persons: such fields are refused.`

type Values = Given<typeof OPTIONS>['values']

interface KindOfArea {
  kind: 'precinct' | 'square'
  areas: RankableArea[]
  shapes: Precinct[] | undefined
}

export const rankCommand = command({
  help: HELP,
  options: OPTIONS,
  async run({ values }, io) {
    const outs = (values.out ?? []).map(outOption)
    const top = wholeOption('top', values.top, TOP)
    const smoothBelow = wholeOption('smooth-below', values['smooth-below'], SMOOTH_BELOW)
    const order = orderOption(values.by)
    const preset = presetOption(formulaValues(values))
    checkSources(values)
    const asked = proposalOption(values)
    checkMaps(outs, asked !== undefined)
    const { precincts, notes, bbox } = await precinctsOf(values)
    const squares = values.squares === undefined ? [] : await squaresOfFile(values.squares)
    const all = [...precincts, ...squares].map(rankable)
    const formula = formulaOption(formulaValues(values), numericFields(all))
    const kinds =
      preset === 'cover' || preset === 'fresh'
        ? await knockedKinds(values, { precincts, squares, bbox, io })
        : plainKinds(formula, { precincts, squares, bbox })
    const rankings = kinds.map(({ kind, areas }) => ({
      kind,
      ranking: rankAreas({
        ...{ areas, formula, smoothBelow },
        people: countedField(formula) ?? peopleOption(values, { kind, areas }),
        order: order ?? (formula.name === 'cover' ? 'amount' : 'score'),
      }),
    }))
    const proposed = asked && (await proposedOf(values, { rankings, precincts, squares, request: asked }))
    for (const { path, type } of outs) {
      if (type === 'csv') await writeFile(path, rankingCsv(rankings))
      else if (type === 'json') await writeFile(path, jsonOf(rankings, proposed?.proposal))
      else if (proposed)
        await writeFile(path, `${JSON.stringify(proposalMap(proposed.proposal, proposed.areas))}\n`)
    }
    for (const { kind, ranking } of rankings) io.out(`${rankingReport(kind, ranking, top)}\n`)
    if (proposed) io.out(`${proposalReport(proposed.kind, proposed.proposal)}\n`)
    for (const note of notes) io.err(`Note: ${note}`)
    for (const { path } of outs) io.out(`Written to ${path}`)
  },
})

function formulaValues({ preset, weight, standardise, abstention, own, list, visits, at }: Values) {
  return { preset, weight, standardise, abstention, own, list, visits, at }
}

function checkSources(values: Values): void {
  if (values.region === undefined && values.precincts === undefined && values.squares === undefined)
    throw usage('--region, --precincts or --squares is missing; see --help')
  if (values.squares === undefined && values['square-people'] !== undefined)
    throw usage('--square-people changes nothing without --squares; leave it out')
  if (values.region !== undefined && values.precincts !== undefined && values.visits === undefined)
    throw usage('give --region or --precincts, not both')
  if (values.at !== undefined && !Time.safeParse(values.at).success)
    throw usage(`--at: got "${values.at}", expected a time such as 2026-03-14T14:00:00+01:00`)
}

interface Places {
  precincts: Precinct[]
  squares: Precinct[]
  /** Of the region; undefined: none was named. */
  bbox: Bbox | undefined
}

async function precinctsOf({
  region,
  precincts,
}: Values): Promise<Pick<Places, 'precincts' | 'bbox'> & { notes: string[] }> {
  const known = region === undefined ? undefined : await precinctsOfRegion(region)
  if (precincts !== undefined) return { ...(await precinctsOfFile(precincts)), bbox: known?.bbox }
  return { precincts: known?.precincts ?? [], bbox: known?.bbox, notes: [] }
}

/** Precincts where they have every field that the formula takes, squares where they or the precincts have. */
function plainKinds(formula: Formula, { precincts, squares, bbox }: Places): KindOfArea[] {
  const taken = [
    ...formula.parts
      .flatMap((part) => part.fields)
      .filter((field) => !formula.ratios.some(({ name }) => name === field)),
    ...formula.ratios.flatMap(({ above, below }) => [above, below]),
  ]
  const known = numericFields(precincts.map(rankable))
  const hasAll = precincts.length > 0 && taken.every((field) => known.includes(field))
  return [
    ...(hasAll
      ? [{ kind: 'precinct' as const, areas: rankablePrecincts(precincts, bbox), shapes: undefined }]
      : []),
    ...(squares.length > 0
      ? [
          {
            kind: 'square' as const,
            areas: withPrecinctFields(squares, { precincts, fields: taken }),
            shapes: squares,
          },
        ]
      : []),
  ]
}

async function knockedKinds(
  values: Values,
  { precincts, squares, bbox, io }: Places & { io: Io },
): Promise<KindOfArea[]> {
  const region = required('region', values.region)
  const visits = await visitsOfFiles(values.visits ?? [])
  const at = values.at ?? new Date().toISOString()
  const kinds: KindOfArea[] = [
    {
      kind: 'precinct',
      areas: rankablePrecincts(precincts, bbox),
      shapes: values.precincts === undefined ? undefined : precincts,
    },
    { kind: 'square', areas: rankableSquares(squares), shapes: squares },
  ]
  const filled: KindOfArea[] = []
  for (const each of kinds.filter(({ areas }) => areas.length > 0)) {
    const { areas, unknown, later } = await knockedIn(each.areas, { region, visits, at, shapes: each.shapes })
    if (filled.length === 0 && unknown > 0)
      io.err(`Note: ${unknown} visits are of targets that the region does not have`)
    if (filled.length === 0 && later > 0)
      io.err(`Note: ${later} visits are later than ${at} and do not count`)
    filled.push({ ...each, areas })
  }
  return filled
}

function peopleOption(
  values: Values,
  { kind, areas }: Pick<KindOfArea, 'kind' | 'areas'>,
): string | undefined {
  const option = kind === 'precinct' ? 'people' : 'square-people'
  const fields = numericFields(areas)
  const wanted = values[option]
  if (wanted === undefined) return usualPeople(fields, kind)
  refuseField(wanted, `--${option}`)
  checkKnown(wanted, { fields, pointer: `--${option}` })
  return wanted
}

interface Proposed {
  kind: string
  proposal: Proposal
  areas: ShapedArea[]
}

/** Of precincts where they are ranked, else of squares. */
async function proposedOf(
  values: Values,
  about: {
    rankings: { kind: KindOfArea['kind']; ranking: Ranking }[]
    precincts: Precinct[]
    squares: Precinct[]
    request: Omit<ProposalRequest, 'region'>
  },
): Promise<Proposed> {
  const { rankings, precincts, squares, request } = about
  const { kind, ranking } = rankings.find((each) => each.kind === 'precinct') ?? rankings[0]!
  const areas = scoredAreas(ranking, kind === 'precinct' ? precincts : squares, {
    isOfRegion: kind === 'precinct' && values.precincts === undefined,
  })
  const visits = await visitsOfFiles(values.visits ?? [])
  const proposal = await proposeIn(required('region', values.region), { areas, request, visits })
  return { kind, proposal, areas }
}

function jsonOf(
  rankings: readonly { kind: string; ranking: Ranking }[],
  proposal: Proposal | undefined,
): string {
  const named = rankings.map(({ kind, ranking }) => [`${kind}s`, ranking] as const)
  return `${JSON.stringify({ ...Object.fromEntries(named), ...(proposal && { proposal }) }, null, 1)}\n`
}

type OutType = 'json' | 'csv' | 'geojson'

function outOption(path: string): { path: string; type: OutType } {
  const type = /\.(geojson|json|csv)$/i.exec(path)?.[1]?.toLowerCase()
  if (type === 'json' || type === 'csv' || type === 'geojson') return { path, type }
  throw usage(`--out: got "${path}", expected a name that ends in .json or .csv`)
}

function checkMaps(outs: readonly { path: string; type: OutType }[], isProposal: boolean): void {
  const map = outs.find(({ type }) => type === 'geojson')
  if (map && !isProposal)
    throw usage(`--out: got "${map.path}", but only a proposal is a map; give --volunteers, or .json or .csv`)
}

function orderOption(text: string | undefined): RankingOrder | undefined {
  const order = ORDERS.find((each) => each === text)
  if (text !== undefined && order === undefined) throw usage(`--by: got "${text}", expected score or amount`)
  return order
}

function wholeOption(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual
  const value = numberOption(name, text)
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw usage(`--${name}: got "${text}", expected a whole number, 0 or more`)
}
