/** `/v1/rankings/{rankingId}/proposal`: which areas of a stored ranking to take together. Nothing is stored. */
import { createRoute, z } from '@hono/zod-openapi'
import { Evening, EveningArea, EveningPlan, NextArea, Proposal, Reach } from '@doorwalk/core/proposal/answer'
import { RankingProposal } from '@doorwalk/core/proposal/request'
import type { AboutTargets } from '../buildings/targets.ts'
import { withStoredTargets } from '../buildings/targets.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  BODY,
  OF_LEDGER,
  OF_REGION,
  OF_TARGETS,
  ONCE,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { ledgerSnapshot } from '../ledger/snapshot.ts'
import { readBody, readHead } from './rankings.ts'
import type { World } from '../world.ts'

/** A gateway waits 30 s for an answer. */
const PROPOSAL_MILLISECONDS = 25_000

nameSchemas({
  Evening: [Evening, 'where to go on one evening'],
  EveningArea: [EveningArea, 'an area, or some of its blocks, on an evening'],
  EveningPlan,
  EveningReach: [Reach, 'what the volunteers of an evening are expected to reach'],
  NextArea: [NextArea, 'an area that comes next'],
  Proposal: [Proposal, 'which areas to take together'],
  RankingProposal: [RankingProposal, 'who goes out, and how often'],
})

const propose = createRoute({
  method: 'post',
  path: '/v1/rankings/{rankingId}/proposal',
  operationId: 'proposeAreas',
  tags: ['Rankings'],
  summary: 'Which ranked areas to take together, for so many volunteers and evenings',
  description:
    'Neighbouring areas within reach of the meeting point that bring most score per volunteer-hour by the estimate, cut into evenings of equal work; never worse than the best areas one by one. What was visited, leased or held out is left out. Each evening comes with the body of its plan. Nothing is planned, stored or leased. It ends within 25 seconds.',
  security: SECURED,
  request: {
    params: z.object({ rankingId: z.string().min(1).max(64).describe('its id') }),
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(RankingProposal),
  },
  responses: {
    200: jsonAnswer('The evenings', Proposal),
    ...problems.change(BODY, ONCE, OF_REGION, OF_TARGETS, OF_LEDGER, {
      400: ['start.unreachable'],
      404: ['ranking.unknown'],
      422: ['proposal.nothing', 'streets.damaged', 'streets.format', 'streets.none'],
      503: ['osrm.refused', 'osrm.unreachable', 'proposal.late'],
    }),
  },
})

export function proposalRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...propose,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const { campaign } = c.get('caller')
      const end = performance.now() + PROPOSAL_MILLISECONDS
      const { signal } = c.req.raw
      const ref = { campaign, id: c.req.valid('param').rankingId }
      const { region } = await readHead(world, ref)
      const ranking = await readBody(world, ref)
      const { version } = await world.regions.manifest(region)
      const asked = c.req.valid('json')
      const about: AboutTargets = { region, version }
      const { targets } = await withStoredTargets(world, { campaign, request: about })
      const request = { ...asked, region, version, ...(targets && { targets }) }
      const ledger = await ledgerSnapshot(world, { campaign, request, own: [], signal })
      const turn = { campaign, lane: 'short' as const }
      const milliseconds = Math.max(0, end - performance.now())
      return c.json(
        await world.planner.propose({ request, ranking, ledger }, { turn, signal, milliseconds }),
        200,
      )
    },
  )
}
