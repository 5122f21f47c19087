/** What an installation may set: read once, by config.ts. */

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
  /** Calls under way get this long for their answers when the server ends. */
  drainMilliseconds: number
  /** First key of an installation, plain; it may do everything and makes the others. */
  operatorKey: string | undefined
  /** Where people reach this server, for links and QR codes on paper; none when unknown. */
  baseUrl: string | undefined
  /** An OSRM server to route with instead of our own streets. */
  osrm: string | undefined
  /** Origins that webhooks may go to although they are not public: a receiver on this machine. */
  webhookAllow: string[]
}
