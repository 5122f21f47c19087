/** Files of lists of which nothing is told any more, also where their process died: on AWS by a rule of the bucket. */
import type { Storage } from '../world.ts'
import { filesFolder, findFile } from './file.ts'

/** Cost: the files of all lists are listed, and each is asked for. */
export async function sweepFiles({ store, blobs }: Pick<Storage, 'store' | 'blobs'>): Promise<void> {
  const root = filesFolder('')
  for (const name of await blobs.list(root)) {
    const [campaign = '', file = ''] = name.slice(root.length).split('/')
    const ref = { campaign, fileId: file.split('.')[0] ?? '' }
    if (!(await findFile({ store }, ref))) await blobs.remove(name)
  }
}
