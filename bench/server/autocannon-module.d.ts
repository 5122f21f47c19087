/** autocannon has no types of its own; this is what bench/server/load.ts uses of it. */
declare module 'autocannon' {
  export interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
    /** Called before each request is sent. */
    setupRequest?: (request: Request) => Request
  }
  export interface Options {
    url: string
    /** At once. */
    connections: number
    /** Seconds. */
    duration: number
    /** Seconds. */
    timeout: number
    headers: Record<string, string>
    requests: Request[]
  }
  export interface Result {
    errors: number
    timeouts: number
    /** Seconds. */
    duration: number
  }
  export interface Run extends Promise<Result> {
    on(
      event: 'response',
      hear: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): void
  }
  export default function autocannon(options: Options): Run
}
