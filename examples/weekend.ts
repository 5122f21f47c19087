/**
 * An organiser's weekend: plans Saturday and Sunday where fewest people voted, saves what is to be printed and carried,
 * plans again on Saturday for those who came, and looks at what is left in the evening.
 *
 * DOORWALK_KEY=dw_… npx tsx examples/weekend.ts [REGION FIELD]
 */
import { writeFileSync } from 'node:fs'
import { type Schemas, createDoorwalk } from '@doorwalk/client'

const { DOORWALK_URL: url = 'http://127.0.0.1:8787', DOORWALK_KEY: key = '' } = process.env
const [region = 'paris-9e-10e', field = 'taux_abstention'] = process.argv.slice(2)
const doorwalk = createDoorwalk({ url, key })

// Where fewest people voted, of the precincts that have doors enough for an afternoon.
const query = { region }
const { precincts } = await doorwalk.GET('/v1/coverage', { params: { query } })
const large = precincts.filter(({ uncovered }) => uncovered >= 300).map(({ precinct }) => precinct)
const { features } = await doorwalk.GET('/v1/regions/{name}/precincts', {
  params: { path: { name: region } },
})
const areas = features
  .toSorted((a, b) => Number(b.properties[field]) - Number(a.properties[field]))
  .map(({ properties }) => String(properties['code']))
  .filter((code) => large.includes(code))
  .slice(0, 2)
  .map((code) => ({ label: code, area: { precincts: [code] } }))

// Who said that they come, and when: Ada on both days, Ben with a friend, Cleo on Sunday only.
const body: Schemas['NewBatch'] = {
  region,
  label: 'Weekend',
  areas,
  shifts: [
    { label: 'Saturday', startAt: nextDay(6, '14:00'), minutes: 90 },
    { label: 'Sunday', startAt: nextDay(7, '10:30'), minutes: 90 },
  ],
  volunteers: [{ id: 'ada' }, { id: 'ben', people: 2 }, { id: 'cleo', shifts: [2] }, { id: 'dov' }],
  priority: { field },
}
const begun = await doorwalk.POST('/v1/batches', { body })
const batch = await doorwalk.waitForBatch(begun, {
  onProgress: ({ progress }) => console.error(`${progress.done} of ${progress.of} plans`),
})
for (const { label, plans } of batch.shifts) {
  for (const { area, summary, error } of plans) {
    const said = summary ? `${summary.walks} walks, ${summary.doors} doors` : (error?.detail ?? 'no plan')
    console.log(`${label}, ${area}: ${said}`)
  }
}

// Maps, pages to print and tracks for phones, a folder for each shift and area.
const pack = await doorwalk.GET('/v1/batches/{batchId}/pack', { params: { path: { batchId: batch.id } } })
writeFileSync('weekend.zip', new Uint8Array(await pack.arrayBuffer()))
console.log(`weekend.zip: ${Math.round(pack.size / 1000)} kB`)

// Saturday, a quarter past two: of those in the first plan only the first has come. Whoever is there keeps his paper.
const saturday = batch.shifts[0]!.plans.find(({ status }) => status === 'done')
if (saturday) {
  const { walks } = await doorwalk.waitFor(saturday.planId)
  const present = walks.slice(0, 1).map(({ walker }) => walker)
  const plan = await doorwalk.replan(saturday.planId, { present, keep: 'walks' })
  console.log(
    `roll-call, ${saturday.area}: ${plan.replan?.changes.map(({ walker, change }) => `${walker ?? 'nobody'} ${change}`).join(', ')}`,
  )
}

const { total } = await doorwalk.GET('/v1/coverage', { params: { query } })
console.log(`${total.done} of ${total.doors} doors done, ${total.leased} on somebody's walk`)

/** The next such day of the week (1 Monday … 7 Sunday) at this time of this machine, as RFC 3339. */
function nextDay(weekday: number, time: string): string {
  const at = new Date()
  at.setDate(at.getDate() + ((weekday - at.getDay() + 7) % 7 || 7))
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  at.setHours(hours, minutes, 0, 0)
  return at.toISOString()
}
