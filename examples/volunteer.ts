/**
 * A volunteer's app: takes a walk from here, goes from door to door, and loses nothing where there is no network. Type
 * at each address how many doors you knocked on and how many opened, `8 3`; `x`: nobody let you in; nothing: pass by.
 * `DOORWALK_KEY=dw_… npx tsx examples/volunteer.ts [REGION LNG LAT MINUTES]`
 */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { NoAnswerError, type Visit, type Walk, createDoorwalk } from '@doorwalk/client'

const { DOORWALK_URL: url = 'http://127.0.0.1:8787', DOORWALK_KEY: key = '' } = process.env
const [region = 'paris-9e-10e', lng = '2.3475', lat = '48.8791', minutes = '60'] = process.argv.slice(2)
const doorwalk = createDoorwalk({ url, key, retries: 1 })

interface Carried {
  walk: Walk
  cursor?: string
  unsent: Visit[]
  closed: string[] // targets that are dealt with, by this walker or by others
}

const kept = existsSync('walk.json') ? readFileSync('walk.json', 'utf8') : null
const carried = kept === null ? await takeWalk() : (JSON.parse(kept) as Carried)
const { walkId, stops } = carried.walk
const params = { path: { walkId } }
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

await talk()
for (const [index, { street, targets }] of stops.entries()) {
  for (const { id: target, address, doors } of targets) {
    if (carried.closed.includes(target)) continue
    console.log(`${index + 1}. ${address || street}: ${doors} doors`)
    const { value = '' } = (await lines.next()) as { value?: string }
    const [knocked = 0, opened = 0] = value.split(' ').map(Number)
    const outcome = value === 'x' ? { noAccess: true } : { knocked, opened }
    const visit = { id: crypto.randomUUID(), target, walk: walkId, at: new Date().toISOString(), ...outcome }
    if (value !== '') carried.unsent.push(visit)
    carried.closed.push(target)
    await talk()
  }
}
if (!(await talk())) throw new Error('start this again where there is a network')
await doorwalk.POST('/v1/walks/{walkId}/finish', { params })
rmSync('walk.json')
console.log('Thank you. The walk is finished.')
process.exit()

/** One walk from here, leased: nobody else gets its doors. */
async function takeWalk(): Promise<Carried> {
  const body = { region, start: [Number(lng), Number(lat)] as [number, number], minutes: Number(minutes) }
  const walk = await doorwalk.POST('/v1/walks', { body })
  const params = { path: { walkId: walk.walkId } }
  await doorwalk.POST('/v1/walks/{walkId}/start', { params })
  console.log(`${walk.stops.length} stops, ${walk.doors} doors, ${walk.metres} m, back at ${walk.endAt}`)
  return { walk, unsent: [], closed: [] }
}

/** Writes it down, sends what is unsent (twice counts once), hears what others did. False: there is no network. */
async function talk(): Promise<boolean> {
  writeFileSync('walk.json.new', JSON.stringify(carried))
  renameSync('walk.json.new', 'walk.json') // whole, whenever the phone is switched off
  try {
    if (carried.unsent.length > 0) {
      const { refused } = await doorwalk.POST('/v1/visits', { body: { visits: carried.unsent } })
      for (const { detail } of refused) console.log(`not taken: ${detail}`)
      carried.unsent = []
    }
    const query = carried.cursor === undefined ? {} : { since: carried.cursor }
    const { cursor, removed } = await doorwalk.GET('/v1/walks/{walkId}/pack', {
      params: { ...params, query },
    })
    carried.closed.push(...removed.map(({ target }) => target))
    carried.cursor = cursor
    return true
  } catch (error) {
    if (!(error instanceof NoAnswerError)) throw error
    console.log(`no network: ${carried.unsent.length} reports are kept`)
    return false
  }
}
