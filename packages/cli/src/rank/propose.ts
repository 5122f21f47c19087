/** `rank --volunteers`: which of the ranked areas to take together, for so many people and evenings. */
import { basename, resolve } from 'node:path'
import { ledgerView } from '@doorwalk/core/ledger/due'
import type { Visit } from '@doorwalk/core/ledger/visit'
import { keepRouters } from '@doorwalk/core/matrix/street-router'
import type { Proposal } from '@doorwalk/core/proposal/answer'
import { proposeAreas } from '@doorwalk/core/proposal/proposal'
import { ProposalRequest } from '@doorwalk/core/proposal/request'
import type { ShapedArea } from '@doorwalk/core/ranking/worth'
import { parseInput } from '@doorwalk/core/request/parse'
import { steadyClock } from '@doorwalk/functions/threads/steady-clock'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { numberOption, positionOption, usage } from '../terminal/arguments.ts'

export const PROPOSAL_OPTIONS = {
  volunteers: { type: 'string' },
  minutes: { type: 'string' },
  evenings: { type: 'string' },
  start: { type: 'string' },
  'start-at': { type: 'string' },
  reach: { type: 'string' },
  seed: { type: 'string' },
} as const

export const PROPOSAL_HELP = `  --volunteers N      proposes which areas to take together, for so many walks of an evening
  --minutes M         of each walk                        (default: 120)
  --evenings E        of equal work                       (default: 1)
  --start lng,lat     where all meet each time            (default: proposed for each evening)
  --start-at TIME     RFC 3339 with offset: some gates are open at certain hours    (default: now)
  --reach MINUTES     longest walk to a first door        (default: 15)
  --seed K            same seed, same proposal`

type Values = { [name in keyof typeof PROPOSAL_OPTIONS]?: string | undefined }

/** Undefined: none is asked for. @throws VisibleError usage, request.invalid */
export function proposalOption(
  values: Values & { region?: string | undefined },
): Omit<ProposalRequest, 'region'> | undefined {
  const names = Object.keys(PROPOSAL_OPTIONS) as (keyof typeof PROPOSAL_OPTIONS)[]
  if (values.volunteers === undefined) {
    const lost = names.find((name) => values[name] !== undefined)
    if (lost) throw usage(`--${lost} changes nothing without --volunteers; give both, or leave it out`)
    return undefined
  }
  if (values.region === undefined)
    throw usage('--volunteers needs --region: a proposal is made of its buildings and streets')
  const number = (name: 'volunteers' | 'minutes' | 'evenings' | 'reach' | 'seed') => {
    const text = values[name]
    return text === undefined ? {} : { [name]: numberOption(name, text) }
  }
  const body = {
    region: 'folder',
    ...{ ...number('volunteers'), ...number('minutes'), ...number('evenings') },
    ...{ ...number('reach'), ...number('seed') },
    ...(values.start !== undefined && { start: positionOption('start', values.start) }),
    ...(values['start-at'] !== undefined && { startAt: values['start-at'] }),
  }
  return parseInput(ProposalRequest, body, { what: 'proposal', code: 'request.invalid' })
}

/** @throws VisibleError those of {@link proposeAreas} */
export function proposeIn(
  folder: string,
  {
    areas,
    request,
    visits,
  }: { areas: ShapedArea[]; request: Omit<ProposalRequest, 'region'>; visits: readonly Visit[] },
): Promise<Proposal> {
  return proposeAreas(
    areas,
    { ...request, region: basename(resolve(folder)) },
    {
      ...{
        regions: diskRegions([folder]),
        clock: steadyClock(),
        router: keepRouters(),
        id: () => 'pln_none',
      },
      ...(visits.length > 0 && { ledger: (moment) => ledgerView([...visits], moment) }),
    },
  )
}
