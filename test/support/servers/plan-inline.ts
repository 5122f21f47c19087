/** Plans in this thread, where a server would start threads that load everything again. */
import { inlinePlanner } from '@doorwalk/functions/planner/inline'
import type { ServerOptions } from '@doorwalk/functions/laptop/server'
import { systemClock } from '@doorwalk/functions/ports/clock'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'

export const planInline: NonNullable<ServerOptions['openPlanner']> = ({ regionRoots }) =>
  inlinePlanner({ regions: diskRegions(regionRoots), clock: systemClock })
