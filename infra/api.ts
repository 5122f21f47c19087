/** The HTTP API: planning goes straight to the planner, everything else to a thin function. */
import { readRegions, usePlans } from './buckets.ts'
import { makeFunction } from './function.ts'
import { planner } from './planner.ts'
import { PLANNING_ROUTES } from './planning-routes.ts'
import { deliveries, jobs, send } from './queues.ts'
import { LOG_DAYS } from './stage.ts'
import { useTable } from './table.ts'
import { baseUrl } from './url.ts'

/** Requests a second over all campaigns, and at once; a weekend of 1,000 volunteers makes about 20. */
const THROTTLE = { throttlingRateLimit: 200, throttlingBurstLimit: 400 }

export const api = makeFunction('Api', {
  bundle: 'api',
  memory: '1024 MB',
  seconds: 29,
  permissions: [useTable, ...readRegions, ...usePlans, send(jobs.queue), send(deliveries.queue)],
  environment: { DOORWALK_BASE_URL: baseUrl },
})

/** Neither the caller's address nor the path, which holds ids of walks: nothing here tells who walks where. */
const ACCESS_LOG = JSON.stringify({
  time: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  integrationStatus: '$context.integration.integrationStatus',
})

export const http = new sst.aws.ApiGatewayV2('Http', {
  // The app answers preflights itself, from its own list of origins.
  cors: false,
  transform: {
    api: { corsConfiguration: undefined },
    logGroup: { retentionInDays: LOG_DAYS },
    stage: (args) => {
      args.defaultRouteSettings = THROTTLE
      args.accessLogSettings = $output(args.accessLogSettings).apply((settings) => ({
        destinationArn: settings?.destinationArn ?? '',
        format: ACCESS_LOG,
      }))
      return undefined
    },
  },
})

for (const route of PLANNING_ROUTES) http.route(route, planner.fn.arn)
http.route('$default', api.fn.arn)
