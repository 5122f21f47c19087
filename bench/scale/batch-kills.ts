/**
 * A weekend of three shifts with 20 volunteers each, planned on a server that is killed (SIGKILL) at random moments, as
 * often as asked, against the same weekend planned in peace: are the walks the same, is any target there twice, does
 * the pack open?
 *
 * `npx tsx bench/scale/batch-kills.ts REGION_DIR [kills] [iterations]`
 */
import { execFileSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { NewBatchInput } from '@doorwalk/functions/batches/request'
import { openBatchServer } from '../../test/support/scenes/batch.ts'

const [folder, kills = '20', iterations = '20000'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: bench/scale/batch-kills.ts REGION_DIR [kills] [iterations]')
/**
 * Longest a server lives after it is ready, in plans of the calm run: a job that breaks off three times in a row is
 * given up, as it should be, and one whose server never lives as long as it takes would be.
 */
const LONGEST_LIFE = 4
const wish: NewBatchInput = {
  region: basename(resolve(folder)),
  shifts: [
    { startAt: '2027-03-12T18:00:00+01:00', minutes: 150, label: 'Friday' },
    { startAt: '2027-03-13T10:00:00+01:00', minutes: 120, label: 'Saturday' },
    { startAt: '2027-03-14T14:00:00+01:00', minutes: 120, label: 'Sunday' },
  ],
  volunteers: 20,
  iterations: Number(iterations),
}

const from = performance.now()
const server = await openBatchServer({ regions: [folder] })
const calm = await server.plan(wish)
const life = (LONGEST_LIFE * (performance.now() - from)) / wish.shifts.length
const targets = calm.walked.flat().flatMap(([, ids]) => ids)
console.log(
  `in peace: ${calm.walked.flat().length} walks, ${targets.length} targets, ${targets.length - new Set(targets).size} twice`,
)
const pack = join(await mkdtemp(join(tmpdir(), 'doorwalk-pack-')), 'pack.zip')
await writeFile(pack, calm.pack)
const said = execFileSync('python3', ['-m', 'zipfile', '-t', pack], { encoding: 'utf8' }).trim()
console.log(`pack of ${(calm.pack.length / 1e6).toFixed(2)} MB: ${said}`)

let done = 0
let different = 0
for (let round = 0; done < Number(kills); round++) {
  const moments = Array.from({ length: Number(kills) - done }, () => Math.random() * life)
  const torn = await server.plan(wish, moments)
  done += torn.kills
  const isSame = JSON.stringify(torn.walked) === JSON.stringify(calm.walked)
  if (!isSame) different++
  console.log(`round ${round + 1}: killed ${torn.kills} times, ${isSame ? 'the same walks' : 'OTHER WALKS'}`)
}
console.log(`${done} kills, ${different} rounds with other walks`)
await server.close()
