/** `/v1/plans/{planId}/wishes`: what each wish of a plan costs. Nothing is stored. */
import { createRoute } from '@hono/zod-openapi'
import { VisibleError } from '@doorwalk/core/error'
import { PriceRequest, Priced, WishPrice, WishPrices } from '@doorwalk/core/price/answer'
import type { CodesByStatus } from '../document/problem-codes.ts'
import { nameSchemas } from '../document/schema-names.ts'
import type { Guards } from '../http/guard.ts'
import { IDEMPOTENCY_HEADER, idempotent } from '../http/idempotency.ts'
import {
  BODY,
  OF_LEDGER,
  OF_TARGETS,
  ONCE,
  PLAN_PATH,
  SECURED,
  jsonAnswer,
  jsonBody,
  problems,
  routeGroup,
} from '../http/route.ts'
import { JOB_ANSWER, RETRY_AFTER, answerJob } from '../plans/answer.ts'
import { finishedPlan, isDone } from '../plans/calls.ts'
import { OF_JOB, OF_PLANNING } from '../plans/plan-codes.ts'
import { within } from '../waiting/within.ts'
import { askedPlan, ledgerWithoutHoldouts } from '../suggestions/standing.ts'
import type { World } from '../world.ts'

nameSchemas({
  PriceRequest: [PriceRequest, 'which wishes to price'],
  PricedWish: [Priced, 'a wish of a plan'],
  WishPrice: [WishPrice, 'what a plan would have more without one of its wishes'],
  WishPrices: [WishPrices, 'what the wishes of a plan cost'],
})

const OF_PRICES: CodesByStatus = {
  409: ['plan.replaced'],
  413: ['price.too_many'],
  503: ['price.late'],
}

const price = createRoute({
  method: 'post',
  path: '/v1/plans/{planId}/wishes',
  operationId: 'priceWishes',
  tags: ['Plans'],
  summary: 'What each wish of a plan costs: the prize that leaving it out would bring',
  description:
    'Return to the start, one start for all, door limits, stairs, key buildings, hold-outs and what is excluded: each is left out of the plan by itself, and its walks are searched on for a moment. What searching alone brings is taken off. Nothing is planned, stored or leased. It ends within 8 seconds.',
  security: SECURED,
  request: {
    params: PLAN_PATH,
    headers: IDEMPOTENCY_HEADER,
    body: jsonBody(PriceRequest),
  },
  responses: {
    200: jsonAnswer('The wishes that the plan has, dearest first', WishPrices),
    202: JOB_ANSWER,
    ...problems.change(BODY, ONCE, OF_TARGETS, OF_PLANNING, OF_LEDGER, OF_JOB, OF_PRICES),
  },
})

/** Of the time that callers are kept waiting for a plan: 8 of 10 s. */
const SHARE_OF_WAIT = 0.8

export function priceRoutes(world: World, { guard }: Guards) {
  return routeGroup().openapi(
    {
      ...price,
      middleware: [guard('write', { tells: 'targets', by: 'planner' }), idempotent(world)] as const,
    },
    async (c) => {
      const ref = { campaign: c.get('caller').campaign, ...c.req.valid('param') }
      const found = await finishedPlan(world, ref)
      if (!isDone(found)) return c.json(answerJob(found), 202, RETRY_AFTER)
      const asked = c.req.valid('json')
      const milliseconds = world.config.sync.milliseconds * SHARE_OF_WAIT
      const limits = { milliseconds, caller: c.req.raw.signal, late }
      const prices = await within(limits, async (signal, left) => {
        const plan = await askedPlan(world, ref, signal)
        const openLedger = await ledgerWithoutHoldouts(world, ref, { plan, signal })
        const turn = { campaign: ref.campaign, lane: 'estimate' as const }
        return world.planner.price({ ...plan, asked, openLedger }, { turn, signal, milliseconds: left() })
      })
      return c.json(prices, 200)
    },
  )
}

function late(): VisibleError {
  return new VisibleError(
    'upstream',
    'price.late',
    'there is more to plan at the moment than the machine can do in time; ask again',
  )
}
