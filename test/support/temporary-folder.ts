/** One folder for everything that a run leaves in the system's temporary folder, removed with all in it when the run ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Called before the tests' processes begin, which inherit `TMPDIR`; returns what to do after the last test. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'doorwalk-tests-'))
  process.env.TMPDIR = folder
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
