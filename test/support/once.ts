/** What several files of tests need and what takes long to make: made once a run, by whoever asks first. */
import { access, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

/** Set by temporary-folder.ts for the processes of a run; whoever is not part of one makes for himself. */
const RUN = process.env['DOORWALK_TEST_RUN']

/**
 * @param name  of what is made; the same name, the same thing
 * @param make  fills the folder; nobody changes it afterwards
 * @returns the folder, filled
 * @throws Error when whoever made it failed
 */
export async function once(name: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  const home = join(RUN ?? (await mkdtemp(join(tmpdir(), 'doorwalk-once-'))), 'once')
  const folder = join(home, name)
  const [made, failed] = [`${folder}.made`, `${folder}.failed`]
  await mkdir(home, { recursive: true })
  if (await isFirst(folder)) {
    await make(folder).then(
      () => writeFile(made, ''),
      async (error: unknown) => {
        await writeFile(failed, String(error))
        throw error
      },
    )
    return folder
  }
  await until(async () => (await exists(made)) || (await exists(failed)))
  if (await exists(failed)) throw new Error(`${name} could not be made; see who made it`)
  return folder
}

/** Making a folder succeeds for one. */
function isFirst(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
