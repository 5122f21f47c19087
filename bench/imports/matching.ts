/**
 * How many addresses with slips of spelling are matched, how many of those that count as told are wrong, and what it
 * costs. A fifth of the streets is kept from the index: nothing there may be found.
 *
 *     npx tsx bench/imports/matching.ts REGION_FOLDER [seed] [rows]
 */
import { basename, resolve } from 'node:path'
import { loadBuildings } from '@doorwalk/core/building/load'
import { MATCH_CLASSES, type MatchClass, openMatching } from '@doorwalk/core/matching/match'
import { plainNumber, plainStreet } from '@doorwalk/core/matching/street-name'
import { readAddress } from '@doorwalk/core/matching/written-address'
import { Random } from '@doorwalk/core/solver/chance/random'
import { diskRegions } from '@doorwalk/prepare/region/disk-regions'
import { damagedAddress } from '../../test/support/spelling-damage.ts'

const [folder, seed = '1', rows = '20000'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: REGION_FOLDER [seed] [rows]')
const chance = new Random(Number(seed))
const random = (): number => chance.unit()
const regions = diskRegions([folder])
const manifest = await regions.manifest(basename(resolve(folder)))
const all = (await loadBuildings(regions, manifest, manifest.bbox))
  .flatMap(({ targets }) => targets)
  .filter(({ address }) => address && address.street !== '' && address.number !== '')
const streets = [...new Set(all.map(({ address }) => plainStreet(address!.street)))].sort()
const hidden = new Set(streets.filter(() => random() < 0.2))
const from = performance.now()
const match = openMatching(all.filter(({ address }) => !hidden.has(plainStreet(address!.street))))
const opened = performance.now()
const counts = new Map<MatchClass, number>(MATCH_CLASSES.map((name) => [name, 0]))
let [there, right, wrong, shown] = [0, 0, 0, 0]
for (let row = 0; row < Number(rows); row++) {
  const target = all[Math.floor(random() * all.length)]!
  const { number, street, slips } = damagedAddress(target.address!, random)
  const isThere = !hidden.has(plainStreet(target.address!.street))
  const found = match(readAddress({ number, street })!)
  const isTold = found.class === 'exact' || found.class === 'close'
  const isSame = found.targets.some(
    ({ address }) =>
      plainStreet(address!.street) === plainStreet(target.address!.street) &&
      plainNumber(address!.number) === plainNumber(target.address!.number),
  )
  if (isThere) {
    there++
    counts.set(found.class, counts.get(found.class)! + 1)
    if (isTold && isSame) right++
  }
  if (isTold && !isSame) {
    wrong++
    if (shown++ < 15)
      console.log(
        `  wrong: ${number} ${street} (${slips} slips of ${target.address!.street}) → ${found.targets[0]!.address!.street}, ${found.score.toFixed(2)}`,
      )
  }
}
const done = performance.now()
const told = right + wrong
console.log(
  `${all.length} targets in ${streets.length} streets, of which ${hidden.size} are hidden; seed ${seed}`,
)
console.log(
  `precision ${((100 * right) / told).toFixed(2)} % of ${told} told, recall ${((100 * right) / there).toFixed(1)} % of ${there}`,
)
console.log([...counts].map(([name, count]) => `${name} ${((100 * count) / there).toFixed(1)} %`).join(', '))
console.log(
  `index ${(opened - from).toFixed(0)} ms, ${((1000 * (done - opened)) / Number(rows)).toFixed(0)} µs a row`,
)
