/** Imports in a thread: it reads the uploaded list and the region from disk, and writes what it makes there. */
import { workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { diskBlobs } from '../store/blobs.ts'
import { serveTasks } from '../threads/serve.ts'
import { importList } from './import-list.ts'
import type { ImportTasks } from '../ports/imports.ts'

const { blobFolder, regionRoots } = z
  .object({ blobFolder: z.string(), regionRoots: z.array(z.string()) })
  .parse(workerData)

const world = { blobs: diskBlobs(blobFolder), regions: diskRegions(regionRoots) }
serveTasks<ImportTasks, never>({ importList: (order) => importList(world, order) })
