/** Everything that may differ between two installations, with its default. The only file that reads the environment. */
import type { Config } from './ports/config.ts'

export const DEFAULTS: Config = {
  demo: false,
  corsOrigins: [],
  bodyBytes: 5_000_000,
  requestsPerMinute: 1_200,
  sync: { milliseconds: 10_000, volunteers: 50, targets: 1_000 },
  drainMilliseconds: 30_000,
  operatorKey: undefined,
  baseUrl: undefined,
  osrm: undefined,
  webhookAllow: [],
}

/**
 * Reads DOORWALK_CORS (list with commas), DOORWALK_RATE, DOORWALK_SYNC_SECONDS, DOORWALK_DRAIN_SECONDS,
 * DOORWALK_OPERATOR_KEY, DOORWALK_BASE_URL, DOORWALK_OSRM and DOORWALK_WEBHOOK_ALLOW (list with commas).
 */
export function configFrom(env: Record<string, string | undefined>): Config {
  const rate = Number(env['DOORWALK_RATE'])
  const seconds = Number(env['DOORWALK_SYNC_SECONDS'])
  const drain = Number(env['DOORWALK_DRAIN_SECONDS'])
  return {
    ...DEFAULTS,
    corsOrigins: (env['DOORWALK_CORS'] ?? '').split(',').filter((origin) => origin !== ''),
    requestsPerMinute: Number.isInteger(rate) && rate > 0 ? rate : DEFAULTS.requestsPerMinute,
    sync: { ...DEFAULTS.sync, ...(seconds > 0 && { milliseconds: seconds * 1_000 }) },
    ...(drain > 0 && { drainMilliseconds: drain * 1_000 }),
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
