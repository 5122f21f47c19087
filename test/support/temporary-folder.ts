/**
 * One folder for everything that a run leaves in the system's temporary folder, removed with all in it when the run
 * ends.
 */
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Called before the tests' processes begin, which inherit `TMPDIR`; returns what to do after the last test. */
export default function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'doorwalk-tests-'))
  process.env.TMPDIR = folder
  process.env.DOORWALK_TEST_RUN = folder
  // Thousands of files: removed without holding up the tests' processes, which say goodbye meanwhile.
  return () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
}
