/** What planning asks of the world around it, and what came before. Handed in as one object. */
import type { Aliases } from '../building/alias.ts'
import type { Assumptions } from '../building/door-time.ts'
import type { LedgerView } from '../building/select.ts'
import type { MakeRouter } from '../matrix/street-router.ts'
import type { Clock, Regions } from '../ports.ts'
import type { EarlierPlan } from './earlier-plan.ts'

export interface PlanningPorts {
  regions: Regions
  clock: Clock
  /** Mints an id with this prefix. */
  id: (prefix: string) => string
  /** What was visited, seen from the moment the walks start; undefined: nothing yet. */
  ledger?: (moment: LedgerMoment) => LedgerView
  assumptions?: Assumptions
  /** Ids of `targets` that the request itself names, where others were merged in; default: all. */
  named?: readonly string[]
  /** Default: our own streets, loaded anew. A warm server hands in keepRouters(), others an external OSRM. */
  router?: MakeRouter
  /** Default: nothing came before, this is a first plan. */
  earlier?: EarlierPlan
}

/** When the ledger is looked at, and under which ids. */
interface LedgerMoment {
  /** RFC 3339. */
  at: string
  /** Targets visited from then on are left out whole. */
  visitedSince?: string
  aliases: Aliases
}
