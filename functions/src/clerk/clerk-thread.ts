/** A clerk in a thread: reads regions and blobs from disk for itself, so that little is handed in. */
import { workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { clerkOf } from './clerk.ts'
import { diskBlobs } from '../store/blobs.ts'
import { serveTasks } from '../threads/serve.ts'
import type { DeskTasks } from '../ports/desk.ts'

const { blobFolder, regionRoots } = z
  .object({ blobFolder: z.string(), regionRoots: z.array(z.string()) })
  .parse(workerData)

serveTasks<DeskTasks, never>(clerkOf({ blobs: diskBlobs(blobFolder), regions: diskRegions(regionRoots) }))
