/** Everything that may differ between two installations, with its default. The only file that reads the environment. */

export interface Config {
  /** Opens the demo campaign; true only when the server listens on loopback and has no operator key. */
  demo: boolean
  /** Origins that a browser may call from; none by default: the own page needs no entry. */
  corsOrigins: string[]
  /** Largest request body; AWS hands at most 6 MB to a Lambda, and an HTTP API wraps it. */
  bodyBytes: number
  /** Requests a minute and campaign. */
  requestsPerMinute: number
  /** A plan that takes longer, or asks for more, becomes a job. */
  sync: { milliseconds: number; volunteers: number; targets: number }
  /** First key of an installation, plain; it may do everything and makes the others. */
  operatorKey: string | undefined
  /** Where people reach this server, for links and QR codes on paper; none when unknown. */
  baseUrl: string | undefined
  /** An OSRM server to route with instead of our own streets. */
  osrm: string | undefined
  /** Origins that webhooks may go to although they are not public: a receiver on this machine. */
  webhookAllow: string[]
}

export const DEFAULTS: Config = {
  demo: false,
  corsOrigins: [],
  bodyBytes: 5_000_000,
  requestsPerMinute: 1_200,
  sync: { milliseconds: 10_000, volunteers: 50, targets: 1_000 },
  operatorKey: undefined,
  baseUrl: undefined,
  osrm: undefined,
  webhookAllow: [],
}

/**
 * Reads DOORWALK_CORS (list with commas), DOORWALK_RATE, DOORWALK_OPERATOR_KEY, DOORWALK_BASE_URL, DOORWALK_OSRM and
 * DOORWALK_WEBHOOK_ALLOW (list with commas).
 */
export function configFrom(env: Record<string, string | undefined>): Config {
  const rate = Number(env['DOORWALK_RATE'])
  return {
    ...DEFAULTS,
    corsOrigins: (env['DOORWALK_CORS'] ?? '').split(',').filter((origin) => origin !== ''),
    requestsPerMinute: Number.isInteger(rate) && rate > 0 ? rate : DEFAULTS.requestsPerMinute,
    operatorKey: env['DOORWALK_OPERATOR_KEY'],
    baseUrl: env['DOORWALK_BASE_URL'],
    osrm: env['DOORWALK_OSRM'],
    webhookAllow: (env['DOORWALK_WEBHOOK_ALLOW'] ?? '').split(',').filter((origin) => origin !== ''),
  }
}

/** Whether an address to listen on lets no other machine in. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '::1'
}
