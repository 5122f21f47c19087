/** Imports in a thread: it reads the uploaded list and the region from disk, and writes what it makes there. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import { z } from '@hono/zod-openapi'
import { fileSource } from '@doorwalk/prepare/sheets/list-source'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { checkBlobKey, diskBlobs } from '../store/blobs.ts'
import { serveTasks } from '../threads/serve.ts'
import { uploadBlob } from './import-files.ts'
import { importList } from './import-list.ts'
import type { ImportOrder, ImportTasks } from '../ports/imports.ts'

const { blobFolder, regionRoots } = z
  .object({ blobFolder: z.string(), regionRoots: z.array(z.string()) })
  .parse(workerData)

const world = {
  blobs: diskBlobs(blobFolder),
  regions: diskRegions(regionRoots),
  async openList(order: ImportOrder) {
    const file = join(blobFolder, checkBlobKey(uploadBlob(order)))
    return (await stat(file).catch(() => undefined)) && fileSource(file, order.name)
  },
}
serveTasks<ImportTasks, never>({ importList: (order) => importList(world, order) })
