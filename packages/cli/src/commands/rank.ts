/** `doorwalk rank`: precincts and squares in the order in which to go there, with what each score is made of. */
import type { Proposal } from '@doorwalk/core/proposal/answer'
import type { ProposalRequest } from '@doorwalk/core/proposal/request'
import { checkKnown, countedField } from '@doorwalk/core/ranking/formula'
import { rankAreas, SMOOTH_BELOW, type Ranking, type RankingOrder } from '@doorwalk/core/ranking/ranking'
import { refuseField } from '@doorwalk/core/ranking/refused-fields'
import { rankable } from '@doorwalk/core/ranking/squares'
import { numericFields, usualPeople } from '@doorwalk/core/ranking/usual-fields'
import { scoredAreas, type ShapedArea } from '@doorwalk/core/ranking/worth'
import type { Precinct } from '@doorwalk/core/region/region'
import { z } from 'zod'
import { formulaOption, presetOption, PRESETS } from '../rank/formula-options.ts'
import { type KindOfArea, knockedKinds, plainKinds, precinctsOf } from '../rank/kinds.ts'
import { checkMaps, outOption, writeOuts } from '../rank/outs.ts'
import { proposalReport } from '../rank/proposal-report.ts'
import { PROPOSAL_HELP, PROPOSAL_OPTIONS, proposalOption, proposeIn } from '../rank/propose.ts'
import { squaresOfFile, visitsOfFiles } from '../rank/read-areas.ts'
import { rankingReport } from '../rank/report.ts'
import { numberOption, required, usage } from '../terminal/arguments.ts'
import { command, type Given } from '../terminal/command.ts'

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
    await writeOuts(outs, { rankings, proposed })
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
